"""A branch hands in: what HR gets, and that the branch cannot read it again."""

from contextlib import closing

import pytest

from exams.bundles.bundle import open_bundle
from exams.bundles.verify import verify_bundle
from exams.desk.branch_errors import NotEnrolled
from exams.desk.bundling import open_bundling
from exams.desk.hq_errors import FileNotWritten
from exams.journal.line import Event, read_line
from exams.packs.manifest import Grading
from exams.store.database import open_database
from exams.store.device_files import load_device
from exams.store.journal_rows import JournalStore
from exams.timing.story_clock import StoryClock
from exams.trust.errors import CannotOpen
from tests.exams.bundles.day import Day
from tests.exams.bundles.hr_room import SERIAL, HrRoom, enrolled
from tests.exams.desk.branch_pc import HOUR, NOON


@pytest.fixture
def sat(sticks, tmp_path):
    """An enrolled PC on which one final was sat, closed, and the room that will judge it."""
    pc = enrolled(tmp_path / "home", sticks(Grading.WITH_UNLOCK))
    Day(pc, None).sat()
    pc.close()
    return pc, HrRoom(pc.stick, pc.content, Grading.WITH_UNLOCK)


def hand_in(pc, out):
    with open_bundling(pc.home, StoryClock(NOON + HOUR, "boot9")) as bundling:
        return bundling.write(out)


def test_hr_accepts_what_a_branch_hands_in(sat, tmp_path):
    pc, room = sat
    (written,) = hand_in(pc, tmp_path / "stick")
    assert (written.path.name, written.sittings) == (f"{SERIAL}-1-{written.last}.bundle", 1)
    verdict = verify_bundle(written.path.read_bytes(), room.trust())
    assert (verdict.whole, verdict.accepted, verdict.codes) == (True, True, ("W_NO_ANCHOR",))
    assert verdict.records[-1].line.type == Event.EXPORT


def test_the_branch_cannot_read_it_again(sat, tmp_path):
    pc, _ = sat
    (written,) = hand_in(pc, tmp_path)
    raw = written.path.read_bytes()
    with pytest.raises(CannotOpen):
        open_bundle(raw, [load_device(pc.home).seal])
    assert pc.stick.sha256.encode() not in raw


def test_without_a_receipt_everything_is_handed_in_again_and_nothing_counts_twice(sat, tmp_path):
    pc, room = sat
    (first,), (second,) = hand_in(pc, tmp_path / "a"), hand_in(pc, tmp_path / "b")
    assert room.take_in(first.path.read_bytes()).accepted
    again = room.take_in(second.path.read_bytes())
    assert (again.accepted, len(again.records), again.sittings) == (True, 1, ())


def test_a_pc_that_is_not_enrolled_hands_nothing_in(tmp_path, pc):
    pc.close()
    with open_bundling(pc.home) as bundling, pytest.raises(NotEnrolled):
        bundling.write(tmp_path)
    with closing(open_database(pc.home)) as db:
        assert Event.EXPORT not in [read_line(raw).type for _, raw, _ in JournalStore(db, pc.clock).rows()]
    with pytest.raises(NotEnrolled), open_bundling(tmp_path / "nowhere"):
        pass


def test_a_folder_that_cannot_be_written_is_told(sat, tmp_path):
    pc, _ = sat
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileNotWritten):
        hand_in(pc, tmp_path / "file" / "out")
