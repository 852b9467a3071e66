"""Every question explained, option by option: without a window."""

import pytest

from desktop.screens.answers_review.presenter import Exits, ReviewPresenter, correct_text, options_of
from desktop.widgets.values import OptionMark
from exams import BestWorst, Explanation, ItemType, Mark, MarkState, Question, Reviewed
from tests.desktop.screens.take_exam.exam_desk import Screen

TITLES = {"zh": "模拟考试", "en": "Mock examination"}
OPTIONS = tuple((letter, f"option {letter}") for letter in "BAC")
WHY = {letter: f"why {letter}" for letter in ("A", "B", "C", "true", "false")}


def explained(position, kind, response, correct, state, mistake=None):
    question = Question(
        position,
        kind,
        2000,
        {"en": f"Stem {position}"},
        {"en": () if kind in {ItemType.TRUEFALSE, ItemType.NUMERICAL} else OPTIONS},
        "%" if kind is ItemType.NUMERICAL else "",
    )
    points = {MarkState.RIGHT: 2000, MarkState.PARTIAL: 1000}.get(state, 0)
    return Reviewed(
        question=question,
        response=response,
        mark=Mark(position, "1.2-p1", state, 0, points, 2000),
        correct=correct,
        explanations={"en": Explanation("because", WHY, {"swapped": "You swapped them."})},
        section="1.2",
        facts=("F-1",),
        mistake=mistake,
    )


PAPER = (
    explained(1, ItemType.SINGLE, "A", "A", MarkState.RIGHT),
    explained(2, ItemType.MULTIPLE, ("A",), ("A", "C"), MarkState.PARTIAL),
    explained(3, ItemType.TRUEFALSE, True, False, MarkState.WRONG),
    explained(4, ItemType.NUMERICAL, "12", "12.5", MarkState.WRONG, "swapped"),
    explained(5, ItemType.BEST_WORST, BestWorst("A", "B"), BestWorst("A", "C"), MarkState.PARTIAL),
    explained(6, ItemType.SINGLE, None, "B", MarkState.BLANK),
)


class Page:
    """A presenter at a place of the paper, and all it led to."""

    def __init__(self, position=None):
        self.screen, self.told = Screen(), []
        exits = Exits(section=self.told.append, done=lambda: self.told.append("done"))
        self.presenter = ReviewPresenter(TITLES, PAPER, exits)
        self.presenter.attach(self.screen)
        self.presenter.show()
        if position:
            self.presenter.go_to(position)

    @property
    def state(self):
        return self.screen.state

    def marks(self):
        return {option.letter: option.mark.value for option in self.state.options}


def test_it_begins_at_the_first_question_that_was_not_fully_right():
    assert Page().state.position == 2


@pytest.mark.parametrize(
    ("position", "verdict", "marks"),
    [
        (1, "right", {"B": "none", "A": "right", "C": "none"}),
        (2, "partial", {"B": "none", "A": "right", "C": "missed"}),
        (3, "wrong", {"true": "wrong", "false": "missed"}),
        (6, "blank", {"B": "missed", "A": "none", "C": "none"}),
    ],
)
def test_every_option_says_how_it_fared(position, verdict, marks):
    page = Page(position)
    assert page.state.verdict == verdict
    assert page.marks() == marks


@pytest.mark.parametrize("position", [1, 2, 3, 5, 6])
def test_every_option_says_why(position):
    assert all(option.why == f"why {option.letter}" for option in Page(position).state.options)


def test_a_number_shows_the_right_one_with_its_unit_and_names_the_typical_mistake():
    state = Page(4).state
    assert state.correct == "12.5 %"
    assert state.value == "12"
    assert state.mistake == "You swapped them."


def test_a_pair_is_marked_in_both_columns():
    marks = {letter: (best, worst) for letter, best, worst in Page(5).state.pair_marks}
    assert marks["A"] == (OptionMark.RIGHT, OptionMark.NONE)
    assert marks["B"] == (OptionMark.NONE, OptionMark.WRONG)
    assert marks["C"] == (OptionMark.NONE, OptionMark.MISSED)


def test_the_navigator_shows_right_partly_right_and_wrong_at_a_glance():
    places = Page().state.places
    assert [place.mark.value for place in places] == ["right", "missed", "wrong", "wrong", "missed", "wrong"]
    assert Page().state.right == 1
    assert Page(2).state.points == "1 / 2"


def test_it_turns_like_the_exam_and_ends_at_the_result():
    page = Page(5)
    page.presenter.go_back()
    assert page.state.position == 4
    page.presenter.go_to(0)
    assert page.state.position == 4
    page.presenter.go_to(6)
    page.presenter.go_next()
    page.presenter.leave()
    page.presenter.open_section()
    assert page.told == ["done", "done", "1.2"]


def test_of_points_set_freely_the_review_tells_right_ones_and_of_regions_their_marks_do():
    free = explained(1, ItemType.HOTSPOT, ("5,5",), ("120,90", "560,90"), MarkState.WRONG)
    named = explained(1, ItemType.HOTSPOT, ("A",), ("B", "C"), MarkState.WRONG)
    assert correct_text(free) == "1: 120, 90 · 2: 560, 90"
    assert correct_text(named) == ""
    assert [option.mark.value for option in options_of(named)] == ["missed", "wrong", "missed"]
