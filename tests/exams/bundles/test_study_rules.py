"""The file in which HR says how branches learn."""

import pytest

from exams.bundles.hr_trust import SignedRules
from exams.bundles.study_checks import rules_after, study_findings
from exams.bundles.study_rules import StudyRules, read_study_rules, sign_study_rules, study_rules_name
from exams.journal.line import GENESIS, SALT_BYTES, Event, Record, line_hash, make_body, make_line
from exams.timing.clock import Moment
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.errors import BadSignature, NotStrict
from exams.trust.keys import SigningKey
from exams.trust.times import read_time

KEY, OTHER = SigningKey.generate(), SigningKey.generate()
KEYS = {KEY.keyid: KEY.public}
RULES = StudyRules(gating=False, branches=("BJ-WJ01", "GZ-TH03"), issued_wt=read_time("2026-11-29T09:00:00Z"))
TOLD = {"gating": 0, "call_pause": 1, "branches": ["BJ-WJ01"], "issued": "2026-11-29T09:00:00Z"}


def test_what_hr_signed_comes_out_again():
    assert read_study_rules(sign_study_rules(RULES, KEY), KEYS) == RULES
    assert (RULES.is_for("GZ-TH03"), RULES.is_for("SH-PD02"), StudyRules().is_for("SH-PD02")) == (True, False, True)


def test_another_key_signs_no_rules():
    with pytest.raises(BadSignature):
        read_study_rules(sign_study_rules(RULES, OTHER), KEYS)


@pytest.mark.parametrize(
    "change",
    [
        {"gating": 2},
        {"gating": True},
        {"call_pause": "off"},
        {"branches": ["bj wj"]},
        {"branches": ["BJ-WJ01", "BJ-WJ01"]},
        {"issued": "yesterday"},
        {"more": 1},
    ],
)
def test_what_is_signed_but_no_rule_is_refused(change):
    raw = sign_envelope(Purpose.STUDY_RULES, {**TOLD, **change}, [KEY])
    with pytest.raises(NotStrict):
        read_study_rules(raw, KEYS)


def test_a_code_that_no_branch_has_is_never_signed():
    with pytest.raises(NotStrict):
        sign_study_rules(StudyRules(branches=("../x",)), KEY)


def test_a_file_is_named_by_whom_it_is_for():
    names = [study_rules_name(StudyRules(branches=one)) for one in ((), ("BJ-WJ01",), ("A-1", "B-2", "C-3"))]
    assert names == ["study-all.rules", "study-BJ-WJ01.rules", "study-A-1-B-2-more.rules"]


SIGNED = (
    SignedRules("a" * 64, True, True),
    SignedRules("b" * 64, False, True, ("BJ-WJ01",)),
    SignedRules("c" * 64, True, False),
)


def learned(*told):
    """Journal lines about rules, each a hash and its two switches."""
    records, prev = [], GENESIS
    for seq, (sha, gating, call_pause) in enumerate(told, start=1):
        body = make_body({"gating": gating, "call_pause": call_pause, "issued_wt": 0, "sha": sha}, bytes(SALT_BYTES))
        line = make_line(seq, prev, Moment("boot", seq, seq, seq), Event.STUDY_RULES, "", body)
        records.append(Record(line, line.encode(), body))
        prev = line_hash(line.encode())
    return records


A, B, C = ("a" * 64, 1, 1), ("b" * 64, 0, 1), ("c" * 64, 1, 0)


def reasons(records, branch="BJ-WJ01", before="", signed=SIGNED):
    found = tuple(study_findings(records, branch, before, signed))
    assert {one.code for one in found} <= {"W_STUDY_RULES"}
    return [(one.seq, one.facts["reason"]) for one in found]


@pytest.mark.feature("a3")
def test_a_branch_that_learned_as_hr_said_is_not_spoken_of():
    assert reasons(learned(A, B, C)) == []
    assert reasons(learned(C), before=B[0]) == []
    assert reasons([]) == []


@pytest.mark.feature("a3")
@pytest.mark.parametrize(
    ("told", "how", "found"),
    [
        ([("d" * 64, 1, 1)], {}, [(1, "unknown")]),
        ([("", 0, 1), A], {}, [(1, "unknown")]),
        ([("a" * 64, 0, 1)], {}, [(1, "other")]),
        ([B], {"branch": "GZ-TH02"}, [(1, "branch")]),
        ([C, A], {}, [(2, "older")]),
        ([A], {"before": C[0]}, [(1, "older")]),
        ([A], {"signed": ()}, [(1, "unknown")]),
    ],
)
def test_rules_that_hr_never_signed_or_had_outdone_are_a_reason_to_look(told, how, found):
    assert reasons(learned(*told), **how) == found


def test_where_nobody_asks_nothing_is_found():
    assert reasons(learned(("d" * 64, 1, 1)), signed=None) == []


def test_what_holds_after_a_bundle_is_what_the_next_one_is_held_against():
    assert rules_after(learned(A, C), "") == C[0]
    assert rules_after([], C[0]) == C[0]
