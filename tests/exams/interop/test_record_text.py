"""Questions as the bank keeps them: nothing is lost."""

import pytest
from hypothesis import given

from exams.interop.question import Media, Question
from exams.interop.record_text import BadRecord, question_from, record_text
from tests.exams.interop.made import ANY, CLOZE


@given(ANY | CLOZE)
def test_a_question_comes_back_whole(question):
    assert question_from(record_text(question)) == question


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
