"""Missing word: answers in the middle of a sentence, weights without a first percent sign, no escapes."""

from exams.interop.codes import Code
from exams.interop.missing_word import read_missing_word
from exams.interop.question import Answer, Question
from exams.interop.result import Rejected


def only(text):
    (question,) = read_missing_word(text)
    assert isinstance(question, Question)
    return question


def test_the_answers_leave_a_gap():
    question = only("We become students of {=anatomy ~science}, and\nremain so for life.")
    assert question.stem == "We become students of _____, and remain so for life."
    assert (question.type, question.answers) == ("single", (Answer("anatomy", 1.0), Answer("science")))


def test_a_weight_is_a_number_and_a_percent_sign():
    question = only("This is {=best#good ~75%fair#well ~_50 bad}")
    assert question.answers == (Answer("best", 1.0, None, "good"), Answer("fair", 0.75, None, "well"), Answer("50 bad"))


def test_one_answer_is_a_short_answer():
    question = only("The capital is {Paris}.")
    assert (question.type, question.answers) == ("shortanswer", (Answer("Paris", 1.0),))


def test_what_has_no_braces_or_no_answers_is_refused_with_its_line():
    found = list(read_missing_word("one {=a ~b}\n\ntwo\n\nthree {=a\n\nfour { }\n"))
    assert [(one.code, one.line) for one in found if isinstance(one, Rejected)] == [
        (Code.WORD_BRACE, 3),
        (Code.WORD_BRACE, 5),
        (Code.NO_ANSWER, 7),
    ]
