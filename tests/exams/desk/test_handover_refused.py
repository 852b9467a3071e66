"""A hand-over file serves one PC, once, whole, and for what it asked; anything else changes nothing."""

import pytest

from exams.desk.errors import NoReason, NoSession
from exams.desk.handover import ask_handover, hand_over, take_over
from exams.desk.person_record import export_person
from exams.devices.errors import ForeignRecord, HandoverRefused, PersonRecordRefused
from exams.sittings.errors import SittingClosed
from exams.sittings.sitting import State
from exams.store.device_files import kept_record
from exams.trust.errors import BadSignature, CannotOpen, NotStrict
from exams.trust.strict_json import read_json, write_json
from tests.exams.desk.branch_pc import PROCTOR, XIAOYU, ZHIYUAN
from tests.exams.desk.handover_room import WHY


def test_nobody_but_the_pc_that_asked_can_use_it(room, a_pc):
    sitting = room.begun()
    raw = room.handed(sitting)
    third = a_pc("third")
    for pc in (third, room.old):
        with pytest.raises(HandoverRefused) as refused:
            take_over(pc.office, pc.desk(PROCTOR), raw)
        assert refused.value.facts["reason"] == "other"
        relabelled = write_json({**read_json(raw), "to": read_json(_own_file(room, pc))["to"]})
        with pytest.raises(CannotOpen):
            take_over(pc.office, pc.desk(PROCTOR), relabelled)
    assert XIAOYU.staff_id.encode() not in raw


def _own_file(room, pc):
    """A file that is for `pc`, to take its address from."""
    return export_person(room.spare.office, ZHIYUAN.staff_id, kept_record(pc.home))


def test_a_file_that_this_pc_has_not_asked_for_is_refused(room):
    sitting, request = room.begun(), room.asked()
    raw = room.handed(sitting, request)
    room.spare.tamper("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
    with pytest.raises(HandoverRefused) as refused:
        room.taken(raw)
    assert refused.value.facts["reason"] == "nonce"


def test_it_goes_nowhere_without_its_session_or_beside_another_exam(room):
    sitting = room.begun()
    raw = room.handed(sitting)
    other = room.spare.begin_final()
    with pytest.raises(HandoverRefused) as refused:
        room.taken(raw)
    assert refused.value.facts["reason"] == "known"
    room.spare.desk(PROCTOR).void(other.id, WHY)
    room.spare.close_sessions()
    with pytest.raises(NoSession):
        room.taken(raw)


def test_a_request_of_its_own_or_of_another_branch_is_refused(room, a_pc, pc):
    sitting = room.begun()
    with pytest.raises(HandoverRefused) as refused:
        room.handed(sitting, ask_handover(room.old.office, room.old.desk(PROCTOR)))
    assert refused.value.facts["reason"] == "self"
    far = a_pc("far")
    with pytest.raises(ForeignRecord):
        room.handed(sitting, ask_handover(far.office, far.desk(PROCTOR)))
    with pytest.raises(PersonRecordRefused):
        ask_handover(pc.office, pc.desk(PROCTOR))
    assert room.old.desk().refresh(sitting.id).state is State.OPEN


def test_a_request_that_another_pc_signed_is_refused(room, a_pc):
    third = a_pc("third")
    mixed = {**read_json(room.asked()), "record": read_json(ask_handover(third.office, third.desk(PROCTOR)))["record"]}
    with pytest.raises(BadSignature):
        room.handed(room.begun(), write_json(mixed))


def test_without_a_reason_or_once_handed_in_nothing_is_handed_over(room):
    sitting, request = room.begun(), room.asked()
    with pytest.raises(NoReason):
        hand_over(room.old.office, room.old.desk(PROCTOR), sitting.id, request, "  ")
    room.old.desk().hand_in(sitting.id)
    with pytest.raises(SittingClosed):
        room.handed(sitting, request)


@pytest.mark.feature("d10")
def test_a_file_cut_or_changed_is_refused_and_leaves_nothing_behind(room):
    raw = room.handed(room.begun())
    before = len(room.spare.records())
    step = max(1, len(raw) // 200)
    for size in (*range(0, len(raw), step), len(raw) - 2, len(raw) - 1):
        with pytest.raises((NotStrict, CannotOpen)):
            room.taken(raw[:size])
    sealed = read_json(raw)["sealed"]
    for place in range(0, len(sealed) - 4, len(sealed) // 50):
        changed = sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :]
        with pytest.raises((NotStrict, CannotOpen)):
            room.taken(write_json({**read_json(raw), "sealed": changed}))
    assert len(room.spare.records()) == before
    assert room.taken(raw).state is State.OPEN
