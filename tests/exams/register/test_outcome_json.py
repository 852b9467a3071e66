"""What a judging process says: read back as it was written, refused where it is anything else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.firewall.errors import FileUnreadable
from exams.register.outcome import CertificateRow, DeviceRow, Found, ListedRow, Outcome, Seen, SittingRow
from exams.register.outcome_json import outcome_bytes, outcome_from

WHOLE = Outcome(
    "ab" * 32,
    "D00000001",
    "BJ-WJ01",
    1,
    9,
    "cd" * 32,
    findings=(Found("W_PAUSE", 3, "s1", {"ms": 5, "reason": "名\ud7ff"}),),
    device=DeviceRow("D00000001", "BJ-WJ01", 9, "cd" * 32, 5, 6),
    anchors={"ABCDEFGHJK": 9},
    listed=(ListedRow("S1", "D00000002", 4, "ef" * 32, "AA=="),),
    sittings=(
        SittingRow(
            "s1", "D00000001", 3, "T1", "BJ-WJ01", "TELE", "c", "final", "A", "S1", 1, 5, 6, "graded", 90,
            passed=True, accepted=True, settled=False, codes="", result="{}", tried="{}",
        ),
    ),
    certificates=(CertificateRow("N-1", "s1", "T1", "BJ-WJ01", "TELE", 90, "2026-01-01", "2027-12-31"),),
    seen=Seen({"D00000001": ""}, {"T1": "x"}, {"S1": "y"}),
)  # fmt: skip


@pytest.mark.parametrize("told", [WHOLE, Outcome("ab" * 32), Outcome("ab" * 32, repeated=True)])
def test_an_outcome_is_read_back_as_it_was_written(told):
    assert outcome_from(outcome_bytes(told)) == told


def spoilt():
    """One field of the whole document, somewhere in it, is another kind of thing."""
    told = json.loads(outcome_bytes(WHOLE))
    for name in told:
        yield {**told, name: {"x": [1]}}
        yield {key: value for key, value in told.items() if key != name}
    for name in told["sittings"][0]:
        yield {**told, "sittings": [{**told["sittings"][0], name: None}]}
    yield {**told, "sittings": [{**told["sittings"][0], "more": 1}]}
    yield {**told, "anchors": {"A": "9"}}
    yield {**told, "findings": [{"code": "E", "seq": 1, "sitting": "", "facts": {"x": []}}]}


@pytest.mark.parametrize("told", list(spoilt()))
def test_anything_else_is_refused(told):
    with pytest.raises(FileUnreadable):
        outcome_from(json.dumps(told).encode())


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(raw):
    with pytest.raises(FileUnreadable):
        outcome_from(raw)
