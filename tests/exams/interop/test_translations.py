"""A question in two languages: asked in both where it is whole, never with an empty text, and written as one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.interop.door import read_bank
from exams.interop.exam_cards import Asked, card_item
from exams.interop.exam_places import CoursePlace
from exams.interop.question import Answer, Question
from exams.interop.sheets.write_files import write_csv
from exams.interop.translations import is_whole, translation_from, translation_of, translation_text

PLACE = Asked("bank-1", 1, CoursePlace(1, "1.1"))
WHOLE = {"stem": "Which?", "options": ["Right", "Wrong"], "feedback": "Because."}


def asked(translation, kind="single", **more):
    answers = (Answer("对", 1.0), Answer("错")) if kind == "single" else ()
    noted = {"translation": translation} if translation else {}
    said = {"answers": answers, "format": "plain", "feedback": "因为", "options": noted} | more
    return Question(kind, "甲", "哪一个？", **said)


def texts(question):
    item, key = card_item(question, PLACE)
    shown = {name: (one.stem, [text for _, text in one.options]) for name, one in item.wordings.items()}
    return shown, {name: one.text for name, one in key.explanations.items()}


def test_an_exam_shows_each_language_its_own_text():
    shown, told = texts(asked(WHOLE))
    assert shown == {"zh": ("哪一个？", ["对", "错"]), "en": ("Which?", ["Right", "Wrong"])}
    assert told == {"zh": "因为", "en": "Because."}


def test_a_question_in_english_is_completed_in_chinese():
    said = {"stem": "哪一个？", "options": ["对", "错"]}
    shown, told = texts(
        Question("single", "a", "Which?", (Answer("R", 1.0), Answer("W")), options={"translation": said})
    )
    assert shown == {"en": ("Which?", ["R", "W"]), "zh": ("哪一个？", ["对", "错"])}
    assert told == {"zh": "", "en": ""}


@pytest.mark.parametrize(
    "translation",
    [
        {},
        {"stem": "Which?"},
        {"stem": "Which?", "options": ["Right"]},
        {"stem": "Which?", "options": ["Right", ""]},
        {"stem": "Which?", "options": ["Same", "Same"]},
        {"stem": " ", "options": ["Right", "Wrong"]},
        {"options": ["Right", "Wrong"]},
        {"stem": 5, "options": 5},
        "rubbish",
    ],
)
def test_until_it_is_whole_the_one_language_stands_in_both(translation):
    question = asked(translation)
    assert not is_whole(question)
    assert texts(question)[0] == dict.fromkeys(("zh", "en"), ("哪一个？", ["对", "错"]))


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("truefalse", {"correct": True}),
        ("shortanswer", {"answers": (Answer("五", 1.0),)}),
        ("numerical", {"answers": (Answer("5", 1.0, 0.0),)}),
    ],
)
def test_types_without_options_need_only_their_stem(kind, more):
    assert texts(asked({"stem": "What?"}, kind, **more))[0] == {"zh": ("哪一个？", []), "en": ("What?", [])}


def test_what_is_paired_or_ordered_is_asked_in_its_one_language():
    question = asked({"stem": "Order!"}, "ordering", items=("甲", "乙", "丙"))
    assert texts(question)[0]["en"][0] == "哪一个？"


def test_a_person_writes_it_as_the_question_and_a_line_for_each_option():
    text = translation_text(asked(WHOLE))
    assert text == "Which?\nA. Right\nB. Wrong"
    assert translation_from(text, WHOLE) == WHOLE


def test_lines_that_begin_no_option_belong_to_what_stands_above():
    said = translation_from("One:\nB. is no first option\n\nA. one\nand more\nC) no third\nB、two", {})
    assert said == {"stem": "One:\nB. is no first option\n", "options": ["one and more C) no third", "two"]}


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_text_takes_the_language_away(text):
    assert translation_from(text, WHOLE) == {}


word = st.text("ab 甲。", min_size=1).map(lambda text: f"x{text.strip()}")


@given(word, st.lists(word, max_size=8))
def test_what_was_written_is_shown_again(stem, options):
    said = {"stem": stem} | ({"options": options} if options else {})
    question = asked(dict(translation_from(translation_text(asked(said)), {})))
    assert translation_of(question) == said


def test_a_table_takes_both_languages_out_and_in():
    question = asked(WHOLE, key="A", n_options=2)
    warnings = []
    (again,) = read_bank("".join(write_csv([question], warnings)).encode(), "a.csv").questions
    assert (translation_of(again), warnings) == (WHOLE, [])
