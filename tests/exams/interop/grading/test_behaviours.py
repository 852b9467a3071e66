"""Interop 4.8: several tries and stated certainty."""

import pytest

from exams.interop.grading.door import grade_case
from exams.interop.grading.errors import BadCase

SINGLE = {
    "type": "single",
    "answers": [{"text": "x", "fraction": 1}, {"text": "y", "fraction": 0.5}, {"text": "z", "fraction": 0}],
}


def graded(response, question=SINGLE, **options):
    told = grade_case(question, response, options).to_json()
    return round(told["fraction"], 6), told["state"]


def test_without_a_behaviour_the_fraction_stands():
    assert graded("A", penalty=0.5, tries=3) == (1, "right")
    assert graded("A", behaviour="deferredfeedback", tries=3) == (1, "right")


def test_adaptive_takes_a_penalty_for_every_try_before():
    assert graded("A", behaviour="adaptive", penalty=0.1, previous_tries=2) == (0.8, "right")


def test_adaptive_keeps_the_best_so_far():
    assert graded("C", behaviour="adaptive", penalty=0.1, previous_tries=2, best=0.5) == (0.5, "wrong")
    assert graded("A", behaviour="adaptive", penalty=0.1, previous_responses=["B", "C"]) == (0.8, "right")
    assert graded("C", behaviour="adaptive", penalty=0.1, previous_responses=["C", "B"]) == (0.4, "wrong")


def test_adaptive_without_penalties():
    assert graded("A", behaviour="adaptivenopenalty", penalty=0.1, previous_tries=2) == (1, "right")


def test_interactive_never_falls_below_nothing():
    assert graded("A", behaviour="interactive", penalty=0.25, tries_used=1) == (0.75, "right")
    assert graded("A", behaviour="interactive", penalty=0.5, tries_used=3) == (0, "right")


def test_a_try_by_its_number_counts_those_before_it():
    assert graded("A", behaviour="interactive", penalty=0.25, **{"try": 2}) == (0.75, "right")


def test_the_usual_penalty_is_a_third():
    assert graded("A", behaviour="interactive", tries=1) == (0.666667, "right")


@pytest.mark.parametrize(("certainty", "right", "wrong"), [(1, 1, 0), (2, 2, -2), (3, 3, -6)])
def test_certainty_raises_the_stakes(certainty, right, wrong):
    assert graded("A", behaviour="deferredcbm", certainty=certainty) == (right, "right")
    assert graded("C", behaviour="deferredcbm", certainty=certainty) == (wrong, "wrong")


def test_certainty_multiplies_a_part():
    assert graded("B", behaviour="immediatecbm", certainty=3) == (1.5, "partial")


def test_no_certainty_is_the_lowest():
    assert graded("C", behaviour="deferredcbm") == (0, "wrong")


def test_a_certainty_there_is_not_is_refused():
    with pytest.raises(BadCase):
        graded("A", behaviour="deferredcbm", certainty=4)


def test_an_unknown_behaviour_is_refused():
    with pytest.raises(BadCase):
        graded("A", behaviour="lenient")


MATCHING = {"type": "matching", "pairs": [["a", "1"], ["b", "2"], ["c", "3"]]}


def test_countback_charges_every_part_for_its_own_last_wrong_try():
    tries = [[["a", "1"], ["b", "3"], ["c", "2"]], [["a", "1"], ["b", "2"], ["c", "1"]]]
    final = [["a", "1"], ["b", "2"], ["c", "3"]]
    told = graded(final, MATCHING, behaviour="interactivecountback", penalty=0.25, previous_responses=tries)
    assert told == (round((1 + 0.75 + 0.5) / 3, 6), "right")


def test_countback_of_a_whole_question_is_interactive():
    assert graded("A", behaviour="countback", penalty=0.25, tries=1) == (0.75, "right")


def test_countback_gives_nothing_for_a_part_that_ends_wrong():
    tries = [[["a", "1"], ["b", "2"], ["c", "1"]]]
    final = [["a", "1"], ["b", "3"], ["c", "1"]]
    told = graded(final, MATCHING, behaviour="interactivecountback", penalty=0.25, previous_responses=tries)
    assert told == (0.333333, "partial")


def test_countback_weighs_the_blanks_of_a_cloze():
    parts = [
        {"type": "shortanswer", "mark": m, "answers": [{"text": t, "fraction": 1}]} for m, t in ((1, "a"), (3, "b"))
    ]
    told = graded(
        ["a", "b"], {"type": "cloze", "parts": parts}, behaviour="interactivecountback", penalty=0.5,
        previous_responses=[["a", "x"]],
    )  # fmt: skip
    assert told == (0.625, "right")
