"""A paper for a PC that failed: every type of question can be answered with a pen, and the answer sheet has room."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage

from certificates import Grid, Lines, Raster
from desktop.wiring.paper_sheet import paper_sheet
from exams import ItemType, PrintedPaper, Question
from tests.exams.desk.every_card import BARE, SPOTS

LISTS = {"1": "My card is gone", "1A": "check", "1B": "report", "2": "A transfer", "2A": "check", "2B": "report"}
CASE = {
    **{"1": "What comes first?", "1A": "Check", "1B": "Stop"},
    **{"2": "What may be asked?", "2+A": "Digits", "2+B": "PIN", "3": "Which number?"},
}
OPTIONS = {
    ItemType.SINGLE: {"B": "second", "A": "first"},
    ItemType.NUMERICAL: {},
    ItemType.SHORTANSWER: {},
    ItemType.FILL: {"1": "（1）", "2": "(2)"},
    ItemType.DROPDOWN: {"1": "(1)", "1A": "a", "1B": "b", "2": "(2)", "2A": "c"},
    ItemType.MATCHING: LISTS,
    ItemType.ORDERING: {"B": "stop", "C": "note", "A": "check"},
    ItemType.CASE: CASE,
}


def question(kind, position=7):
    options = tuple(OPTIONS.get(kind, {}).items())
    unit = "yuan" if kind is ItemType.NUMERICAL else ""
    return Question(position, kind, 2000, {"en": "What is **asked**?"}, {"en": options}, unit)


def printed(*questions):
    return PrintedPaper("S1", "T1001", "王小雨", "A1", {"en": "Final"}, 90, 1, questions, "ab" * 32)


def asked(kind):
    sheet = paper_sheet(printed(question(kind)))
    return next(part for part in sheet.parts if isinstance(part, Lines)).texts


def rows(kind):
    grid = next(part for part in paper_sheet(printed(question(kind))).parts if isinstance(part, Grid))
    return [row[:2] for row in grid.rows]


@pytest.mark.feature("c12")
@pytest.mark.parametrize("kind", ItemType)
def test_every_type_says_what_to_do_with_a_pen_and_has_a_line_to_answer_on(kind):
    texts = asked(kind)
    assert texts[0] == "7. What is asked? (2 points)"
    assert "type" not in texts[1].split()
    assert rows(kind)


@pytest.mark.feature("c12")
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (ItemType.SINGLE, ("A. second", "B. first")),
        (ItemType.NUMERICAL, ("Unit: yuan",)),
        (ItemType.FILL, ()),
        (ItemType.DROPDOWN, ("(1)", "A. a", "B. b", "(2)", "A. c")),
        (ItemType.MATCHING, ("(1) My card is gone", "(2) A transfer", "A. check", "B. report")),
        (ItemType.ORDERING, ("A. stop", "B. note", "C. check")),
        (
            ItemType.CASE,
            (
                *("(1) What comes first?", "A. Check", "B. Stop"),
                *("(2) What may be asked? (several letters)", "A. Digits", "B. PIN"),
                "(3) Which number?",
            ),
        ),
    ],
)
def test_places_and_what_they_offer_are_printed_as_they_stand_on_the_screen(kind, body):
    assert asked(kind)[2:] == body


@pytest.mark.feature("c12")
@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (ItemType.CASE, [("7 (1)", ""), ("7 (2)", ""), ("7 (3)", "")]),
        (ItemType.ORDERING, [("7", "1. ____   2. ____   3. ____")]),
        (ItemType.TRUEFALSE, [("7", "□ true      □ false")]),
        (ItemType.BEST_WORST, [("7", "best: ______   worst: ______")]),
        (ItemType.NUMERICAL, [("7", "______________ yuan")]),
    ],
)
def test_the_answer_sheet_has_a_line_for_each_answer(kind, lines):
    assert rows(kind) == lines


@pytest.mark.feature("c1", "c12")
@pytest.mark.parametrize(
    ("options", "task", "body"),
    [
        (
            SPOTS,
            "Write the letters of all places in the picture that are asked for.",
            ("A. 左边的方框", "B. 中间的方框", "C. 圆"),
        ),
        ({"0": BARE}, "Mark the places in the picture with a cross each, and number the crosses.", ()),
    ],
)
def test_a_picture_to_point_into_is_printed_below_its_question(qapp, options, task, body):
    asked_for = Question(7, ItemType.HOTSPOT, 2000, {"en": "Where?"}, {"en": tuple(options.items())}, "")
    parts = paper_sheet(printed(asked_for)).parts
    lines, drawn = next((one, two) for one, two in pairwise(parts) if isinstance(two, Raster))
    assert lines.texts[1:] == (task, *body)
    shown = QImage.fromData(drawn.png)
    assert (shown.width(), shown.height()) == (1440, 480)
    inked = {QColor(shown.pixel(x, 180)).lightness() < 60 for x in range(0, 1440, 2)}
    assert inked == {True, False}
