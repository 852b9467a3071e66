"""The types of Moodle XML (interop 2 and 3.2): fractions, old forms, what is kept, what is refused."""

import pytest

from exams.interop.codes import Code
from exams.interop.question import Answer
from tests.exams.interop.moodle import PAIRS, TWO, UNIT, asked, everything, only, option, told

# multichoice


@pytest.mark.parametrize(
    ("single", "kind"),
    [
        ("<single>true</single>", "single"),
        ("<single>1</single>", "single"),
        ("<single> true </single>", "single"),
        ("", "single"),
        ("<single>false</single>", "multiple"),
        ("<single>0</single>", "multiple"),
        ("<single/>", "multiple"),
    ],
)
def test_old_and_new_forms_of_single(single, kind):
    assert only("multichoice", single + TWO).type == kind


def test_fractions_are_percent_in_the_file():
    answers = only("multichoice", option("33.33333", "a") + option("-50", "b") + option("100", "c")).answers
    assert [one.fraction for one in answers] == [pytest.approx(0.3333333), -0.5, 1]


def test_an_option_may_have_a_format_and_feedback_of_its_own():
    inner = '<answer fraction="100" format="plain_text"><text>a</text><feedback><text>f</text></feedback></answer>'
    assert only("multichoice", inner + TWO).answers[0] == Answer("a", 1.0, None, "f", "plain")


def test_an_answer_without_a_fraction_earns_nothing():
    assert only("multichoice", "<answer><text>a</text></answer>" + TWO).answers[0].fraction == 0


@pytest.mark.parametrize("fraction", ["", "right", "%"])
def test_a_fraction_that_is_no_number_is_refused(fraction):
    assert told("multichoice", option(fraction, "a") + TWO) == [Code.FRACTION]


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("", Code.NO_ANSWER),
        (option(100, "a"), Code.TOO_FEW),
        (option(37, "a") + option(100, "b"), Code.FRACTION_UNKNOWN),
        (option(50, "a") + option(50, "b"), Code.NO_FULL_MARK),
        (option(0, "") + TWO, Code.EMPTY_OPTION),
    ],
)
def test_what_is_refused_or_told_of_a_choice(inner, code):
    assert told("multichoice", inner) == [code]


def test_settings_and_hints_go_round():
    question = only(
        "multichoice",
        TWO + "<shuffleanswers>1</shuffleanswers><answernumbering>ABCD</answernumbering>"
        "<correctfeedback><text>Well done</text></correctfeedback><hint><text>Think</text></hint>",
    )
    assert question.options == {
        "shuffleanswers": "1",
        "answernumbering": "ABCD",
        "correctfeedback": "Well done",
        "hints": ["Think"],
    }


# true or false


@pytest.mark.parametrize(
    ("answers", "correct"),
    [
        ([(100, "true"), (0, "false")], True),
        ([(0, "true"), (100, "false")], False),
        ([(100, "false"), (0, "true")], False),
        ([(0, "false"), (100, "true")], True),
        ([(100, "true")], True),
    ],
)
def test_the_words_say_which_answer_is_right_not_their_order(answers, correct):
    assert only("truefalse", "".join(option(*one) for one in answers)).correct is correct


def test_words_of_an_old_file_go_by_their_order_and_are_told():
    inner = option(0, "Wahr") + option(100, "Falsch")
    assert only("truefalse", inner).correct is False
    assert Code.XML_ORDER in told("truefalse", inner)


def test_feedback_of_true_and_false_is_kept_by_what_is_right():
    inner = option(100, "true", "<feedback><text>yes</text></feedback>") + option(
        0, "false", "<feedback><text>no</text></feedback>"
    )
    assert only("truefalse", inner).options == {"right_feedback": "yes", "wrong_feedback": "no"}


def test_true_or_false_without_answers_is_refused():
    assert told("truefalse") == [Code.NO_ANSWER]


# short answers and numbers


@pytest.mark.parametrize(("usecase", "options"), [("1", {"usecase": True}), ("0", {}), ("", {})])
def test_case_counts_where_the_file_says_so(usecase, options):
    assert only("shortanswer", TWO + f"<usecase>{usecase}</usecase>").options == options


def test_tolerance_and_units_of_a_number():
    question = only("numerical", option(100, "3.5", "<tolerance>0.1</tolerance>") + option(50, "*") + UNIT)
    assert [(one.text, one.fraction, one.tolerance) for one in question.answers] == [("3.5", 1, 0.1), ("*", 0.5, 0)]
    assert question.options["units"] == [["m", 1000]]


def test_a_number_outside_its_text_and_a_fraction_as_an_element_are_old_forms():
    question = only("numerical", "<answer>42<fraction>1</fraction><tolerance>2</tolerance></answer>")
    assert question.answers == (Answer("42", 1.0, 2.0),)


@pytest.mark.parametrize("text", ["1,5", "1 000", "1e3", "1.5x10^3", "-3 m"])
def test_numbers_as_people_write_them_are_kept(text):
    assert only("numerical", option(100, text)).answers[0].text == text


@pytest.mark.parametrize("inner", [option(100, "many"), option(100, "3", "<tolerance>wide</tolerance>")])
def test_what_is_no_number_is_refused(inner):
    assert told("numerical", inner) == [Code.NUMBER]


# matching, ordering, gaps, kept types


def test_pairs_may_have_an_empty_left_side():
    assert only("matching", PAIRS).pairs == (("a", "1"), ("b", "2"), ("", "3"))


def test_one_pair_is_refused():
    assert told("matching", PAIRS[: PAIRS.index("</subquestion>") + 14]) == [Code.TOO_FEW]


def test_the_items_of_an_ordering_are_in_right_order():
    question = only("ordering", option(1, "one") + option(2, "two") + "<gradingtype>RELATIVE_TO_CORRECT</gradingtype>")
    assert (question.items, question.options) == (("one", "two"), {"gradingtype": "RELATIVE_TO_CORRECT"})


@pytest.mark.parametrize(("kind", "words"), [("gapselect", "selectoption"), ("ddwtos", "dragbox")])
def test_a_gap_offers_the_words_of_its_group(kind, words):
    inner = "".join(
        f"<{words}><text>{text}</text><group>{group}</group></{words}>"
        for text, group in [("a", 1), ("x", 2), ("b", 1), ("y", 2)]
    )
    stem = "<questiontext><text>[[3]] and [[2]]</text></questiontext>"
    first, second = only(kind, inner, stem=stem).parts
    assert [(one.text, one.fraction) for one in first.answers] == [("a", 0), ("b", 1)]
    assert [(one.text, one.fraction) for one in second.answers] == [("x", 1), ("y", 0)]


def test_gaps_and_words_by_the_thousand_are_refused():
    words = "<selectoption><text>a</text></selectoption>" * 1000
    stem = f"<questiontext><text>{'[[1]]' * 1000}</text></questiontext>"
    assert told("gapselect", words, stem=stem) == [Code.TOO_MANY]


def test_a_gap_without_a_word_is_refused():
    assert told("gapselect", stem="<questiontext><text>[[1]]</text></questiontext>") == [Code.NO_ANSWER]


@pytest.mark.parametrize("kind", ["ddmarker", "ddimageortext", "calculated"])
def test_a_kept_type_keeps_its_source(kind):
    inner = "<dataset_definitions><dataset_definition/></dataset_definitions>"
    assert inner in only(kind, inner).source


def test_a_fault_in_cloze_is_told_with_its_line():
    found = everything(asked("essay"), asked("cloze"), asked("essay"))
    assert (found[1].code, found[1].line) == (Code.CLOZE_NONE, 4)
