"""Headquarters signs a receipt with the `hr` role's key, and only for what was accepted."""

import pytest

from exams.bundles.ack import read_ack
from exams.bundles.verdict import Code, Finding, Verdict
from exams.desk.branch_errors import ReceiptRefused
from exams.trust.root import RoleName, first_root
from tests.exams.desk.enrolling import enrolled

HEAD = "ab" * 32


def verdict(serial, **changes):
    return Verdict(**{"serial": serial, "first": 1, "last": 7, "head": HEAD, "whole": True, **changes})


def test_a_receipt_is_signed_by_the_hr_role_and_goes_into_the_log(hq, tmp_path):
    _, record = enrolled(hq)
    with hq.desk() as desk:
        path = desk.receipt(verdict(record.serial), tmp_path / "out")
        (line,) = desk.log("receipt")
    root = first_root(hq.roots()[0].read_bytes())
    ack = read_ack(path.read_bytes(), *root.keys_of(RoleName.HR))
    assert (path.name, ack.serial, ack.size, ack.head) == (f"{record.serial}-7.receipt", record.serial, 7, HEAD)
    assert (line.facts["size"], line.facts["head"]) == (7, HEAD)


@pytest.mark.parametrize("changes", [{"whole": False}, {"findings": (Finding(Code.PAPER),)}])
def test_there_is_no_receipt_for_what_was_not_accepted(hq, tmp_path, changes):
    with hq.desk() as desk:
        with pytest.raises(ReceiptRefused):
            desk.receipt(verdict("D00000001", **changes), tmp_path)
        assert desk.log("receipt") == ()
    assert list(tmp_path.glob("*.receipt")) == []
