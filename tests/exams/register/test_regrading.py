"""Before, after, what counts by the rule, and what follows for a certificate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.items.item import BestWorst, ItemType
from exams.register.correcting import answer_from, correction_from, correction_text, key_correction, policy_correction
from exams.register.regrade_errors import CorrectionRefused
from exams.register.regrading import (
    CertificateRule,
    Consequence,
    Figure,
    OutcomeRule,
    Turn,
    consequence_of,
    counts_by,
    turn_of,
)
from tests.exams.grading.places import Place

FIGURES = st.builds(
    lambda most, part, passed: Figure(most * part // 100, most, passed),
    st.integers(1, 100_000),
    st.integers(0, 100),
    st.booleans(),
)


@pytest.mark.feature("e6")
@given(FIGURES, FIGURES)
def test_never_lower_never_lowers(before, after):
    counts = counts_by(OutcomeRule.NEVER_LOWER, before, after)
    assert counts.passed >= before.passed
    assert counts.percent >= before.percent
    assert counts.score * before.max_score >= before.score * counts.max_score
    assert turn_of(before, counts) not in {Turn.DOWN, Turn.WORSE}


@given(FIGURES, FIGURES)
def test_never_lower_gives_everything_that_the_correction_gives(before, after):
    counts = counts_by(OutcomeRule.NEVER_LOWER, before, after)
    assert counts.passed >= after.passed
    assert counts.percent >= after.percent


@given(FIGURES, FIGURES)
def test_recompute_takes_what_the_correction_gives(before, after):
    assert counts_by(OutcomeRule.RECOMPUTE, before, after) == after


def figure(percent, passed):
    return Figure(percent * 1000, 100_000, passed)


KEEP, REVISE = CertificateRule.KEEP, CertificateRule.REVISE


@pytest.mark.feature("e6")
@pytest.mark.parametrize(
    ("rule", "before", "counts", "certified", "what"),
    [
        (KEEP, figure(70, False), figure(81, True), False, Consequence.ISSUE),
        (KEEP, figure(81, True), figure(70, False), True, Consequence.REVOKE),
        (KEEP, figure(81, True), figure(70, False), False, Consequence.NONE),
        (KEEP, figure(81, True), figure(85, True), True, Consequence.KEEP),
        (REVISE, figure(81, True), figure(85, True), True, Consequence.REVISE),
        (REVISE, figure(81, True), figure(81, True), True, Consequence.KEEP),
        (REVISE, figure(81, True), figure(85, True), False, Consequence.NONE),
        (REVISE, figure(60, False), figure(70, False), False, Consequence.NONE),
    ],
)
def test_a_certificate_is_kept_revised_issued_or_revoked_by_the_rule(rule, before, counts, certified, what):
    assert consequence_of(rule, before, counts, certified=certified) is what


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        (ItemType.SINGLE, "c", "C"),
        (ItemType.MULTIPLE, "A, C", ("A", "C")),
        (ItemType.MULTIPLE, '["A","C"]', ("A", "C")),
        (ItemType.TRUEFALSE, "true", True),
        (ItemType.BEST_WORST, "c / a ", None),
        (ItemType.BEST_WORST, "a/c", BestWorst("A", "C")),
    ],
)
def test_an_answer_is_understood_as_officers_write_it(kind, typed, told):
    place = Place(kind)
    if told is None:
        with pytest.raises(CorrectionRefused) as refused:
            key_correction(place.item, place.key, [answer_from(place.item, typed)])
        assert refused.value.facts["reason"] == "same"
        return
    correction = key_correction(place.item, place.key, [answer_from(place.item, typed)])
    assert correction.accepted == (told,)
    assert correction_from(correction_text(correction)) == correction


@pytest.mark.parametrize(
    ("kind", "typed", "reason"),
    [
        (ItemType.SINGLE, "F", "key"),
        (ItemType.SINGLE, "", "key"),
        (ItemType.SINGLE, "B", "same"),
        (ItemType.SINGLE, "[" * 5000, "key"),
        (ItemType.MULTIPLE, "", "key"),
        (ItemType.BEST_WORST, "C", "key"),
        (ItemType.BEST_WORST, '{"best": 1}', "key"),
        (ItemType.TRUEFALSE, "maybe", "key"),
        (ItemType.NUMERICAL, "12", "numerical"),
    ],
)
def test_what_is_no_answer_is_no_key(kind, typed, reason):
    place = Place(kind)
    with pytest.raises(CorrectionRefused) as refused:
        key_correction(place.item, place.key, [answer_from(place.item, typed)])
    assert refused.value.facts["reason"] == reason


@pytest.mark.parametrize("gates", [(None, None, None), (101, None, None), (None, -1, None)])
def test_a_policy_that_changes_nothing_or_leaves_its_range_is_refused(gates):
    with pytest.raises(CorrectionRefused):
        policy_correction("final", *gates)


def test_a_policy_comes_back_as_it_was_kept():
    told = policy_correction("final", 0, None, 25)
    assert (told.pass_percent, told.negative) == (0, 2_500_000)
    assert correction_from(correction_text(told)) == told
