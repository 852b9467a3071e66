"""Minutes above the limit: asked for with a nonce, granted by telephone, believed by HR from headquarters' log."""

import pytest

from exams.accounts.errors import OverrideRefused
from exams.accounts.second_authority import ask_minutes, read_minutes
from exams.bundles.hr_trust import Granted
from exams.bundles.verify import verify_bundle
from exams.desk.errors import ExtraTimeAboveCap, NoReason
from exams.journal.line import Event
from exams.packs.briefs import RoomRules
from exams.packs.manifest import Grading
from tests.exams.bundles.hr_room import HrRoom, handed_in
from tests.exams.desk.branch_pc import MINUTE, XIAOYU
from tests.exams.desk.exam_room import a_room_pc, read_out

pytestmark = pytest.mark.feature("d6")
WHY = "the network switch was replaced"


@pytest.fixture
def pc(sticks, tmp_path):
    pc = a_room_pc(tmp_path / "home", sticks(Grading.WITH_UNLOCK), rules=RoomRules())
    yield pc
    pc.close()


@pytest.fixture
def sitting(pc):
    return pc.begin_final(XIAOYU, pc.room_code)


def why(act, *args):
    with pytest.raises(OverrideRefused) as refusal:
        act(*args)
    return refusal.value.facts["reason"]


def test_above_the_limit_the_proctor_alone_adds_nothing_and_headquarters_code_does(pc, sitting):
    with pytest.raises(ExtraTimeAboveCap):
        pc.room.extend(sitting.id, 45, WHY)
    asked = pc.room.authority.ask(sitting.id, 45)
    after = pc.room.authority.extend(sitting.id, read_out(pc, asked).lower(), WHY)
    assert after.limit_ms == sitting.limit_ms + 45 * MINUTE
    facts = next(record.facts() for record in reversed(pc.records()) if record.line.type == Event.EXTEND)
    assert facts == {"by": "P2001", "reason": WHY, "ms": 45 * MINUTE, "phone": asked.nonce}
    assert pc.room.report(sitting.session).overrides[-1].phone == asked.nonce


def test_after_a_restart_the_minutes_are_still_there(pc, sitting):
    pc.room.authority.extend(sitting.id, read_out(pc, pc.room.authority.ask(sitting.id, 45)), WHY)
    pc.reopen()
    assert pc.room.sitting(sitting.id).limit_ms == sitting.limit_ms + 45 * MINUTE


def test_the_question_is_read_back_from_what_was_said_and_a_slip_is_heard():
    asked = ask_minutes("D00000001", "T1001", 45)
    assert read_minutes(asked.text.lower()) == asked
    assert read_minutes(asked.text.replace("-", " ")) == asked
    assert why(read_minutes, asked.text.replace("M45", "M46")) == "typo"
    assert why(read_minutes, asked.text.replace("T1001", "T1002")) == "typo"
    assert why(read_minutes, "") == "typo"


def test_a_code_is_good_once_for_its_own_question_and_for_a_quarter_of_an_hour(pc, sitting):
    authority = pc.room.authority
    assert why(authority.extend, sitting.id, "7KQ2M-X9D4T-H", WHY) == "none"
    first = read_out(pc, authority.ask(sitting.id, 45))
    second = authority.ask(sitting.id, 60)
    assert why(authority.extend, sitting.id, first, WHY) == "code"
    authority.extend(sitting.id, read_out(pc, second), WHY)
    assert why(authority.extend, sitting.id, read_out(pc, second), WHY) == "spent"
    late = read_out(pc, authority.ask(sitting.id, 45))
    pc.clock.forward(15 * MINUTE)
    assert why(authority.extend, sitting.id, late, WHY) == "late"


def test_five_wrong_codes_end_it_and_are_written_down_and_slips_are_none(pc, sitting):
    asked = pc.room.authority.ask(sitting.id, 45)
    good = read_out(pc, asked)
    wrong = read_out(pc, ask_minutes(asked.serial, "T1002", 45))
    assert why(pc.room.authority.extend, sitting.id, good[:-1] + ("0" if good[-1] != "0" else "1"), WHY) == "typo"
    assert [why(pc.room.authority.extend, sitting.id, wrong, WHY) for _ in range(5)] == ["code"] * 5
    assert why(pc.room.authority.extend, sitting.id, good, WHY) == "spent"
    assert pc.events(sitting.id).count(Event.OVERRIDE_FAIL) == 5


def test_without_a_reason_or_for_more_than_two_hours_nothing_is_asked_or_added(pc, sitting):
    assert why(pc.room.authority.ask, sitting.id, 121) == "minutes"
    asked = pc.room.authority.ask(sitting.id, 120)
    with pytest.raises(NoReason):
        pc.room.authority.extend(sitting.id, read_out(pc, asked), " ")
    assert pc.room.sitting(sitting.id).limit_ms == sitting.limit_ms


def test_hr_believes_what_headquarters_log_has_and_nothing_else(pc, sitting):
    asked = pc.room.authority.ask(sitting.id, 45)
    pc.room.authority.extend(sitting.id, read_out(pc, asked), WHY)
    pc.desk().hand_in(sitting.id)
    room = HrRoom(pc.stick, pc.content, Grading.WITH_UNLOCK)
    raw = room.seal(handed_in(pc))
    good = Granted("D00000001", "T1001", 45)
    assert verify_bundle(raw, room.trust(granted={asked.nonce: good})).codes == ("W_NO_ANCHOR",)
    for granted, reason in (({}, "unknown"), ({asked.nonce: Granted("D00000001", "T1001", 30)}, "other")):
        verdict = verify_bundle(raw, room.trust(granted=granted))
        (found,) = [one for one in verdict.findings if one.code == "E_OVERRIDE"]
        assert found.facts == {"reason": reason}
