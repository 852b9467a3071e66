"""The device vouches for its journal at the moments that count, and never for a single answer."""

from contextlib import suppress

import pytest

from exams.desk.checkpoints import EVERY_MS
from exams.devices.checkpoint import read_checkpoint
from exams.journal.line import Event, line_hash
from exams.sittings.sitting import Kind
from exams.store.device_files import device_record
from tests.exams.desk.branch_pc import PROCTOR, TYPED, XIAOYU, BranchPc
from tests.exams.desk.enrolling import certified, enrolled


@pytest.fixture
def device(hq, content):
    """An enrolled PC of this headquarters, with people and an open session."""
    home, _record = enrolled(hq)
    pc = BranchPc.set_up(home, content)
    yield pc
    pc.close()


def covered(pc):
    """The types of the lines that a checkpoint ends at, each checkpoint read and compared with the journal."""
    record, lines = device_record(pc.home), {one.line.seq: one for one in pc.records()}
    kinds = []
    for size, raw in pc.office.checkpoints.since():
        checkpoint = read_checkpoint(raw, record)
        assert (checkpoint.size, checkpoint.head) == (size, line_hash(lines[size].raw))
        kinds.append(lines[size].line.type)
    return kinds


def sat(pc, kind=Kind.FINAL):
    """A sitting with every place answered, handed in."""
    desk = pc.desk(XIAOYU)
    sitting = desk.begin(kind, code=TYPED)
    for place in sitting.paper.items:
        desk.show(sitting.id, place.position)
        desk.flag(sitting.id, place.position, True)
    return desk, sitting


def test_it_signs_at_genesis_start_submit_and_grading(device):
    desk, sitting = sat(device)
    desk.hand_in(sitting.id)
    assert covered(device) == ["genesis", "start", "submit", "graded"]


def test_it_signs_when_the_app_starts_and_stops(device):
    device.office.started("0.1.0")
    device.reopen()
    assert covered(device) == ["genesis", "app_start", "app_stop"]


def test_it_signs_when_a_session_closes(hq, device):
    certified(hq, device, PROCTOR)
    device.desk(PROCTOR).close_session("S00000001")
    assert covered(device)[-1] == "session_close"


def test_it_signs_every_five_minutes_of_a_sitting_and_not_more_often(device):
    _desk, sitting = sat(device)
    before = len(covered(device))
    for _ in range(2 * EVERY_MS // 20_000):
        device.clock.forward(20_000)
        device.book.tick(device.book.load(sitting.id))
    assert covered(device)[before:] == ["heartbeat", "heartbeat"]


def test_no_answer_costs_a_signature(device):
    _desk, sitting = sat(device)
    before = covered(device)
    book = device.book
    for place in sitting.paper.items:
        book.answer(book.load(sitting.id), place.position, None)
    assert covered(device) == before == ["genesis", "start"]


def test_a_checkpoint_asked_for_covers_the_last_line_and_is_the_same_twice(device):
    device.desk(XIAOYU).begin(Kind.FINAL, code=TYPED)
    device.office.sign_in("T1001", "258025")
    raw = device.office.checkpoints.sign_now(device.office.journal)
    assert read_checkpoint(raw, device_record(device.home)).size == device.office.journal.head()[0]
    device.clock.forward(60_000)
    assert device.office.checkpoints.sign_now(device.office.journal) == raw


def test_what_is_undone_leaves_no_checkpoint(device):
    before = covered(device)
    journal = device.office.journal
    with suppress(_PowerCut), journal.together():
        journal.append(Event.SESSION_CLOSE, {})
        assert covered(device) == [*before, "session_close"]
        raise _PowerCut
    assert covered(device) == before


class _PowerCut(Exception):
    pass


def test_a_checkpoint_that_finds_no_place_undoes_no_line(device):
    device.db.execute("ALTER TABLE checkpoints RENAME TO gone")
    count = len(device.records())
    device.office.started("0.1.0")
    assert len(device.records()) > count


def test_a_pc_that_was_never_enrolled_signs_nothing(pc):
    pc.begin_final()
    assert (pc.office.checkpoints.since(), pc.office.checkpoints.sign_now(pc.office.journal)) == ((), None)


def test_a_record_of_other_keys_signs_nothing(device, hq):
    _other, _record = enrolled(hq, "other")
    foreign = (hq.folder / "other" / "keys" / "device.record").read_bytes()
    before = covered(device)
    record = device.home / "keys" / "device.record"
    mine = record.read_bytes()
    record.write_bytes(foreign)
    device.reopen()
    device.begin_final()
    record.write_bytes(mine)
    assert covered(device) == before
