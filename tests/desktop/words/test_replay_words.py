"""What a replayed step says, with the letters that the person saw."""

from types import SimpleNamespace

import pytest

from desktop.words.disputes import milli_points
from desktop.words.replay import given_text, seen_letters
from exams.items.item import BestWorst, ItemType


def told(kind, given, order=("C", "A", "D", "B"), draft=""):
    place = SimpleNamespace(type=kind, order=order)
    paper = SimpleNamespace(at=lambda _position: place)
    answers = {} if given is None else {1: given}
    return given_text(SimpleNamespace(paper=paper, answers=answers, drafts={1: draft} if draft else {}), 1)


@pytest.mark.feature("e9")
@pytest.mark.parametrize(
    ("kind", "given", "text"),
    [
        (ItemType.SINGLE, "A", "B"),
        (ItemType.MULTIPLE, ("A", "B", "C"), "A, B, D"),
        (ItemType.ORDERING, ("A", "B", "C", "D"), "B, D, A, C"),
        (ItemType.TRUEFALSE, False, "False"),
        (ItemType.NUMERICAL, "12.50", "12.50"),
        (ItemType.BEST_WORST, BestWorst("C", ""), "best A, worst –"),
        (ItemType.NUMERICAL, None, ""),
    ],
)
def test_an_answer_is_told_with_the_letters_of_the_screen(kind, given, text):
    assert told(kind, given) == text


def test_what_was_typed_and_is_no_answer_yet_is_told_too():
    assert told(ItemType.NUMERICAL, None, draft="12.") == "12."


def test_a_text_that_is_no_letter_stays_as_it_is():
    assert seen_letters("BA")("电话挂失") == "电话挂失"


@pytest.mark.parametrize(
    ("text", "points"),
    [("0.5", 500), (" 2 ", 2000), ("1，25", 1250), ("0", 0), ("-1", None), ("x", None), ("0.0001", None), ("1e9", None),
     ("NaN", None), ("", None), ("Infinity", None)],
)  # fmt: skip
def test_points_are_read_as_people_type_them(text, points):
    assert milli_points(text) == points
