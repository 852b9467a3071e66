"""Headquarters looks at a request, compares, signs; what was told on the telephone must fit; all is written down."""

import pytest

from exams.desk.hq_roots import RootChange
from exams.devices.errors import NoPossession, RequestRefused
from exams.devices.identity import DeviceKeys
from exams.devices.request import fingerprint, make_request, read_request
from exams.trust.envelope import Purpose, claimed_payload, sign_envelope
from exams.trust.errors import Revoked, WrongType
from exams.trust.keys import SigningKey
from tests.exams.desk.enrolling import approve
from tests.exams.desk.head_office import BRANCH, DAY

KEYS = DeviceKeys.generate()
RAW = make_request(KEYS, BRANCH, "front desk")


def test_looking_at_a_request_opens_no_key_and_changes_nothing(hq):
    def nobody(_name, _new):
        pytest.fail("a passphrase was asked for")

    with hq.desk(passphrase=nobody) as desk:
        lines = len(desk.log())
        seen = desk.inspect(RAW)
        assert (seen.request, seen.serial) == (read_request(RAW), "")
        assert seen.fingerprint == fingerprint(read_request(RAW))
        assert len(desk.log()) == lines


def test_an_enrolment_is_written_down_and_listed(hq):
    approved = approve(hq, RAW)
    with hq.desk() as desk:
        line = desk.log("enrol")[-1]
        listed = desk.status()["devices"]
        assert desk.log_broken_at() == 0
    assert (line.who, line.facts["serial"], line.facts["renewal"]) == ("chen", approved.record.serial, False)
    assert [(one["serial"], one["branch"], one["revoked"]) for one in listed] == [
        (approved.record.serial, BRANCH, False)
    ]


def test_the_same_request_again_gives_the_same_record_and_no_second_line(hq):
    first = approve(hq, RAW)
    hq.clock.forward(DAY)
    assert approve(hq, RAW).raw == first.raw
    with hq.desk() as desk:
        assert len(desk.log("enrol")) == 1


def test_what_was_told_on_the_telephone_is_compared(hq):
    right = fingerprint(read_request(RAW))
    wrong = ("0" if right[0] != "0" else "1") + right[1:]
    with pytest.raises(RequestRefused) as refused:
        approve(hq, RAW, fingerprint=wrong)
    assert refused.value.facts["reason"] == "fingerprint"
    assert approve(hq, RAW, fingerprint=right.lower().replace("-", " ")).record.branch == BRANCH


def test_a_request_of_another_branch_than_the_one_that_called_is_refused(hq):
    with pytest.raises(RequestRefused) as refused:
        approve(hq, RAW, branch="SH-PD02")
    assert refused.value.facts["reason"] == "branch"


def test_a_request_that_another_wrote_in_this_pcs_name_is_refused(hq):
    forged = sign_envelope(Purpose.REQUEST, claimed_payload(RAW, Purpose.REQUEST), [SigningKey.generate()])
    with pytest.raises(NoPossession):
        approve(hq, forged)


def test_one_pc_is_not_two_branches_device(hq):
    approve(hq, RAW)
    with pytest.raises(RequestRefused) as refused:
        approve(hq, make_request(KEYS, "SH-PD02", "front desk"))
    assert refused.value.facts["reason"] == "taken"


def test_a_serial_is_given_once(hq):
    approve(hq, RAW, serial="D0000000A")
    with pytest.raises(RequestRefused) as refused:
        approve(hq, make_request(DeviceKeys.generate(), BRANCH, "x"), serial="D0000000A")
    assert refused.value.facts["reason"] == "serial"


def test_a_withdrawn_device_is_not_renewed(hq):
    serial = approve(hq, RAW).record.serial
    with hq.desk() as desk:
        desk.revoke("device", serial)
        assert desk.status()["devices"][0]["revoked"] is True
    with pytest.raises(Revoked):
        approve(hq, make_request(KEYS, BRANCH, "front desk"))


def test_after_a_new_ca_key_the_same_request_is_signed_anew(hq):
    before = approve(hq, RAW)
    with hq.desk() as desk:
        desk.rotate(RootChange(replace=("ca",)))
    after = approve(hq, RAW)
    assert after.raw != before.raw
    assert (after.record.serial, after.record.root_version) == (before.record.serial, 2)


def test_a_slot_file_is_no_request(hq):
    with hq.desk() as desk, pytest.raises(WrongType):
        desk.inspect(next(hq.stick.glob("*.slots")).read_bytes())
