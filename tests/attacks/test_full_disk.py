"""A disk that fills up or turns read-only while somebody sits a final (row C17 of the security design).

What is not on the disk is not called saved, and the exam stands still at that question: nobody answers further ones
into the void. The time runs on, as it does whatever happens to a machine; the proctor may add to it.
"""

import pytest

from tests.desktop.screens.take_exam.conftest import chinese, content, driver, pc, remembered, way, window
from tests.desktop.screens.take_exam.way import begin_final
from tests.exams.desk.branch_pc import MINUTE

__all__ = ["chinese", "content", "driver", "pc", "remembered", "way", "window"]

DISKS = {
    "full": ("max_page_count = 1", "max_page_count = 4294967294", "The disk is full"),
    "read-only": ("query_only = ON", "query_only = OFF", "cannot be written"),
}

SAVED = "Saved on this PC"


@pytest.fixture(params=list(DISKS))
def refused(way, request):
    """A final whose third answer and all that followed it until one was refused; what was acknowledged last."""
    refuse, give_way, said = DISKS[request.param]
    sitting = begin_final(way)
    position = way.position_of("truefalse", sitting)
    way.exam.go_to(position)
    way.exam.choose("true")
    acknowledged = way.exam.chosen
    way.pc.db.execute(f"PRAGMA {refuse}")
    for turn in range(2000):
        way.pc.clock.forward(1_000)
        way.exam.choose("false" if turn % 2 == 0 else "true")
        if way.exam.saved != SAVED:
            break
        acknowledged = way.exam.chosen
    assert said in way.over.question
    way.over.confirm()
    return way, position, acknowledged, give_way


def on_disk(way, position):
    """The answer as it stands after the program was started again."""
    way.window.clear()
    way.pc.reopen()
    desk = way.pc.desk(way.person)
    given = desk.open_sitting().answers.get(position)
    return [] if given is None else ["true" if given else "false"]


def test_c17_an_answer_that_is_not_on_the_disk_is_not_called_saved(refused):
    way, _, acknowledged, _ = refused
    assert way.exam.saved == "Not saved"
    assert way.exam.chosen != acknowledged
    assert "Call the proctor" in way.exam.hint


def test_c17_the_exam_stands_still_at_the_question_until_the_disk_takes_it(refused):
    way, position, _, give_way = refused
    before = way.exam.number
    for onward in (way.exam.next, lambda: way.exam.go_to(position % 7 + 1)):
        onward()
        if way.over.question:  # told once more
            way.over.confirm()
        assert way.exam.number == before
    way.pc.db.execute(f"PRAGMA {give_way}")
    way.exam.next()
    assert way.exam.number != before


def test_c17_no_acknowledged_answer_is_lost(refused):
    way, position, acknowledged, give_way = refused
    way.pc.db.execute(f"PRAGMA {give_way}")
    assert on_disk(way, position) == acknowledged
    assert way.pc.office.journal.head()[0] == len(way.pc.records())


def test_c17_the_time_that_nobody_wrote_down_is_told_and_the_proctor_may_add_to_it(refused):
    way, _, _, give_way = refused
    before = way.desk.open_sitting().remaining_ms
    way.pc.clock.forward(minutes=4)
    way.tick()
    way.pc.db.execute(f"PRAGMA {give_way}")
    way.tick()
    sitting = way.desk.open_sitting()
    assert before - sitting.remaining_ms >= 4 * MINUTE
    assert sitting.extendable_ms >= 4 * MINUTE
    assert way.proctor().extend(sitting.id, 4, "the disk was full").remaining_ms >= before - MINUTE
