"""Aiken (interop 3.3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.aiken import read_aiken
from exams.interop.codes import Code
from exams.interop.question import Question
from exams.interop.result import Rejected

GOOD = "Stem\nA) one\nB) two\nANSWER: B\n"


def told(text):
    return [(one.code, one.line) for one in read_aiken(text) if isinstance(one, Rejected)]


def questions(text):
    return [one for one in read_aiken(text) if isinstance(one, Question)]


def test_a_question_has_one_right_option():
    (question,) = questions(GOOD)
    assert (question.type, question.stem, question.line) == ("single", "Stem", 1)
    assert [(one.text, one.fraction) for one in question.answers] == [("one", 0), ("two", 1)]


@pytest.mark.parametrize("option", ["A) one", "A. one", "A)one", "A.\tone", "  A)  one  "])
def test_a_letter_with_a_dot_or_a_bracket_begins_an_option(option):
    (question,) = questions(f"Stem\n{option}\nB) two\nANSWER: A")
    assert question.answers[0].text == "one"


def test_the_answer_line_ends_a_question_without_a_blank_line():
    assert len(questions(GOOD + GOOD)) == 2


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_every_line_end_counts_as_one_line(end):
    assert [one.line for one in questions((GOOD + GOOD).replace("\n", end))] == [1, 5]


def test_lines_shorter_than_two_characters_are_ignored():
    assert len(questions("Stem\n-\nA) one\n\nB) two\n \nANSWER: B")) == 1


def test_one_chinese_character_is_a_line():
    # Moodle counts bytes.
    (question,) = questions("问\nA) 甲\nB) 乙\nANSWER: A")
    assert question.stem == "问"


def test_only_the_first_letter_of_the_answer_counts():
    (question,) = questions(GOOD.replace("ANSWER: B", "ANSWER:  A or B"))
    assert [one.fraction for one in question.answers] == [1, 0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stem\nA) one\nANSWER: A\n", [(Code.TOO_FEW, 1)]),
        ("Stem\nANSWER: A\n", [(Code.TOO_FEW, 1)]),
        ("Stem\nA) one\nB) two\nANSWER: C\n", [(Code.AIKEN_KEY, 1)]),
        ("Stem\nA) one\nB) two\nANSWER: b\n", [(Code.AIKEN_KEY, 1)]),
        ("Stem\nA) one\nB) two\nANSWER:\n", [(Code.AIKEN_KEY, 1)]),
        ("A) one\n", [(Code.AIKEN_START, 1)]),
        ("ANSWER: A\n", [(Code.AIKEN_START, 1)]),
        ("Two\nlines\nA) one\nB) two\nANSWER: A\n", [(Code.AIKEN_END, 1)]),
        ("Stem\nA) one\nB) two\nAnswer: A\n", [(Code.AIKEN_END, 1), (Code.AIKEN_END, 4)]),
        ("Stem\nA) one\nB) two\n", [(Code.AIKEN_END, 1)]),
    ],
)
def test_what_is_refused_has_a_line_and_the_others_go_on(text, found):
    assert told(text) == found
    assert questions(f"{GOOD}{text}")[0].stem == "Stem"


@given(st.text(alphabet="ABa.) \n\rANSWER:甲", max_size=120))
def test_any_text_is_read(text):
    for one in read_aiken(text):
        assert one.line >= 1
