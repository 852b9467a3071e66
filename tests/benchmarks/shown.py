"""A program of its own: the real window on a demonstration branch; prints milliseconds, one a line.

`turn` is one question to the next with its picture, `scroll` one step down the page with its picture, anywhere in the
longest chapter.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.app import build_app
from desktop.shell.preferences import Preferences
from desktop.shell.window import Window
from desktop.wiring.exam import ExamRoom, ExamRoomExits
from desktop.wiring.reading import ReadingExits, ReadingRoom
from exams import Kind, TraineeDesk, glance, open_office

STEP = 120
"""Pixels that one notch of a wheel scrolls."""


def _settle() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def turns(window: Window, desk: TraineeDesk, count: int) -> Iterator[float]:
    """Round and round a mock exam; what was shown before is on the disk when the next one stands there."""
    exits = ExamRoomExits(
        home=lambda: None,
        section=lambda _: None,
        certificate=lambda _: None,
        issue=lambda _: "",
        issued=lambda _: None,
        proctor=lambda: None,
    )
    sitting = desk.begin(Kind.MOCK)
    room = ExamRoom(window, desk, exits)
    room.open_question(sitting)
    _settle()
    items = len(sitting.paper.items)
    for number in range(count + 5):
        current = window.current()
        assert current is not None
        began = time.perf_counter()
        current.view.position_asked.emit(number % items + 1)  # type: ignore[attr-defined]
        _settle()
        if number >= 5:  # the first ones load fonts and catalogues
            yield time.perf_counter() - began


def scrolls(window: Window, desk: TraineeDesk, count: int) -> Iterator[float]:
    """Every section of the chapter with the most minutes to read, from top to bottom, `count` times."""
    chapters = desk.course().chapters
    longest = max(chapters, key=lambda one: sum(desk.section(name).minutes for name in one.sections))
    room = ReadingRoom(window, desk, ReadingExits(lambda: None, lambda _: None, lambda _: None))
    for _ in range(count):
        for section in longest.sections:
            room.open_section(section, 0)
            _settle()
            yield from _down(window)
    room.leave()


def _down(window: Window) -> Iterator[float]:
    for area in window.findChildren(QScrollArea, "page_area"):
        bar = area.verticalScrollBar()
        while bar.value() < bar.maximum():
            began = time.perf_counter()
            bar.setValue(bar.value() + STEP)
            _settle()
            yield time.perf_counter() - began


def main(what: str, home: Path, count: int) -> int:
    """Open the home, do it, tell."""
    app = build_app(home, Preferences("zh"))
    app.window.show()
    _settle()
    ready = next(card for card in glance(home).cards if card.story == "ready")
    with open_office(home) as office:
        desk = office.sign_in(ready.staff_id, ready.pin)
        assert isinstance(desk, TraineeDesk)
        for seconds in {"turn": turns, "scroll": scrolls}[what](app.window, desk, count):
            sys.stdout.write(f"{seconds * 1000:.4f}\n")
        app.window.clear()
        _settle()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
