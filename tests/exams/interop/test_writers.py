"""Writing: what is written is read back the same, and what a format cannot say is told (interop 2)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.aiken import read_aiken
from exams.interop.codes import Code
from exams.interop.gift import read_gift
from exams.interop.moodle_xml import read_moodle_xml
from exams.interop.question import Answer, Media, Part, Question
from exams.interop.writers import WRITERS
from tests.exams.interop import made

CHOICE = Question("single", "N", "Stem", (Answer("a", 1.0), Answer("b")))


def written(kind, *questions):
    warnings = []
    return "".join(WRITERS[kind](questions, warnings)), warnings


def told(kind, question):
    return [(one.code, one.facts.get("what")) for one in written(kind, question)[1]]


def there_and_back(kind, *questions):
    text, _ = written(kind, *questions)
    read = {"gift": read_gift, "aiken": read_aiken, "moodle-xml": lambda said: read_moodle_xml(said.encode())}[kind]
    return [replace(one, line=0) for one in read(text) if isinstance(one, Question)]


@given(made.ANY)
def test_gift_is_read_back_as_it_was_or_told(question):
    text, warnings = written("gift", question)
    back = there_and_back("gift", question)
    if Code.NOT_WRITTEN in [one.code for one in warnings]:
        assert text == ""
    elif question.type in {"ordering", "description", "truefalse"}:
        assert [same(one) for one in back] == [same(question)]
    else:
        assert back == [question]


def same(question):
    """Without the settings that a format fills in."""
    return replace(question, options={name: said for name, said in question.options.items() if "feedback" in name})


@pytest.mark.parametrize(
    "question",
    [
        Question("single", "N", "S", (Answer("a", 1.0), Answer("b", 1.0))),
        Question("single", "N", "S", (Answer("%50%a", 1.0), Answer("%50%b"))),
        Question("single", "N", "[html]S", (Answer("[html]a", 1.0), Answer("b", 0.0, None, "[plain]f"))),
        Question("shortanswer", "N", "S", (Answer("%50%a", 1.0), Answer("T", 0.5))),
        Question("ordering", "N", "S", items=("//", "1 ALL", "[plain]x")),
        Question("matching", "N", "//S", pairs=(("[html]a", "[html]b"), ("", "c->d"))),
        Question("truefalse", "N", "S", correct=True, penalty=1.0, options={"right_feedback": "#"}),
        Question("numerical", "N", "S", (Answer("3", 1.0, 0.5), Answer("*", 0.0, None))),
        Question("essay", "$CATEGORY: x", "\\n\n{}", feedback="####"),
        Question("multiple", "N", "S", (Answer("a", 0.3333333), Answer("b", 0.6666667), Answer("=c", -1.0))),
    ],
)
def test_what_could_be_taken_for_more_is_read_back_from_gift(question):
    assert [same(one) for one in there_and_back("gift", question)] == [same(question)]


@pytest.mark.parametrize("text", ["\\}", "\\#", "\\\\}", "&amp;", "a&", "~", "=a", "%50%a", "{1:SA:=x}", "a\nb"])
def test_signs_of_cloze_in_its_answers_go_round(text):
    part = Part("shortanswer", (Answer(text, 1.0, None, text), Answer("b")))
    question = Question("cloze", "N", "A {#1}", parts=(part,))
    assert there_and_back("moodle-xml", question) == [question]


@given(st.lists(made.ANY, max_size=5))
def test_questions_of_gift_stay_apart(questions):
    text, warnings = written("gift", *questions)
    left_out = sum(one.code is Code.NOT_WRITTEN for one in warnings)
    assert len(there_and_back("gift", *questions)) == len(questions) - left_out
    assert isinstance(text, str)


@given(made.ANY | made.CLOZE)
def test_moodle_xml_is_read_back_as_it_was(question):
    assert [same(one) for one in there_and_back("moodle-xml", question)] == [same(question)]


@given(made.SINGLE)
def test_aiken_keeps_stem_options_and_key_or_tells(question):
    plain = replace(
        question, format="plain", answers=(question.answers[0], *(Answer(one.text) for one in question.answers[1:]))
    )
    text, warnings = written("aiken", plain)
    back = there_and_back("aiken", plain)
    if Code.NOT_WRITTEN in [one.code for one in warnings]:
        assert text == ""
    else:
        (one,) = back
        assert one.stem == " ".join(plain.stem.split())
        assert [(said.text, said.fraction) for said in one.answers] == [
            (" ".join(said.text.split()), said.fraction) for said in plain.answers
        ]


@pytest.mark.parametrize("kind", ["gift", "moodle-xml"])
def test_categories_are_written_where_they_change(kind):
    questions = [replace(CHOICE, category=path) for path in ("A", "A", "B/甲", "")]
    back = there_and_back(kind, *questions)
    assert [one.category for one in back if one.type != "category"] == ["A", "A", "B/甲", ""]
    assert [one.category for one in back if one.type == "category"] == ["A", "B/甲", ""]


def test_a_category_line_is_written_once():
    line = Question("category", "A", "", category="A", mark=0.0)
    assert written("gift", line, replace(CHOICE, category="A"))[0].count("$CATEGORY") == 1
    assert written("moodle-xml", line, replace(CHOICE, category="A"))[0].count('"category"') == 1


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"mark": 2.0}, "mark"),
        ({"penalty": 0.5}, "penalty"),
        ({"tags": ("x",)}, "tags"),
        ({"idnumber": "7"}, "idnumber"),
        ({"media": (Media("a"),)}, "media"),
        ({"options": {"hints": ["h"]}}, "hints"),
        ({"mark": 2.0, "tags": ("x",)}, "mark, tags"),
    ],
)
def test_what_gift_loses_is_told(changed, what):
    assert told("gift", replace(CHOICE, **changed)) == [(Code.LOST, what)]


def test_what_gift_keeps_is_not_told():
    kept = replace(CHOICE, feedback="f", category="A", answers=(Answer("a", 1.0, None, "x"), Answer("b", -0.5)))
    assert told("gift", kept) == []


@pytest.mark.parametrize(
    "question",
    [
        Question("cloze", "N", "{#1}", parts=(Part("shortanswer", (Answer("a", 1.0),)),)),
        Question("ddmarker", "N", "S"),
        Question("numerical", "N", "S", (Answer("1,5", 1.0),)),
        Question("numerical", "N", "S", (Answer("5 m", 1.0),)),
        Question("matching", "N", "S", pairs=(("a->b", "c"), ("d", "e"))),
        Question("shortanswer", "N", "S", (Answer("a->b", 1.0), Answer("c", 1.0))),
        Question("single", "N", "S", (Answer("a", 0.5), Answer("b", 0.5))),
    ],
)
def test_what_gift_cannot_say_is_left_out_and_told(question):
    text, warnings = written("gift", question, CHOICE)
    assert [one.code for one in warnings] == [Code.NOT_WRITTEN]
    assert text.count("::N::") == 1


def test_one_short_answer_with_an_arrow_is_written_without_an_equals_sign():
    question = Question("shortanswer", "N", "S", (Answer("a->b", 1.0),), format="moodle")
    assert there_and_back("gift", question) == [question]


@pytest.mark.parametrize(
    "question",
    [
        replace(CHOICE, type="multiple"),
        replace(CHOICE, answers=(Answer("a", 1.0), Answer("b", 1.0))),
        replace(CHOICE, answers=tuple(Answer(str(number), float(number == 0)) for number in range(27))),
        replace(CHOICE, stem="A) is an option"),
        replace(CHOICE, stem="ANSWER: 3"),
        replace(CHOICE, stem="x"),
        Question("truefalse", "N", "Stem", correct=True),
    ],
)
def test_what_aiken_cannot_say_is_left_out_and_told(question):
    text, warnings = written("aiken", question)
    assert (text, [one.code for one in warnings]) == ("", [Code.NOT_WRITTEN])


def test_aiken_loses_feedback_and_markup():
    question = replace(CHOICE, stem="<p>A &amp; B</p>\n<p>C</p>", feedback="f")
    assert written("aiken", question)[0] == "A & B C\nA) a\nB) b\nANSWER: A\n\n"
    assert told("aiken", question) == [(Code.LOST, "feedback")]


def test_moodle_xml_keeps_everything_of_a_question():
    question = replace(
        CHOICE,
        stem='See <img src="@@PLUGINFILE@@/a%20b.png" />',
        answers=(Answer("a", 1.0, None, "@@PLUGINFILE@@/c.png", "plain"), Answer("b", -0.3333333)),
        mark=2.5,
        penalty=0.1,
        tags=("one", "二"),
        idnumber="7",
        feedback="g",
        media=(Media("a b.png", "/", "QQ=="), Media("c.png", "/", "Qg=="), Media("d.png", "/", "Qw==")),
        options={"shuffleanswers": "true", "correctfeedback": "well", "hints": ["h", "i"]},
    )
    text, warnings = written("moodle-xml", question)
    (back,) = there_and_back("moodle-xml", question)
    assert set(back.media) == set(question.media)
    assert replace(back, media=(), answers=()) == replace(question, media=(), answers=())
    assert [one.fraction for one in back.answers] == pytest.approx([1, -0.3333333])
    assert text.index('name="c.png"') > text.index("<answer") > text.index('name="d.png"')
    assert warnings == []


def test_units_and_tolerances_go_round():
    options = {"units": [["m", 1.0], ["km", 1000.0]], "unitgradingtype": "1"}
    question = Question("numerical", "N", "S", (Answer("3", 1.0, 0.1), Answer("*", 0.0, 0.0)), options=options)
    assert there_and_back("moodle-xml", question) == [question]


def test_a_kept_type_is_written_as_it_came():
    source = '<question type="ddmarker"><name><text>N</text></name><drag><text>甲</text></drag></question>'
    (question,) = (one for one in read_moodle_xml(f"<quiz>{source}</quiz>".encode()) if isinstance(one, Question))
    assert source in written("moodle-xml", question)[0]


def test_a_fraction_that_moodle_refuses_is_told():
    question = replace(CHOICE, type="multiple", answers=tuple(Answer(str(one), 1 / 11) for one in range(11)))
    assert {one.code for one in written("moodle-xml", question)[1]} == {Code.FRACTION_UNKNOWN}


def test_characters_that_xml_cannot_hold_are_taken_out():
    assert there_and_back("moodle-xml", replace(CHOICE, stem="a\x00b\x0bc\ufffed"))[0].stem == "abcd"


@pytest.mark.parametrize("stem", ["{#1}", "{#1} {#3}", "no place"])
def test_cloze_whose_blanks_and_places_differ_is_left_out(stem):
    part = Part("shortanswer", (Answer("a", 1.0),))
    question = Question("cloze", "N", stem, parts=(part, part))
    assert told("moodle-xml", question) == [(Code.NOT_WRITTEN, None)]
