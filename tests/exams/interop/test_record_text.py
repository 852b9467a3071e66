"""Questions as the bank keeps them: nothing is lost."""

import pytest
from hypothesis import given

from exams.interop.question import Answer, Media, Question
from exams.interop.record_text import BadRecord, heading_of, question_from, record_text
from tests.exams.interop.made import ANY, CLOZE


@given(ANY | CLOZE)
def test_a_question_comes_back_whole(question):
    text = record_text(question)
    assert question_from(text) == question
    assert heading_of(text) == (question.type, question.name)
    assert "\n" not in text


def test_what_an_answer_ends_with_that_is_usual_is_left_out():
    answers = (Answer("甲", 1.0), Answer("乙"), Answer("丙", 0.0, 0.5), Answer("丁", -1.0, None, "why"))
    text = record_text(Question("single", "n", "s", answers))
    assert '"answers":[["甲",1.0],["乙"],["丙",0.0,0.5,"",""],["丁",-1.0,null,"why",""]]' in text
    assert question_from(text).answers == answers


def test_files_and_sources_are_kept():
    question = Question(
        "essay", "n", "s", media=(Media("a.png", "/", "AAAA"),), source="<question/>", qti={"responses": []}
    )
    assert question_from(record_text(question)) == question


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "1",
        '{"type":1,"name":"a","stem":"b"}',
        '{"type":"a","name":"b","stem":"c","more":1}',
        '{"type":"a","name":"b","stem":"c","answers":5}',
    ],
)
def test_what_is_no_record_is_refused(text):
    with pytest.raises(BadRecord):
        question_from(text)
    with pytest.raises(BadRecord):
        heading_of(text)
