"""What Moodle lets a person drag onto a picture: its key is read, and the question still goes round whole."""

from fractions import Fraction

import pytest

from exams.desk.bank_preview import key_of
from exams.interop.codes import Code
from exams.interop.grading.door import grade_case
from exams.interop.grading.outcome import State
from exams.interop.moodle_xml import read_moodle_xml
from exams.interop.question import Question
from exams.interop.record_text import question_from, record_text
from exams.interop.writers import WRITERS
from tests.exams.interop.moodle import only, told

DRAGS = (
    "<drag><no>1</no><text>柜台</text><draggroup>1</draggroup></drag>"
    "<drag><no>2</no><text>金库</text><draggroup>1</draggroup></drag>"
    "<drag><no>3</no><text>红</text><draggroup>2</draggroup></drag>"
    '<drag><no>4</no><text/><draggroup>1</draggroup><file name="a.png" encoding="base64">AAAA</file></drag>'
)


def drop(choice, at=1):
    return f"<drop><text/><no>{at}</no><choice>{choice}</choice><xleft>10</xleft><ytop>20</ytop></drop>"


def test_every_place_on_a_picture_offers_the_words_of_its_group_and_keys_one():
    question = only("ddimageortext", DRAGS + drop(2, 1) + drop(3, 2) + drop(4, 3))
    offered = [[(one.text, one.fraction) for one in part.answers] for part in question.parts]
    assert offered == [
        [("柜台", 0), ("金库", 1), ("4", 0)],
        [("红", 1)],
        [("柜台", 0), ("金库", 0), ("4", 1)],
    ]
    assert question.media == ()
    assert DRAGS in question.source


def test_places_on_a_picture_grade_as_right_parts_of_all():
    """Interop 4.3; Moodle counts them as it counts the gaps of a text."""
    question = only("ddimageortext", DRAGS + drop(2, 1) + drop(3, 2)).to_json()
    assert grade_case(question, ["金库", "红"]).fraction == 1
    assert grade_case(question, ["柜台", "红"]).fraction == Fraction(1, 2)
    assert grade_case(question, ["", ""]).state == State.BLANK


def test_a_place_that_names_no_word_leaves_the_question_without_a_key():
    assert only("ddimageortext", DRAGS + drop(9)).parts == ()


def test_places_and_words_by_the_thousand_are_refused():
    words = "".join(f"<drag><no>{number}</no><text>a</text></drag>" for number in range(200))
    assert told("ddimageortext", words + drop(1) * 100) == [Code.TOO_MANY]


def test_every_marker_is_keyed_by_its_region():
    markers = "".join(
        f"<drag><no>{number}</no><text>{text}</text><noofdrags>1</noofdrags></drag>"
        for number, text in ((1, "灭火器"), (2, "报警铃"))
    )
    drops = "".join(
        f"<drop><no>{choice}</no><shape>circle</shape><coords>{choice}0,20;5</coords><choice>{choice}</choice></drop>"
        for choice in (2, 1, 7)
    )
    question = only("ddmarker", markers + drops)
    assert question.pairs == (("报警铃", "circle 20,20;5"), ("灭火器", "circle 10,20;5"))
    assert question.to_json()["pairs"] == [["报警铃", "circle 20,20;5"], ["灭火器", "circle 10,20;5"]]
    assert key_of(question) == "报警铃 → circle 20,20;5; 灭火器 → circle 10,20;5"


@pytest.mark.parametrize(("kind", "inner"), [("ddimageortext", DRAGS + drop(2)), ("ddmarker", DRAGS + drop(2))])
def test_what_is_dragged_onto_a_picture_goes_out_as_it_came_in(kind, inner):
    question = only(kind, inner)
    warnings = []
    written = "".join(WRITERS["moodle-xml"]([question_from(record_text(question))], warnings))
    (again,) = (one for one in read_moodle_xml(written.encode()) if isinstance(one, Question) and one.type == kind)
    assert (again.parts, again.pairs, again.stem, warnings) == (question.parts, question.pairs, question.stem, [])
