"""A final sat by someone who hears the screen: found by names, used by the actions that a screen reader offers."""

import pytest
from PySide6.QtWidgets import QLineEdit

from exams import Kind
from tests.desktop.screens.staff_fixtures import chinese, dressed, driver, remembered, window
from tests.desktop.screens.take_exam.way import Way
from tests.drivers.listening import Listener
from tests.exams.desk.answering import right
from tests.exams.desk.branch_pc import TYPED
from tests.exams.desk.conftest import content, pc

__all__ = ["chinese", "content", "dressed", "driver", "pc", "remembered", "window"]


@pytest.fixture
def way(qtbot, window, pc):
    return Way(qtbot, window, pc)


def answered(listener, way, sitting, place):
    """Every word of the question is heard, and the answer given by what can be used; what is typed is typed."""
    question = way.desk.question(sitting.id, place.position)
    assert listener.hears(question.stems["en"].replace("**", "")[:40])
    value = right(way.pc, sitting, place.position)
    options = dict(question.options["en"])
    for text in options.values():
        assert listener.hears(text)
    match place.type.value:
        case "best_worst":
            for key, letter in value.items():
                listener.use(f"{key.title()}: {letters(place)[letter]} {options[letter]}")
        case "truefalse":
            listener.use("True" if value else "False")
        case "numerical":
            field = next(one.object() for one in listener.controls() if isinstance(one.object(), QLineEdit))
            way.qtbot.keyClicks(field, value)
        case _:
            for letter in value:
                listener.use(options[letter])
                assert listener.is_on(options[letter])


def letters(place):
    """The letters on the screen by those of the author."""
    return {letter: "ABCDEF"[shown] for shown, letter in enumerate(place.order)}


@pytest.mark.feature("i3")
def test_a_whole_final_by_ear(way):
    listener = Listener(way.window)
    way.room.open_offer(Kind.FINAL)
    way.offer.begin(TYPED)
    way.window.jobs.finish_all()
    sitting = way.desk.open_sitting()
    for place in sitting.paper.items:
        heading = f"Question {place.position} of {len(sitting.paper.items)}"
        way.qtbot.waitUntil(lambda now=heading: listener.hears(now))
        answered(listener, way, sitting, place)
        last = place.position == len(sitting.paper.items)
        listener.use("Check and hand in" if last else "Next question")
    way.qtbot.waitUntil(lambda: listener.hears("Hand in"))
    listener.use("Hand in")
    way.qtbot.waitUntil(lambda: bool(way.over.question))
    way.over.confirm()
    assert way.desk.sitting(sitting.id).result.percent == 100
    assert listener.hears("Passed")
