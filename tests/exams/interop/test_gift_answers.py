"""The answers of GIFT questions (interop 3.1): options, weights, short answers, numbers, pairs, orderings."""

import pytest

from exams.interop.codes import Code
from exams.interop.gift import read_gift
from exams.interop.question import Question
from exams.interop.result import Rejected, Warned


def everything(text):
    return list(read_gift(text))


def questions(text):
    return [one for one in read_gift(text) if isinstance(one, Question)]


def only(text):
    (question,) = questions(text)
    return question


def fractions(text):
    return [(one.text, one.fraction) for one in only(text).answers]


def codes(text, kind):
    return [(one.code, one.line) for one in read_gift(text) if isinstance(one, kind)]


# 3.1: multichoice


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Q{=a ~b ~c}", [("a", 1), ("b", 0), ("c", 0)]),
        ("Q{~b\n=a\n~c\n}", [("b", 0), ("a", 1), ("c", 0)]),
        ("Q{~%50%a ~%-100%b ~%33.33333%c}", [("a", 0.5), ("b", -1), ("c", 0.3333333)]),
        ("Q{=a ~%25%b}", [("a", 1), ("b", 0.25)]),
        ("Q{~%100%a ~%0%b}", [("a", 1), ("b", 0)]),
        ("Q{=a ~50% of b}", [("a", 1), ("50% of b", 0)]),
        ("Q{=a ~%x%b}", [("a", 1), ("%x%b", 0)]),
        ("Q{loose ~a =b}", [("loose", 0), ("a", 0), ("b", 1)]),
        ("Q{=1+1=2 ~3}", [("1+1", 1), ("2", 1), ("3", 0)]),
    ],
)
def test_options_and_their_fractions(text, answers):
    assert fractions(text) == [(option, pytest.approx(fraction)) for option, fraction in answers]


def test_feedback_of_an_option_is_behind_its_first_hash():
    assert only("Q{=a#good#really ~b}").answers[0].feedback == "good#really"


def test_an_option_over_several_lines_keeps_them():
    assert only("Q{\n=first\nsecond\n~b\n}").answers[0].text == "first\nsecond"


def test_a_weight_behind_an_equals_sign_is_read_and_told():
    # Moodle leaves %50% in the text and gives the whole mark.
    assert fractions("Q{=%50%a =%100%b ~c}") == [("a", 0.5), ("b", 1.0), ("c", 0.0)]
    assert codes("Q{=%50%a =b ~c}", Warned) == [(Code.GIFT_WEIGHT, 1)]


def test_an_empty_option_is_kept_and_told():
    assert fractions("Q{=a ~ ~b}") == [("a", 1), ("", 0), ("b", 0)]
    assert codes("Q{=a ~ ~b}", Warned) == [(Code.EMPTY_OPTION, 1)]


def test_a_fraction_moodle_does_not_know_is_kept_and_told():
    assert fractions("Q{~%37%a ~%63%b}") == [("a", 0.37), ("b", 0.63)]
    assert codes("Q{~%37%a ~%50%b}", Warned) == [(Code.FRACTION_UNKNOWN, 1)]


def test_a_weight_with_two_signs_is_refused():
    assert codes("Q{=a ~%--50%b}", Rejected) == [(Code.FRACTION, 1)]


@pytest.mark.parametrize("text", ["Q{~one}", "Q{=a -> b}", "Q{~}"])
def test_too_few_options_are_refused_where_moodles_importer_dies(text):
    assert codes(f"{text}\n\nNext{{}}", Rejected) == [(Code.TOO_FEW, 1)]
    assert [one.stem for one in questions(f"{text}\n\nNext{{}}")] == ["Next"]


# 3.1: true or false, short answers


@pytest.mark.parametrize(("word", "correct"), [("T", True), ("TRUE", True), ("F", False), ("FALSE", False)])
def test_true_and_false_in_capitals(word, correct):
    assert only(f"Q{{{word}}}").correct is correct


def test_the_first_feedback_is_for_a_wrong_answer():
    assert only("Q{F#wrong#right####all}").options == {"wrong_feedback": "wrong", "right_feedback": "right"}


@pytest.mark.parametrize("word", ["true", "false", "True", "t"])
def test_true_in_small_letters_is_a_short_answer_and_told(word):
    assert fractions(f"Q{{{word}}}") == [(word, 1.0)]
    assert codes(f"Q{{{word}}}", Warned) == [(Code.GIFT_LOWER, 1)]


def test_short_answers_have_weights():
    assert fractions("Q{=%100%Paris#yes =%50%paris =Lutetia}") == [("Paris", 1), ("paris", 0.5), ("Lutetia", 1)]


def test_a_short_answer_of_nothing_is_refused():
    assert codes("Q{=}", Rejected) == [(Code.NO_ANSWER, 1)]


# 3.1: numerical


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("{#3}", [("3", 1, 0)]),
        ("{#3.14:0.01}", [("3.14", 1, 0.01)]),
        ("{# -2e3 : .5 }", [("-2e3", 1, 0.5)]),
        ("{#1..5}", [("3", 1, 2)]),
        ("{#-5..-1}", [("-3", 1, 2)]),
        ("{#1.5..2}", [("1.75", 1, 0.25)]),
        ("{#=3:0.1 =%50%4:0.2}", [("3", 1, 0.1), ("4", 0.5, 0.2)]),
        ("{#=3:0.1#yes ~#no}", [("3", 1, 0.1), ("*", 0, None)]),
        ("{#*}", [("*", 1, 0)]),
    ],
)
def test_numbers_tolerances_and_ranges(text, answers):
    found = [(one.text, one.fraction, one.tolerance) for one in only(f"Q{text}").answers]
    assert found == [(number, fraction, around and pytest.approx(around)) for number, fraction, around in answers]


def test_the_tilde_of_a_number_is_feedback_for_any_other():
    assert only("Q{#3 ~#no}").answers[1].feedback == "no"


@pytest.mark.parametrize("text", ["{#abc}", "{#3,14}", "{#1..x}", "{#3:x}", "{#0x1A}", "{#= =3}", "{#1e999}", "{#nan}"])
def test_what_is_no_number_is_refused_where_moodle_takes_every_answer(text):
    assert codes(f"Q{text}", Rejected) == [(Code.NUMBER, 1)]


def test_a_finding_repeats_only_the_beginning_of_a_long_text():
    (refused,) = read_gift(f"Q{{#{'x' * 5000}}}")
    assert refused.facts["text"] == "x" * 100


@pytest.mark.parametrize("text", ["{#}", "{#~#no}"])
def test_a_number_is_needed(text):
    assert codes(f"Q{text}", Rejected) == [(Code.NO_ANSWER, 1)]


# 3.1: matching and ordering


def test_pairs_may_have_an_empty_left_side():
    assert only("Q{=a -> b = -> c =d->e}").pairs == (("a", "b"), ("", "c"), ("d", "e"))


def test_a_pair_without_an_arrow_is_refused():
    assert codes("Q{=a -> b =c}", Rejected) == [(Code.GIFT_MATCHING, 1)]


def test_the_items_of_an_ordering_stand_in_right_order():
    question = only("Q{>3 ALL HORIZONTAL ABSOLUTE_POSITION SHOW\none\ntwo\n three \n}")
    assert question.items == ("one", "two", "three")
    assert question.options["gradingtype"] == "ABSOLUTE_POSITION"


def test_an_ordering_of_one_item_is_refused():
    assert codes("Q{>1 ALL\none\n}", Rejected) == [(Code.TOO_FEW, 1)]
