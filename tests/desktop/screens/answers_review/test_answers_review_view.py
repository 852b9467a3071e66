"""The page of explanations, from a state alone."""

import pytest
from PySide6.QtCore import Qt

from desktop.screens.answers_review.state import ReviewState
from desktop.screens.answers_review.view import ReviewView
from desktop.widgets.values import Option, OptionMark, Place, PlaceState
from tests.drivers.answers_review import ReviewDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

LONG = "号码可以被冒用，认出号码不等于核实了身份，所以仍然要按规定逐项核身。"
OPTIONS = (
    Option("B", LONG, f"why B {LONG}", OptionMark.MISSED),
    Option("A", LONG, f"why A {LONG}", OptionMark.WRONG),
    Option("C", LONG, "why C"),
)
TRUTH = (Option("true", "", "why true", OptionMark.WRONG), Option("false", "", "why false", OptionMark.MISSED))
COMMON = {
    "title": "模拟考试",
    "position": 2,
    "total": 3,
    "stem": LONG * 2,
    "explanation": LONG * 2,
    "section": "1.2",
    "facts": ("F-AML-02",),
    "points": "0 / 1",
    "right": 1,
    "places": tuple(Place(n, PlaceState.ANSWERED, mark=OptionMark.WRONG) for n in (1, 2, 3)),
}
SINGLE = ReviewState(options=OPTIONS, value="A", verdict="wrong", **COMMON)
MULTIPLE = ReviewState(item_type="multiple", options=OPTIONS, value=["A"], verdict="wrong", **COMMON)
TRUEFALSE = ReviewState(item_type="truefalse", options=TRUTH, value=True, verdict="wrong", **COMMON)
NUMBER = ReviewState(
    item_type="numerical", value="12", unit="%", correct="12.5 %", mistake=LONG, verdict="wrong", **COMMON
)
PAIR = ReviewState(
    item_type="best_worst",
    options=OPTIONS,
    value={"best": "A", "worst": "C"},
    pair_marks=(
        ("B", OptionMark.MISSED, OptionMark.NONE),
        ("A", OptionMark.WRONG, OptionMark.NONE),
        ("C", OptionMark.NONE, OptionMark.RIGHT),
    ),
    verdict="partial",
    **COMMON,
)


@pytest.fixture
def shown(dressed, qtbot):
    def show(state=SINGLE, code="en", zoom=100):
        view = dressed(ReviewView, code, zoom)
        view.show_state(state)
        view.focus_next()
        told = []
        view.position_asked.connect(told.append)
        for name in ("next_asked", "back_asked", "leave_asked", "section_asked"):
            getattr(view, name).connect(lambda name=name: told.append(name))
        return ReviewDriver(qtbot, view), told

    return show


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("state", [SINGLE, MULTIPLE, TRUEFALSE, NUMBER, PAIR])
def test_nothing_is_cut_off_and_everything_is_named_and_reachable(shown, state, code, zoom):
    driver, _ = shown(state, code, zoom)
    settle()
    assert cut_off(driver.view) == []
    assert nameless(driver.view) == []
    assert unreachable(driver.view) == []


@pytest.mark.parametrize("state", [SINGLE, MULTIPLE])
def test_every_option_says_in_words_how_it_fared_and_why(shown, state):
    driver, _ = shown(state)
    assert driver.verdict == "Not right"
    assert driver.option("B").startswith("Missed why B")
    assert driver.option("A").startswith("Wrong why A")
    assert driver.option("C") == "why C"


def test_true_and_false_are_explained_too(shown):
    driver, _ = shown(TRUEFALSE)
    assert driver.option("true") == "Wrong why true"
    assert driver.option("false") == "Missed why false"


def test_a_number_is_set_beside_the_right_one(shown):
    driver, _ = shown(NUMBER)
    assert driver.sees("The right answer: 12.5 %")
    assert driver.text("mistake") == LONG


def test_a_pair_shows_both_columns_and_every_why(shown):
    driver, _ = shown(PAIR)
    assert driver.verdict == "Partly right"
    assert driver.part("worst_C").accessibleDescription() == "Right"
    assert driver.sees("why C")


def test_nothing_can_be_changed_here(shown):
    driver, _ = shown()
    driver.key(Qt.Key.Key_C, "option_A")
    assert driver.part("option_A").isChecked()
    assert not driver.part("option_C").isChecked()


def test_keys_and_buttons_lead_on_back_away_and_to_the_section(shown):
    driver, told = shown()
    driver.key(Qt.Key.Key_Right, "", Qt.KeyboardModifier.AltModifier)
    driver.key(Qt.Key.Key_Left, "", Qt.KeyboardModifier.AltModifier)
    for name in ("next", "previous", "done", "read_section", "place_3"):
        driver.press(name)
    assert told == ["next_asked", "back_asked", "next_asked", "back_asked", "leave_asked", "section_asked", 3]


def test_the_place_says_how_the_question_fared(shown):
    driver, _ = shown()
    assert driver.place(1) == "Question 1, Wrong"
