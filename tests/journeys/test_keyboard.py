"""Exams by keyboard alone: no mouse from the first question to the result."""

import pytest
from PySide6.QtCore import Qt

from exams import Kind
from exams.store.content_build import build_content
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.desktop.screens.take_exam.way import Way
from tests.exams.content.sources import choices
from tests.exams.desk.answering import right
from tests.exams.desk.branch_pc import BranchPc
from tests.exams.desk.course import MOCK, two_chapters
from tests.exams.desk.every_card import every_card

__all__ = ["chinese", "dressed", "driver", "remembered", "window"]

pytestmark = pytest.mark.feature("b10")

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
COUNTS = {"single": 50, "multiple": 20}


def seventy(folder):
    """A mock of seventy questions with a clock."""
    tree = two_chapters(folder / "assets")
    items = [choices(f"2.1-p{n}", "single", "2.1-a", '"D"') for n in range(1, 51)]
    items += [choices(f"2.1-p{n}", "multiple", "2.1-a", '["A", "C"]') for n in range(51, 71)]
    tree.write("bank/practice/2.1.toml", "".join(items))
    head, _, _ = MOCK.partition("[points]")
    points = "[points]\n" + "".join(f"{kind} = 1\n" for kind in COUNTS)
    cells = "".join(f'[[cell]]\nchapter = 2\ntype = "{kind}"\nitems = {n}\n' for kind, n in COUNTS.items())
    tree.write("blueprints/mock.toml", head + points + cells)
    sources = tree.read()
    assert sources.faults == (), sources.faults
    return build_content(sources, folder / "content.sqlite", folder).path


@pytest.fixture
def sit(qtbot, window, tmp_path):
    """From the terms to the first question of an exam that this content has."""
    made = []

    def begin(content, kind, chapter=None):
        made.append(BranchPc.set_up(tmp_path / "home", content))
        way = Way(qtbot, window, made[0])
        way.room.open_offer(kind, chapter)
        press(way, Qt.Key.Key_Return)
        way.window.jobs.finish_all()
        return way, way.desk.sitting(made[0].office.book.rows()[-1].id)

    yield begin
    for pc in made:
        pc.close()


def press(way, keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Where the focus is."""
    if isinstance(keys, str):
        way.qtbot.keyClicks(way.window.focusWidget(), keys, modifier)
    else:
        way.qtbot.keyClick(way.window.focusWidget(), keys, modifier)


def hand_in(way):
    """Both steps, from the page before handing in."""
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        press(way, key)


def test_seventy_questions_with_letters_and_n(sit, tmp_path):
    way, sitting = sit(seventy(tmp_path), Kind.MOCK)
    assert len(sitting.paper.items) == 70
    for place in sitting.paper.items:
        for letter in right(way.pc, sitting, place.position):
            press(way, "abcde"[place.order.index(letter)])
        press(way, "fn" if place.position == 7 else "n")
    assert way.desk.sitting(sitting.id).flags == {7}
    hand_in(way)
    assert way.desk.sitting(sitting.id).result.percent == 100
    assert way.result.verdict == "Passed"


def move_into(way, shown, wanted):
    """Every step to its place: arrows find it, Alt with arrows carries it up."""
    order = [*shown]
    here = 0
    for at, letter in enumerate(wanted):
        there = order.index(letter)
        for _ in range(there - here):
            press(way, Qt.Key.Key_Down)
        for _ in range(there - at):
            press(way, Qt.Key.Key_Up, ALT)
        order.insert(at, order.pop(there))
        press(way, Qt.Key.Key_Down)
        here = at + 1


def choose(way, place, value):
    """In the list of every line: arrows go down to the option, Tab to the next line."""
    for at, letter in enumerate(value, 1):
        for _ in range(1 + [one[1:] for one in place.order if one[0] == str(at) and one[1:]].index(letter)):
            press(way, Qt.Key.Key_Down)
        press(way, Qt.Key.Key_Tab)


def answer(way, place, value):
    """As the hand does it for the card of its type: texts and the first question of a case, the others rightly."""
    match place.type.value:
        case "fill":
            press(way, "5")
            press(way, Qt.Key.Key_Tab)
            press(way, "x")
        case "dropdown" | "matching":
            choose(way, place, value)
        case "ordering":
            move_into(way, place.order, value)
            if tuple(value) == place.order:
                press(way, Qt.Key.Key_Up, ALT)
                press(way, Qt.Key.Key_Down, ALT)
        case "hotspot":
            press(way, "".join(value).lower())
        case "case":
            press(way, "ab"[[one[1] for one in place.order if one[0] == "1" and one[1:]].index(value[0])])
        case _:
            press(way, "x")


@pytest.mark.feature("c1", "c2")
def test_cards_with_text_lists_an_order_a_case_and_a_picture(sit, tmp_path):
    way, sitting = sit(every_card(tmp_path), Kind.QUIZ, 2)
    for place in sitting.paper.items:
        answer(way, place, right(way.pc, sitting, place.position))
        press(way, Qt.Key.Key_Right, ALT)
    hand_in(way)
    marks = {mark.position: mark.points for mark in way.desk.sitting(sitting.id).result.marks}
    points = {place.type.value: marks[place.position] for place in sitting.paper.items}
    assert {points[kind] for kind in ("matching", "dropdown", "ordering", "hotspot")} == {2000}
    assert (points["fill"], points["case"], points["shortanswer"]) == (1000, 1200, 0)
    way.result.press("see_review")
    assert way.review.has("right_answer")
