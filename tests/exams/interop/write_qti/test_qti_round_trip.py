"""Interop 2: what QTI can say is read back from both versions as the same question, and graded by the same key."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.interop.codes import Code
from exams.interop.door import read_bank
from exams.interop.grading.door import grade_case
from exams.interop.question import Answer, Part, Question
from exams.interop.writing import write_bank
from tests.exams.interop import made
from tests.exams.interop.write_qti import made_for_qti
from tests.exams.interop.write_qti.made_for_qti import as_read

VERSIONS = ["qti21", "qti3"]


def written(kind, *questions):
    warnings = []
    return b"".join(write_bank(questions, kind, warnings)), warnings


def back_from(kind, *questions):
    return read_bank(written(kind, *questions)[0]).questions


def one_back(kind, question):
    (back,) = back_from(kind, question)
    return back


def facts(question):
    """Everything that a question says of itself, in the form that reading gives."""
    return {
        "type": question.type,
        "name": question.name,
        "stem": as_read(question.stem, question.format),
        "answers": answers(question.answers, "plain" if question.type == "shortanswer" else question.format),
        "correct": question.correct,
        "pairs": [(as_read(left, question.format), as_read(right, "plain")) for left, right in question.pairs],
        "items": [as_read(one, question.format) for one in question.items],
        "parts": [(one.type, answers(one.answers, "plain"), dict(one.options), one.mark) for one in question.parts],
        "feedback": as_read(question.feedback, question.format),
        "mark": question.mark or 1.0,
        "options": {name: sorted(said) if name == "distractors" else said for name, said in question.options.items()},
    }


def answers(listed, usual):
    return [
        (as_read(one.text, one.format or usual), pytest.approx(one.fraction, abs=1e-9), one.tolerance) for one in listed
    ]


def number_written_plainly(question):
    """`-7.100` and `-7.1` are the same number."""
    if question.type == "numerical":
        return {**facts(question), "answers": [(float(text), *rest) for text, *rest in facts(question)["answers"]]}
    said = facts(question)
    parts = [
        (kind, [(float(text), *rest) if kind == "numerical" else (text, *rest) for text, *rest in listed], *others)
        for kind, listed, *others in said["parts"]
    ]
    return {**said, "parts": parts}


@pytest.mark.parametrize("name", sorted(made_for_qti.BY_TYPE))
@settings(max_examples=40)
@given(data=st.data())
def test_a_question_of_every_type_is_read_back_as_it_was(name, data):
    question = data.draw(made_for_qti.BY_TYPE[name])
    for kind in VERSIONS:
        assert number_written_plainly(one_back(kind, question)) == number_written_plainly(question)


@settings(max_examples=40)
@given(st.lists(made_for_qti.ANY, max_size=5))
def test_nothing_is_told_of_what_is_kept_whole_and_the_order_stays(questions):
    raw, warnings = written("qti21", *questions)
    assert warnings == []
    assert [one.name for one in read_bank(raw).questions] == [one.name for one in questions] if questions else raw


@settings(max_examples=40)
@given(st.lists(made.ANY | made.CLOZE, max_size=4))
def test_any_question_is_written_and_read_or_told(questions):
    for kind in VERSIONS:
        raw, warnings = written(kind, *questions)
        left_out = sum(one.code is Code.NOT_WRITTEN for one in warnings)
        if left_out < len(questions):
            assert len(read_bank(raw).questions) == len(questions) - left_out


@pytest.mark.parametrize("kind", VERSIONS)
@pytest.mark.parametrize("stem", ["1加1等于2。", "One and one are two."])
@pytest.mark.parametrize("correct", [True, False])
def test_true_or_false_stays_what_it_is_even_in_other_words(kind, stem, correct):
    question = Question("truefalse", "N", stem, correct=correct)
    raw, _ = written(kind, question)
    words = ("正确", "错误") if "加" in stem else ("True", "False")
    assert words[0] in member(raw, "items/q00001.xml")
    assert one_back(kind, question).correct is correct


def member(raw, name):
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return archive.read(name).decode()


def test_the_class_alone_makes_two_choices_a_question_of_true_or_false():
    text = member(written("qti21", Question("truefalse", "N", "S", correct=False))[0], "items/q00001.xml")
    other = text.replace("True", "Stimmt").replace("False", "Stimmt nicht")
    (question,) = read_bank(other.encode()).questions
    assert (question.type, question.correct) == ("truefalse", False)


GRADED = [
    (Question("multiple", "N", "S", tuple(Answer(one, part) for one, part in [("a", 0.5), ("b", 0.5), ("c", -1.0)]),
              mark=2.0), [(["A", "B"], 1), (["A"], 0.5), (["A", "C"], 0)]),
    (Question("multiple", "N", "S", tuple(Answer(one, part) for one, part in [("a", 0.5), ("b", 0.5), ("c", -1.0)]),
              mark=2.0, options={"policy": "all_or_nothing"}), [(["A", "B"], 1), (["A"], 0)]),
    (Question("single", "N", "S", (Answer("a", 1.0), Answer("b", 0.5), Answer("c"))), [("A", 1), ("B", 0.5), ("C", 0)]),
    (Question("numerical", "N", "S", (Answer("3", 1.0, 0.5), Answer("9", 0.5, 0.0))),
     [("3.4", 1), ("9", 0.5), ("4", 0)]),
    (Question("shortanswer", "N", "S", (Answer("York", 1.0), Answer("Leeds", 0.5)), mark=3.0),
     [("york", 1), ("LEEDS", 0.5), ("x", 0)]),
    (Question("truefalse", "N", "S", correct=False, mark=2.0), [(False, 1), (True, 0)]),
    (Question("ordering", "N", "S", items=("b", "a", "c"), mark=2.0), [(["b", "a", "c"], 1), (["a", "b", "c"], 0)]),
]  # fmt: skip


@pytest.mark.parametrize("kind", VERSIONS)
@pytest.mark.parametrize(("question", "cases"), GRADED)
def test_the_rules_in_the_file_give_the_marks_of_the_question(kind, question, cases):
    printed = one_back(kind, question).to_json()
    told = [float(grade_case(printed, response).fraction) for response, _ in cases]
    assert told == pytest.approx([part for _, part in cases])


@pytest.mark.parametrize("kind", VERSIONS)
def test_blanks_share_the_mark_by_their_weights(kind):
    parts = (Part("shortanswer", (Answer("a", 1.0),), 3.0), Part("numerical", (Answer("5", 1.0, 0.5),), 1.0))
    question = Question("fill", "N", "{#1} and {#2}", parts=parts, mark=2.0)
    printed = one_back(kind, question).to_json()
    given = [{"RESPONSE1": "a"}, {"RESPONSE2": "5.2"}, {"RESPONSE1": "a", "RESPONSE2": "5"}]
    assert [float(grade_case(printed, one).fraction) for one in given] == pytest.approx([0.75, 0.25, 1])
    assert [one.facts["what"] for one in written(kind, question)[1]] == ["weights"]
