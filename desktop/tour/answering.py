"""Answers questions by pressing what a trainee would press."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.tour.hands import NotAsExpected
from desktop.tour.stage import Stage
from exams import BestWorst, right_value


def answer(stage: Stage, value: object, within: QWidget | None = None) -> None:
    """Give a response in its JSON form, inside one card where several questions are seen."""
    for name in _presses(value):
        stage.hands.press(name, within)
    if isinstance(value, str) and not value.isalpha():
        stage.hands.write("number", value)
        stage.hands.enter("number")


def _presses(value: object) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("option_true" if value else "option_false",)
    if isinstance(value, BestWorst):
        return f"best_{value.best}", f"worst_{value.worst}"
    if isinstance(value, Mapping):
        return f"best_{value['best']}", f"worst_{value['worst']}"
    if isinstance(value, list | tuple):
        return tuple(f"option_{letter}" for letter in value)
    return (f"option_{value}",) if isinstance(value, str) and value.isalpha() else ()


def go_to(stage: Stage, position: int) -> None:
    """Turn to a question by the navigator."""
    stage.hands.press(f"place_{position}")
    stage.hands.wait(lambda: stage.open_sitting().position == position, f"question {position}")


def answer_right(stage: Stage, position: int) -> None:
    """Turn to a question and answer it rightly; waits until it is kept."""
    go_to(stage, position)
    answer(stage, right_value(stage.root.office, stage.open_sitting(), position))
    stage.hands.wait(lambda: position in stage.open_sitting().answers, f"question {position} to be saved")


def answer_all(stage: Stage, wrong: int = 0) -> None:
    """Answer what is unanswered; leave the last ones blank where some are to be wrong."""
    sitting = stage.open_sitting()
    blank = [place.position for place in sitting.paper.items if place.position not in sitting.answers]
    for position in blank[: len(blank) - wrong]:
        answer_right(stage, position)


def place_of_type(stage: Stage, item_type: str) -> int:
    """The first unanswered place of a type; raises `NotAsExpected` where the paper has none."""
    sitting = stage.open_sitting()
    for place in sitting.paper.items:
        if place.type.value == item_type and place.position not in sitting.answers:
            return place.position
    raise NotAsExpected(f"a question of type {item_type}")
