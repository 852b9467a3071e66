"""A final whose chapters and questions have times of their own, on a branch PC: offered, counted, refused, resumed."""

import pytest

from exams import Kind
from exams.journal.line import Event
from exams.sittings.errors import PartOver
from exams.store.content_build import build_content
from exams.timing.elapsed import LATE_MS
from tests.exams.desk.answering import right
from tests.exams.desk.branch_pc import MINUTE, RUOXI, BranchPc
from tests.exams.desk.course import two_chapters

pytestmark = pytest.mark.feature("b2")

TIMES = "question_seconds = 60\n[[part]]\nfirst = 2\nlast = 2\nminutes = 1\n"


@pytest.fixture(scope="module")
def timed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("timed")
    tree = two_chapters(folder / "assets")
    head, titles, rest = (folder / "assets/blueprints/final.toml").read_text("utf-8").partition("[titles]")
    seconds, part = TIMES.split("\n", 1)
    tree.write("blueprints/final.toml", f"{head}{seconds}\n{titles}{rest}\n{part}")
    sources = tree.read()
    assert sources.faults == (), sources.faults
    return build_content(sources, folder / "content.sqlite", folder).path


@pytest.fixture
def pc(timed, tmp_path):
    made = BranchPc.set_up(tmp_path / "home", timed)
    yield made
    made.close()


def places(sitting, chapter):
    return [place.position for place in sitting.paper.items if place.chapter == chapter]


def test_the_page_before_the_exam_says_which_times_there_are(pc):
    offer = pc.desk().offer(Kind.FINAL)
    assert [(part.chapters, part.minutes) for part in offer.parts] == [((2,), 1)]
    assert offer.question_seconds == 60


def test_two_questions_of_a_part_share_its_minute_and_then_it_takes_nothing_more(pc):
    sitting = pc.begin_final()
    desk, (first, second, *_) = pc.desk(), places(sitting, 2)
    desk.show(sitting.id, first)
    pc.clock.forward(40_000)
    desk.answer(sitting.id, first, right(pc, sitting, first))
    desk.show(sitting.id, second)
    assert desk.refresh(sitting.id).part_left_ms == 20_000
    pc.clock.forward(20_001 + LATE_MS)
    with pytest.raises(PartOver):
        desk.answer(sitting.id, second, right(pc, sitting, second))
    other = places(sitting, 1)[0]
    desk.show(sitting.id, other)
    answered = desk.answer(sitting.id, other, right(pc, sitting, other))
    assert {*answered.answers} == {first, other}
    refused = [record.facts() for record in pc.office.journal.of_type(Event.ERROR)]
    assert refused == [{"code": "E_PART_OVER", "position": second}]


def test_a_question_that_was_looked_at_for_its_minute_is_closed_also_after_a_restart(pc):
    sitting = pc.begin_final()
    desk, place = pc.desk(), places(sitting, 1)[0]
    desk.show(sitting.id, place)
    pc.clock.forward(minutes=1)
    desk.refresh(sitting.id)
    pc.reopen()
    pc.clock.forward(LATE_MS + 1)
    again = pc.desk()
    assert again.refresh(sitting.id).part_left_ms < 0
    with pytest.raises(PartOver):
        again.answer(sitting.id, place, right(pc, sitting, place))


def test_extra_time_of_a_person_makes_every_part_longer(pc):
    sitting = pc.begin_final(RUOXI)
    whole = sitting.limit_ms - sitting.extra_ms
    assert sitting.extra_ms > 0
    assert {one.limit_ms for one in sitting.parts} == {MINUTE * sitting.limit_ms // whole}
