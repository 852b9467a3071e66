r"""Cloze (interop 3.4): names of types, weights, escapes, what is refused; and that no text takes for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.cloze import KINDS, parse_cloze, read_cloze
from exams.interop.codes import Code
from exams.interop.question import Answer, Question
from exams.interop.result import NotRead


def part(blank):
    (found,) = parse_cloze(f"Before {blank} after").parts
    return found


def pairs(blank):
    return [(one.text, one.fraction) for one in part(blank).answers]


def refusal(text):
    with pytest.raises(NotRead) as refused:
        parse_cloze(text)
    return refused.value.code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((name, "numerical") for name in ("NUMERICAL", "NM")),
        *((name, "shortanswer") for name in ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC")),
        *((f"MULTICHOICE{form}", "single") for form in ("", "_V", "_H", "_S", "_VS", "_HS")),
        *((f"MC{form}", "single") for form in ("", "V", "H", "S", "VS", "HS")),
        *((f"MULTIRESPONSE{form}", "multiple") for form in ("", "_H", "_S", "_HS")),
        *((f"MR{form}", "multiple") for form in ("", "H", "S", "HS")),
    ],
)
def test_every_name_of_a_type_is_read(name, kind):
    assert part(f"{{1:{name}:=1~2}}").type == kind


def test_there_are_no_other_names():
    assert len(KINDS) == 28


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("MC", {"layout": "dropdown"}),
        ("MCS", {"layout": "dropdown", "shuffle": True}),
        ("MCV", {"layout": "vertical"}),
        ("MULTICHOICE_HS", {"layout": "horizontal", "shuffle": True}),
        ("MR", {"layout": "vertical"}),
        ("MRS", {"layout": "vertical", "shuffle": True}),
        ("MRH", {"layout": "horizontal"}),
        ("SA", {}),
        ("SAC", {"usecase": True}),
    ],
)
def test_a_name_says_how_its_blank_is_shown(name, options):
    assert part(f"{{1:{name}:=a~b}}").options == options


def test_the_mark_is_the_sum_of_the_weights():
    cloze = parse_cloze("{3:SA:=a} {:SA:=b} {2:NM:=1}")
    assert ([one.mark for one in cloze.parts], cloze.mark) == ([3, 1, 2], 6)


def test_blanks_become_numbered_marks_in_the_stem():
    assert parse_cloze("a {1:SA:=x} b {1:SA:=y}.").stem == "a {#1} b {#2}."


@pytest.mark.parametrize(
    ("blank", "answers"),
    [
        ("{1:SA:=a~b}", [("a", 1), ("b", 0)]),
        ("{1:MC:~a~=b}", [("a", 0), ("b", 1)]),
        ("{1:SA:%100%a~%50%b}", [("a", 1), ("b", 0.5)]),
        ("{1:MC:=a~%33,33333%b~%-25.5%c}", [("a", 1), ("b", 0.3333333), ("c", -0.255)]),
        ("{1:SA:=a\nb}", [("a\nb", 1)]),
        (r"{1:SA:=a\}b\#c}", [("a}b#c", 1)]),
        ("{1:SA:=a&lt;b&#1085;&amp;c}", [("a<bн&c", 1)]),
        ("{1:SA:=a&copy b}", [("a&copy b", 1)]),
    ],
)
def test_alternatives_weights_escapes_and_entities(blank, answers):
    assert pairs(blank) == [(text, pytest.approx(fraction)) for text, fraction in answers]


def test_feedback_is_behind_a_hash_with_escapes_of_its_own():
    assert part(r"{1:SA:=a#good \} &gt; \# more~b#bad}").answers == (
        Answer("a", 1.0, None, "good } > # more"),
        Answer("b", 0.0, None, "bad"),
    )


@pytest.mark.parametrize(
    ("blank", "answer"),
    [
        ("{1:NM:=3.14:0.01}", Answer("3.14", 1.0, 0.01)),
        ("{1:NM:=-3}", Answer("-3", 1.0, 0.0)),
        ("{1:NM:=3,5:0,1}", Answer("3,5", 1.0, 0.1)),
        ("{1:NM:=1e3:.5}", Answer("1e3", 1.0, 0.5)),
        ("{1:NM:=*}", Answer("*", 1.0)),
    ],
)
def test_numbers_have_tolerances_and_decimal_commas(blank, answer):
    assert part(blank).answers == (answer,)


def test_several_right_answers_share_the_mark_and_a_wrong_one_takes_a_share():
    assert pairs("{1:MR:=a~=b~c}") == [("a", 0.5), ("b", 0.5), ("c", -0.5)]


def test_weights_of_several_are_scaled_and_wrong_ones_left_as_given():
    assert pairs("{1:MR:%100%a~%100%b~%-30%c~d}") == [("a", 0.5), ("b", 0.5), ("c", -0.3), ("d", 0)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no blank", Code.CLOZE_NONE),
        ("{1:FOO:=a}", Code.CLOZE_TYPE),
        ("{1:SA:=a} {1:shortanswer:=b}", Code.CLOZE_TYPE),
        ("{1:SA:%50%a}", Code.CLOZE_KEY),
        ("{1:MC:a~b}", Code.CLOZE_KEY),
        ("{1:MR:a~b}", Code.CLOZE_KEY),
        ("{1:NM:~1}", Code.CLOZE_KEY),
        ("{1:MC:=a}", Code.TOO_FEW),
        ("{1:SA:=}", Code.TOO_FEW),
        ("{1:NM:=many}", Code.NUMBER),
        ("{1:SA:=a", Code.CLOZE_OPEN),
        (r"{1:SA:=a\} and no more", Code.CLOZE_OPEN),
    ],
)
def test_what_is_refused(text, code):
    assert refusal(text) is code


def test_a_file_of_embedded_answers_is_one_question():
    (question,) = read_cloze("\nThe {1:SA:=cat} sat on\n\nthe {2:MC:=mat~rug}.\n")
    assert isinstance(question, Question)
    assert (question.type, question.mark, len(question.parts)) == ("cloze", 3, 2)


@pytest.mark.parametrize("text", ["{1:MC:" + "~a" * 20_000, "{1:SA:=a#" * 5_000, "{1:FOO:" + "=" * 50_000])
def test_a_text_made_to_be_split_in_many_ways_is_read_in_one_pass(text):
    assert refusal(text) in {Code.CLOZE_OPEN, Code.CLOZE_NONE}


@given(st.text(alphabet="{}1:SAMCRNW=~#%\\&;,5a \n", max_size=80))
def test_any_text_is_read_or_refused(text):
    for one in read_cloze("{1:SA:=a}" + text):
        assert one.line == 1
