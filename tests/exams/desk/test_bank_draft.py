"""A question as a form: what goes in comes out, and what would be lost is not offered."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.content.forbidden import Forbidden
from exams.desk.bank_draft import Draft, draft_findings, draft_of, forbidden_in, question_of
from exams.interop.question import Answer, Media, Question
from tests.architecture.tree import ROOT

WORDS = Forbidden(options=("以上都对",), promises=("保本",), stems=("下列说法正确的是",))
SINGLE = Question(
    "single", "甲", "哪一个？", (Answer("对", 1.0, feedback="好"), Answer("错", -0.25)), format="plain", feedback="因为"
)
GOOD = Draft("single", "哪一个？", ("对", "错"), "A")
line = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(str.strip)


@pytest.mark.parametrize(
    "asked",
    [
        Question("essay", "", "写"),
        Question("cloze", "", "写"),
        Question("single", "", "<img src='x'>", (Answer("对", 1.0), Answer("错"))),
        Question("single", "", "写", (Answer("<b>对</b>", 1.0), Answer("错"))),
        Question("single", "", "写", (Answer("对", 1.0), Answer("错")), media=(Media("a.png"),)),
        Question("single", "", "写", tuple(Answer(str(number)) for number in range(9))),
        Question("shortanswer", "", "写", (Answer("对", 1.0), Answer("半", 0.5))),
    ],
)
def test_what_the_form_would_lose_is_not_offered(asked):
    assert draft_of(asked) is None


def test_paragraphs_and_entities_of_html_become_lines_and_characters():
    asked = Question("truefalse", "", "<p>甲 &lt; 乙</p>", correct=True)
    assert draft_of(asked) == Draft("truefalse", "甲 < 乙", key="true")


@given(line, st.lists(line, min_size=2, max_size=8), st.data())
def test_a_form_that_is_saved_shows_the_same_again(stem, options, data):
    letters = "ABCDEFGH"[: len(options)]
    key = "".join(sorted(data.draw(st.sets(st.sampled_from(letters), min_size=1))))
    draft = Draft("multiple", stem, tuple(one.strip() for one in options), key, "章", "难", "因为")
    asked = Question("multiple", "甲", "旧", (Answer("x", 1.0), Answer("y")), format="plain")
    assert draft_of(question_of(asked, draft)) == draft


def test_weights_and_feedback_stay_while_the_key_is_the_same():
    draft = draft_of(SINGLE)
    changed = question_of(SINGLE, replace(draft, stem="哪个？"))
    assert changed.answers == SINGLE.answers
    assert question_of(SINGLE, draft) == SINGLE


def test_a_name_made_from_the_stem_follows_it_and_a_given_one_stays():
    named = replace(SINGLE, name="哪一个？")
    draft = replace(draft_of(SINGLE), stem="哪个？")
    assert question_of(named, draft).name == "哪个？"
    assert question_of(SINGLE, draft).name == "甲"


def test_another_key_of_several_shares_the_mark():
    asked = Question("multiple", "", "问", (Answer("a", 1.0), Answer("b"), Answer("c", -1.0)), format="plain")
    changed = question_of(asked, replace(draft_of(asked), key="BC"))
    assert [one.fraction for one in changed.answers] == [0.0, 0.5, 0.5]


def test_accepted_answers_stand_one_a_line():
    asked = Question("shortanswer", "", "问", (Answer("甲", 1.0),), format="plain")
    changed = question_of(asked, replace(draft_of(asked), key="甲\n\n 乙 "))
    assert [(one.text, one.fraction) for one in changed.answers] == [("甲", 1.0), ("乙", 1.0)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"stem": " "}, "E_FIELD_MISSING"),
        ({"options": ("对", " ")}, "E_TOO_FEW"),
        ({"key": ""}, "E_NO_ANSWER"),
        ({"key": "C"}, "E_SHEET_KEY"),
        ({"key": "AB"}, "E_SHEET_ONE"),
        ({"type": "shortanswer", "options": (), "key": " \n"}, "E_NO_ANSWER"),
    ],
)
def test_a_draft_that_cannot_be_sat_is_refused(change, code):
    found = draft_findings(replace(GOOD, **change), WORDS)
    assert [(one.code, one.refuses) for one in found] == [(code, True)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"options": ("对", "", "错")}, "W_EMPTY_OPTION"),
        ({"options": ("对", "对")}, "W_SHEET_SAME"),
        ({"type": "multiple"}, "W_SHEET_FEW"),
        ({"options": ("对", "以上都对")}, "E_OPTION_FORBIDDEN"),
        ({"options": ("保本", "错")}, "E_OPTION_PROMISE"),
        ({"stem": "下列说法正确的是？"}, "E_STEM_FORBIDDEN"),
        ({"stem": "选一个"}, "E_STEM_NO_QUESTION"),
        ({"stem": "哪一个是错误的？"}, "E_NEGATIVE_PLAIN"),
        ({"options": ("9", "8")}, "E_OPTIONS_ORDER"),
        ({"feedback": "见 https://a.cn"}, "E_EXPLANATION_WEB"),
        ({"type": "truefalse", "options": (), "stem": "保本。", "key": "true"}, "E_STATEMENT_PROMISE"),
    ],
)
def test_a_rule_of_writing_is_told_and_refuses_nothing(change, code):
    found = draft_findings(replace(GOOD, **change), WORDS)
    assert [(one.code, one.refuses) for one in found] == [(code, False)]


def test_a_good_draft_has_no_finding():
    assert draft_findings(GOOD, WORDS) == ()


def test_the_words_come_from_the_file_of_the_bank_and_without_it_there_are_none(tmp_path):
    assert "以上都对" in forbidden_in(ROOT / "assets").options
    assert forbidden_in(tmp_path) == Forbidden()


def test_the_second_language_is_written_and_taken_away_in_the_form():
    other = "Which?\nA. Right\nB. Wrong"
    written = question_of(SINGLE, replace(draft_of(SINGLE), other=other))
    assert written.options["translation"] == {"stem": "Which?", "options": ["Right", "Wrong"]}
    assert draft_of(written).other == other
    assert question_of(written, replace(draft_of(written), other=" ")) == SINGLE


def test_a_second_language_that_is_not_whole_is_told_and_can_be_saved():
    found = draft_findings(replace(GOOD, other="Which?\nA. Right"), Forbidden((), (), ()))
    assert [(one.code, dict(one.facts), one.refuses) for one in found][:1] == [("W_TRANSLATION", {"count": 2}, False)]
    whole = draft_findings(replace(GOOD, other="Which?\nA. Right\nB. Wrong"), Forbidden((), (), ()))
    assert "W_TRANSLATION" not in [one.code for one in whole]
