"""Interop 4.2, 4.3, 4.10, 4.12: choices, true or false, essays, and how a response names an option."""

import pytest

from exams.interop.grading.door import grade_case
from exams.interop.grading.errors import BadCase, NotMarkable


def choice(kind, response, *fractions, **options):
    question = {"type": kind, "answers": [{"text": f"option {n}", "fraction": f} for n, f in enumerate(fractions)]}
    told = grade_case(question, response, options).to_json()
    return round(told["fraction"], 6), told["state"]


def test_single_earns_the_fraction_of_the_chosen_option():
    assert choice("single", "B", 0, 1, 0) == (1, "right")
    assert choice("single", "A", 0, 1, 0) == (0, "wrong")
    assert choice("single", "C", 0, 1, 0.5) == (0.5, "partial")


def test_single_may_cost_marks():
    assert choice("single", "A", -0.25, 1) == (-0.25, "wrong")


def test_an_option_may_be_named_by_its_text():
    assert choice("single", "option 1", 0, 1) == (1, "right")


def test_an_option_that_is_not_there_earns_nothing():
    assert choice("single", "Z", 0, 1) == (0, "wrong")


def test_two_options_for_a_single_choice_are_no_response():
    with pytest.raises(BadCase):
        choice("single", ["A", "B"], 1, 0)


@pytest.mark.parametrize("nothing", [None, "", "  ", []])
def test_nothing_chosen_is_blank(nothing):
    assert choice("single", nothing, 1, 0) == (0, "blank")
    assert choice("multiple", nothing, 1, 0) == (0, "blank")


def test_multiple_earns_the_sum_between_nothing_and_all():
    assert choice("multiple", ["A", "C"], 0.5, -0.5, 0.5) == (1, "right")
    assert choice("multiple", ["A"], 0.5, -0.5, 0.5) == (0.5, "partial")
    assert choice("multiple", ["A", "B"], 0.5, -0.5, 0.5) == (0, "wrong")
    assert choice("multiple", ["B"], 0.5, -0.5, 0.5) == (0, "wrong")
    assert choice("multiple", ["A", "C"], 0.8, 0, 0.8) == (1, "right")


def test_an_option_chosen_twice_counts_once():
    assert choice("multiple", ["A", "A"], 0.5, 0.5) == (0.5, "partial")


def test_thirds_of_seven_digits_make_a_whole():
    assert choice("multiple", ["A", "B", "C"], 0.3333333, 0.3333333, 0.3333333)[1] == "right"


def test_letters_may_come_as_one_text():
    assert choice("multiple", "AC", 0.5, -1, 0.5) == (1, "right")
    assert choice("multiple", "A, C", 0.5, -1, 0.5) == (1, "right")


def test_all_or_nothing():
    assert choice("multiple", ["A", "C"], 0.5, 0, 0.5, policy="all_or_nothing") == (1, "right")
    assert choice("multiple", ["A"], 0.5, 0, 0.5, policy="all_or_nothing") == (0, "wrong")
    assert choice("multiple", ["A", "B", "C"], 0.5, 0, 0.5, policy="all_or_nothing") == (0, "wrong")


def test_missing_options_may_earn_a_fixed_part_and_a_wrong_one_nothing():
    assert choice("multiple", ["A"], 0.5, 0, 0.5, policy="half") == (0.5, "partial")
    assert choice("multiple", ["A"], 0.5, 0, 0.5, policy="missing", missing_part="0.3") == (0.3, "partial")
    assert choice("multiple", ["A", "B"], 0.5, 0, 0.5, policy="half") == (0, "wrong")


def test_missing_options_may_earn_per_right_option():
    assert choice("multiple", ["A", "B"], 1, 1, 1, 0, policy="per_right") == (0.666667, "partial")
    assert choice("multiple", ["A", "D"], 1, 1, 1, 0, policy="per_right") == (0, "wrong")


def test_an_unknown_policy_is_refused():
    with pytest.raises(BadCase):
        choice("multiple", ["A"], 1, 1, policy="generous")


def test_a_key_of_letters_is_enough():
    question = {"type": "multiple", "key": "AC", "n_options": 4}
    assert grade_case(question, ["A", "C"]).state == "right"
    assert grade_case(question, ["A", "B", "C", "D"]).state == "wrong"
    assert grade_case({"type": "single", "key": "D", "n_options": 4}, "D").state == "right"


@pytest.mark.parametrize(("correct", "response", "state"), [(True, True, "right"), (False, True, "wrong")])
def test_true_or_false(correct, response, state):
    assert grade_case({"type": "truefalse", "correct": correct}, response).state == state


def test_false_is_an_answer_and_nothing_is_none():
    assert grade_case({"type": "truefalse", "correct": False}, False).state == "right"
    assert grade_case({"type": "truefalse", "correct": False}, None).state == "blank"


def test_neither_true_nor_false_is_refused():
    with pytest.raises(BadCase):
        grade_case({"type": "truefalse", "correct": True}, "perhaps")


def test_an_essay_waits_for_a_person():
    assert grade_case({"type": "essay"}, "text").to_json() == {"fraction": None, "state": "manual"}
    assert grade_case({"type": "essay"}, "").state == "blank"


@pytest.mark.parametrize("kind", ["hotspot", "description", "calculated", "nonsense"])
def test_a_type_that_no_program_marks_is_refused(kind):
    with pytest.raises(NotMarkable):
        grade_case({"type": kind}, "x")


@pytest.mark.parametrize("question", [None, "x", {}, {"type": 3}])
def test_a_question_that_is_none_is_refused(question):
    with pytest.raises(BadCase):
        grade_case(question, "A")


def short(response, *answers, **options):
    question = {"type": "shortanswer", "answers": [{"text": t, "fraction": f} for t, f in answers]}
    return grade_case(question, response, options)


def test_the_first_short_answer_that_fits_wins():
    assert short("frog", ("f*", 0.5), ("frog", 1)).fraction == 0.5
    assert short("frog", ("frog", 1), ("*", 0.1)).fraction == 1
    assert short("toad", ("frog", 1), ("*", 0.1)).state == "partial"


def test_a_short_answer_minds_case_where_question_or_options_say_so():
    assert short("Frog", ("frog", 1)).state == "right"
    assert short("Frog", ("frog", 1), usecase=True).state == "wrong"
    question = {"type": "shortanswer", "answers": [{"text": "frog", "fraction": 1}], "options": {"usecase": True}}
    assert grade_case(question, "Frog").state == "wrong"


@pytest.mark.parametrize("nothing", [None, "", " \t"])
def test_a_short_answer_of_nothing_is_blank(nothing):
    assert short(nothing, ("*", 1)).state == "blank"
