"""The file in which HR says how branches learn."""

import pytest

from exams.bundles.study_rules import StudyRules, read_study_rules, sign_study_rules, study_rules_name
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
