"""HR's receipts: what a branch takes for one, and where its next bundle begins."""

from contextlib import closing

import pytest

from exams.bundles.ack import Ack, ack_of, receipt_name, sign_ack
from exams.bundles.verify import verify_bundle
from exams.desk.branch_desk import open_branch
from exams.desk.bundling import open_bundling
from exams.journal.line import Event, line_hash
from exams.packs.manifest import Grading
from exams.store.database import open_database
from exams.store.journal_rows import JournalStore
from exams.timing.story_clock import StoryClock
from exams.trust.root import RoleName
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
        return bundling.write(out)[0]


def install(pc, raw, name="r.receipt"):
    path = pc.home.parent / name
    path.write_bytes(raw)
    with open_branch(pc.home, "0.1.0", StoryClock(NOON + HOUR, "boot9")) as desk:
        (arrival,) = desk.install([path])
    return arrival


def hr_key(pc, role=RoleName.HR):
    return pc.stick.hq.keys[role]


def journal(pc):
    with closing(open_database(pc.home)) as db:
        return list(JournalStore(db, pc.clock).records())


def receipt(pc, room, out):
    """HR takes a bundle in and answers."""
    verdict = room.take_in(hand_in(pc, out).path.read_bytes())
    return sign_ack(ack_of(verdict), hr_key(pc))


def test_the_next_bundle_begins_after_the_receipt_and_hr_follows(sat, tmp_path):
    pc, room = sat
    first = hand_in(pc, tmp_path / "a")
    verdict = room.take_in(first.path.read_bytes())
    assert receipt_name(ack_of(verdict)) == f"{SERIAL}-{first.last}.receipt"
    arrival = install(pc, sign_ack(ack_of(verdict), hr_key(pc)))
    assert (arrival.kind.name, arrival.taken.changed) == ("RECEIPT", True)
    second = hand_in(pc, tmp_path / "b")
    assert (second.first, second.sittings) == (first.last + 1, 0)
    told = room.take_in(second.path.read_bytes())
    assert (told.accepted, [one.line.type for one in told.records]) == (True, [Event.ACK, Event.EXPORT])


def test_a_receipt_is_written_down_with_its_head_and_a_second_time_changes_nothing(sat, tmp_path):
    pc, room = sat
    raw = receipt(pc, room, tmp_path)
    install(pc, raw)
    assert install(pc, raw).taken.changed is False
    (line,) = [one for one in journal(pc) if one.line.type == Event.ACK]
    assert line.facts()["head"] == room.known[SERIAL].head


def test_an_older_receipt_that_comes_late_does_not_take_a_newer_one_back(sat, tmp_path):
    pc, room = sat
    old = receipt(pc, room, tmp_path / "a")
    new = receipt(pc, room, tmp_path / "b")
    assert [install(pc, raw).taken.changed for raw in (new, old)] == [True, False]
    assert hand_in(pc, tmp_path / "c").first == room.known[SERIAL].size + 1


def test_a_lost_receipt_only_makes_the_next_bundle_longer(sat, tmp_path):
    pc, room = sat
    lost = receipt(pc, room, tmp_path / "a")
    again = hand_in(pc, tmp_path / "b")
    assert (again.first, bool(lost)) == (1, True)
    assert room.take_in(again.path.read_bytes()).accepted


@pytest.mark.parametrize("role", [RoleName.PACK, RoleName.CA, RoleName.REVOCATION, RoleName.RESET])
def test_no_other_role_can_sign_a_receipt(sat, tmp_path, role):
    pc, room = sat
    ack = ack_of(room.take_in(hand_in(pc, tmp_path / "a").path.read_bytes()))
    assert install(pc, sign_ack(ack, hr_key(pc, role))).error.code == "E_SIG"
    assert hand_in(pc, tmp_path / "b").first == 1


def test_a_receipt_of_another_device_another_history_or_a_longer_journal_is_refused(sat, tmp_path):
    pc, room = sat
    ack = ack_of(room.take_in(hand_in(pc, tmp_path / "a").path.read_bytes()))
    wrong = {
        "serial": Ack("D0000000Z", ack.size, ack.head),
        "head": Ack(SERIAL, ack.size, line_hash(b"another")),
        "size": Ack(SERIAL, ack.size + 1000, ack.head),
    }
    for reason, forged in wrong.items():
        error = install(pc, sign_ack(forged, hr_key(pc))).error
        assert (error.code, error.facts["reason"]) == ("E_RECEIPT", reason)
    assert hand_in(pc, tmp_path / "b").first == 1


def test_a_home_that_is_no_branch_takes_no_receipt(sat, tmp_path):
    pc, room = sat
    raw = receipt(pc, room, tmp_path / "a")
    (tmp_path / "r").write_bytes(raw)
    with open_branch(tmp_path / "empty", "0.1.0", pc.clock) as desk:
        assert desk.install([tmp_path / "r"])[0].error.code == "E_NO_ROOT"


def test_there_is_no_receipt_for_what_was_refused_or_was_read_before(sat, tmp_path):
    pc, room = sat
    raw = hand_in(pc, tmp_path).path.read_bytes()
    assert ack_of(verify_bundle(raw, room.trust(sessions={}))) is None
    assert ack_of(verify_bundle(raw[:-1], room.trust())) is None
    room.take_in(raw)
    assert ack_of(verify_bundle(raw, room.trust())) is None
