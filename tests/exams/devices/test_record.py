"""A record speaks for one device's keys, because the `ca` role signed it, and only while it is in force."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.devices.errors import ForeignRecord, RequestRefused
from exams.devices.identity import DeviceKeys
from exams.devices.record import (
    Term,
    check_in_force,
    check_own,
    issue_record,
    new_serial,
    read_record,
    read_record_under,
)
from exams.devices.request import make_request, read_request
from exams.errors import AcademyError
from exams.trust.envelope import Purpose, claimed_payload, sign_envelope
from exams.trust.errors import BadSignature, Expired, NotStrict, Revoked, WrongType
from exams.trust.revocation import Revocations
from exams.trust.root import RoleName
from tests.exams.trust.ceremony import DAY, NOW, Ceremony

HQ = Ceremony()
CA = HQ.roles[RoleName.CA]
KEYS = DeviceKeys.generate()
REQUEST = read_request(make_request(KEYS, "NJ-01", "前台一号机"))
SERIAL = "D0000000A"
TERM = Term(NOW, NOW + 365 * DAY, 1)
RAW = issue_record(REQUEST, SERIAL, CA, TERM)
RECORD = read_record(RAW, HQ.root())


def signed(**changes) -> bytes:
    return sign_envelope(Purpose.DEVICE, {**claimed_payload(RAW, Purpose.DEVICE), **changes}, [CA])


def test_a_record_says_what_was_asked_for_under_the_serial_it_was_given():
    assert (RECORD.serial, RECORD.branch, RECORD.label) == (SERIAL, "NJ-01", "前台一号机")
    assert (RECORD.public, RECORD.nonce) == (REQUEST.public, REQUEST.nonce)
    assert (RECORD.not_before_wt, RECORD.not_after_wt, RECORD.root_version) == (NOW, NOW + 365 * DAY, 1)


@pytest.mark.parametrize("role", [role for role in RoleName if role not in (RoleName.CA, RoleName.ROOT)])
def test_no_other_role_can_enrol_a_device(role):
    with pytest.raises(BadSignature):
        read_record(issue_record(REQUEST, SERIAL, HQ.roles[role], TERM), HQ.root())


def test_another_headquarters_cannot_either():
    with pytest.raises(BadSignature):
        read_record(RAW, Ceremony().root())


def test_a_device_cannot_sign_its_own_record():
    with pytest.raises(BadSignature):
        read_record(issue_record(REQUEST, SERIAL, KEYS.sign, TERM), HQ.root())


def test_after_a_new_ca_key_old_records_count_under_the_root_of_their_day_only():
    after = HQ.with_new_key(RoleName.CA).root(2)
    with pytest.raises(BadSignature):
        read_record(RAW, after)
    assert read_record_under(RAW, [HQ.root(), after]) == RECORD
    with pytest.raises(BadSignature):
        read_record_under(RAW, [after])


def test_the_request_itself_is_no_record():
    with pytest.raises(WrongType):
        read_record(make_request(KEYS, "NJ-01", "x"), HQ.root())


@pytest.mark.parametrize("serial", ["", "D0000000", "D0000000AA", "S0000000A", "D000000 A", "D0000000U", "d0000000a"])
def test_a_serial_that_is_none_is_neither_given_nor_read(serial):
    for act in (lambda: issue_record(REQUEST, serial, CA, TERM), lambda: read_record(signed(serial=serial), HQ.root())):
        with pytest.raises(RequestRefused):
            act()


def test_serials_are_never_the_same():
    assert len({new_serial() for _ in range(50)}) == 50
    assert read_record(issue_record(REQUEST, new_serial(), CA, TERM), HQ.root())


@pytest.mark.parametrize(
    "changes", [{"more": 1}, {"not_after": "2026-11-29"}, {"root_version": 0}, {"nonce": ""}, {"sign": ""}]
)
def test_a_record_of_another_shape_is_refused(changes):
    with pytest.raises(NotStrict):
        read_record(signed(**changes), HQ.root())


def test_a_record_that_ends_before_it_begins_is_not_made():
    with pytest.raises(RequestRefused):
        issue_record(REQUEST, SERIAL, CA, Term(NOW, NOW, 1))


def test_a_device_signs_from_the_first_moment_to_the_last_and_no_longer():
    none = Revocations()
    check_in_force(RECORD, RECORD.not_before_wt, none)
    check_in_force(RECORD, RECORD.not_after_wt - 1, none)
    for wt, reason in ((RECORD.not_after_wt, "device"), (RECORD.not_before_wt - 1, "device_early")):
        with pytest.raises(Expired) as refused:
            check_in_force(RECORD, wt, none)
        assert refused.value.facts["reason"] == reason


def test_a_withdrawn_device_signs_no_more_and_others_do():
    check_in_force(RECORD, NOW, Revocations(2, devices=frozenset({"D0000000B"})))
    with pytest.raises(Revoked) as refused:
        check_in_force(RECORD, NOW, Revocations(2, devices=frozenset({SERIAL})))
    assert refused.value.facts == {"kind": "device", "id": SERIAL}


def test_a_pc_takes_its_own_record():
    check_own(RECORD, KEYS, "NJ-01", REQUEST.nonce)


@pytest.mark.parametrize(
    ("reason", "record", "keys"),
    [
        ("nonce", replace(RECORD, nonce=bytes(16)), KEYS),
        ("keys", RECORD, replace(KEYS, sign=DeviceKeys.generate().sign)),
        ("keys", RECORD, replace(KEYS, seal=DeviceKeys.generate().seal)),
        ("branch", replace(RECORD, branch="NJ-02"), KEYS),
    ],
)
def test_a_pc_takes_no_other(reason, record, keys):
    with pytest.raises(ForeignRecord) as refused:
        check_own(record, keys, "NJ-01", REQUEST.nonce)
    assert refused.value.facts["reason"] == reason


@given(st.integers(0, len(RAW) - 1), st.integers(1, 255))
def test_no_changed_byte_is_accepted(place, change):
    changed = bytearray(RAW)
    changed[place] ^= change
    with pytest.raises(AcademyError):
        read_record(bytes(changed), HQ.root())


def test_it_brings_along_the_desk_that_lost_pins_are_asked_of():
    assert RECORD.reset == b""
    assert read_record(issue_record(REQUEST, SERIAL, CA, TERM, reset=b"desk"), HQ.root()).reset == b"desk"
