"""The machine stops at any moment: what was called saved is there again, at the same place, with the same time left."""

import shutil
from pathlib import Path

import pytest

from exams.journal.line import Event
from exams.sittings.sitting import Kind, State
from exams.store.journal_rows import JournalStore
from tests.exams.desk.answering import answer_all, positions, right, sit
from tests.exams.desk.branch_pc import MINUTE, XIAOYU, BranchPc

LIMIT = 20 * MINUTE


@pytest.fixture
def cut(pc, tmp_path):
    """Cuts the power; gives the PC as it comes back."""
    after = []

    def cut() -> BranchPc:
        after.append(pc.power_cut(tmp_path / f"cut-{len(after)}"))
        return after[-1]

    yield cut
    for each in after:
        each.close()


@pytest.mark.feature("b4")
def test_after_every_single_answer_a_power_cut_loses_nothing(pc, cut):
    sitting = pc.begin_final()
    for position in positions(sitting):
        pc.clock.forward(minutes=1)
        saved = pc.desk().answer(sitting.id, position, right(pc, sitting, position))
        back = cut()
        found = back.desk().open_sitting()
        assert (found.id, found.position, found.answers) == (sitting.id, position, saved.answers)
        assert found.remaining_ms == LIMIT - position * MINUTE


@pytest.mark.feature("b4")
def test_flags_and_the_place_on_the_screen_come_back_too(pc, cut):
    sitting = pc.begin_final()
    pc.desk().flag(sitting.id, 3, True)
    shown = pc.desk().show(sitting.id, 6)
    found = cut().desk().open_sitting()
    assert (found.position, found.flags, found.seen) == (6, {3}, shown.seen)


def test_a_killed_app_comes_back_in_the_same_boot_and_time_ran_on(pc, cut):
    sitting = pc.begin_final()
    pc.clock.forward(minutes=2)
    pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    back = cut()
    pc.clock.forward(minutes=5)
    assert back.desk().open_sitting().remaining_ms == LIMIT - 7 * MINUTE


def test_after_a_restart_of_the_machine_the_gap_is_told_by_the_wall_clock(pc, cut):
    sitting = pc.begin_final()
    pc.clock.forward(minutes=2)
    pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    back = cut()
    pc.clock.reboot(4 * MINUTE, "second")
    assert back.desk().open_sitting().remaining_ms == LIMIT - 6 * MINUTE


def test_time_does_not_come_back_when_the_wall_clock_was_turned_back_meanwhile(pc, cut):
    sitting = pc.begin_final()
    pc.clock.forward(minutes=2)
    pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    back = cut()
    pc.clock.reboot(-60 * MINUTE, "second", up_ms=90_000)
    assert back.desk().open_sitting().remaining_ms == LIMIT - 2 * MINUTE - 90_000


def test_a_sitting_whose_time_ran_out_while_the_machine_was_off_is_graded_with_what_was_saved(pc, cut):
    sitting = answer_all(pc, pc.desk(), pc.begin_final())
    back = cut()
    pc.clock.reboot(60 * MINUTE, "second")
    ended = back.desk().open_sitting()
    assert (ended.id, ended.state, ended.result.percent) == (sitting.id, State.GRADED, 100)
    assert back.desk().open_sitting() is None


def test_the_clean_end_of_the_app_loses_no_more_than_a_power_cut(pc):
    sitting = pc.begin_final()
    saved = pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    pc.reopen()
    assert pc.desk().sitting(sitting.id) == saved


def test_a_graded_sitting_is_the_same_after_it(pc, cut):
    ended = sit(pc, XIAOYU, Kind.FINAL)
    back = cut()
    assert back.desk().sitting(ended.id) == ended
    assert back.caches() == pc.caches()


class DyingJournal(JournalStore):
    """Dies instead of writing one kind of line."""

    def __init__(self, pc: BranchPc, before: Event) -> None:
        super().__init__(pc.db, pc.clock)
        self._before = before

    def store(self, record):
        if record.line.type == self._before:
            raise PowerCut
        super().store(record)


class PowerCut(BaseException):
    """The machine stops here."""


@pytest.mark.parametrize("before", [Event.SUBMIT, Event.GRADED])
def test_handing_in_happens_whole_or_not_at_all(pc, cut, before):
    from exams.desk.sitting_book import SittingBook

    sitting = answer_all(pc, pc.desk(), pc.begin_final())
    lines = len(pc.records())
    book = SittingBook(pc.db, DyingJournal(pc, before), pc.office.content, "D00000001", pc.office.door.keys)
    with pytest.raises(PowerCut):
        book.finish(book.load(sitting.id), "hand")
    assert book.load(sitting.id).state is State.OPEN
    back = cut()
    assert [record.line.type for record in back.records()[lines:]] == [Event.RESUME]  # the second book came back to it
    assert back.desk().hand_in(sitting.id).result.percent == 100


def test_the_log_of_a_commit_cut_at_any_byte_leaves_every_earlier_answer(pc, tmp_path):
    """The last commit overwrites room in the write-ahead log: however much of it came, what lay before it stands."""
    pc.reopen()  # a fresh log
    sitting = pc.begin_final()
    first = pc.desk().answer(sitting.id, 1, right(pc, sitting, 1))
    log = Path(f"{pc.home / 'academy.sqlite'}-wal")
    before = log.read_bytes()
    pc.desk().answer(sitting.id, 2, right(pc, sitting, 2))
    after = log.read_bytes()
    changed = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert changed
    for number, at in enumerate(range(changed[0], changed[-1], 511)):
        home = tmp_path / f"torn-{number}"
        home.mkdir()
        shutil.copyfile(pc.home / "academy.sqlite", home / "academy.sqlite")
        (home / "academy.sqlite-wal").write_bytes(after[:at] + before[at:])
        torn = BranchPc(home, pc.content)
        assert torn.desk().sitting(sitting.id).answers == first.answers
        torn.close()
