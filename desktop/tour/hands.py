"""Hands on the app: find a part by name, press, type, wait. Events as from mouse and keyboard, no test library."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from desktop.shell.window import Window

W = TypeVar("W", bound=QWidget)

PATIENCE_S = 180.0
"""How long a screen may take to appear on a slow and busy PC before the step has failed."""


class NotAsExpected(Exception):  # it ends a step of the walk, not the program
    """The app did not show what the story needs; says what was waited for."""


class Hands:
    """Works on one window."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def settle(self) -> None:
        """Let layouts come to rest, and let go of what was put away."""
        for _ in range(6):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait(self, so: Callable[[], bool], what: str) -> None:
        """Go on once something is so; raises `NotAsExpected` when patience ends."""
        end = time.monotonic() + PATIENCE_S
        while not so():
            self._stop_at_bug()
            if time.monotonic() > end:
                raise NotAsExpected(what)
            QApplication.processEvents()
            time.sleep(0.005)
        self.settle()

    def _stop_at_bug(self) -> None:
        report = self._seen("crash_text", QPlainTextEdit)
        if report is not None:
            raise NotAsExpected(f"{report.toPlainText().splitlines()[-1]} (a bug)")

    def rest(self, seconds: float) -> None:
        """Do nothing for a while, as a person who begins to read."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end, "time to pass")

    def wait_for(self, name: str) -> None:
        """Go on once a part of that name is seen."""
        self.wait(lambda: self.sees(name), f"{name} to appear")

    def sees(self, name: str) -> bool:
        """True while a part of that name is seen."""
        return self._seen(name, QWidget) is not None

    def part(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """The part of that name; waits until it is seen."""
        self.wait_for(name)
        found = self._seen(name, kind)
        if found is None:
            raise NotAsExpected(f"{name} to be a {kind.__name__}")
        return found

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Press the left button on a part, scrolled into sight first."""
        part = self.part(name) if within is None else self._inside(within, name)
        self.wait(part.isEnabled, f"{name} to be usable")
        self.show(part)
        if part.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            part.setFocus(Qt.FocusReason.MouseFocusReason)
        place = QPointF(part.rect().center())
        at = part.mapToGlobal(place)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            event = QMouseEvent(kind, place, at, left, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(part, event)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Replace what stands in a field: Latin letters by keys, others as an input method commits them."""
        field = self.part(name, QLineEdit)
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        field.selectAll()
        self._key(field, Qt.Key.Key_Delete, "")
        if text.isascii():
            for letter in text:
                self._key(field, Qt.Key.Key_unknown, letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(field, event)
        self.settle()

    def enter(self, name: str) -> None:
        """Press Enter in a field."""
        self._key(self.part(name), Qt.Key.Key_Return, "\r")
        self.settle()

    def show(self, part: QWidget) -> None:
        """Scroll the page so that a part is seen whole, or from its beginning."""
        area = _page_of(part)
        page = area.widget() if area is not None else None
        if area is not None and page is not None:
            area.ensureWidgetVisible(part, 0, 24)
        self.settle()

    def scroll_to(self, part: QWidget) -> None:
        """Scroll the page so that a part stands near its upper edge."""
        area = _page_of(part)
        page = area.widget() if area is not None else None
        if area is not None and page is not None:
            top = part.mapTo(page, part.rect().topLeft()).y()
            area.verticalScrollBar().setValue(max(0, top - 32))
        self.settle()

    def children(self, name: str, kind: type[W] = QWidget) -> list[W]:  # type: ignore[assignment]
        """All parts of that name that can be seen on the page, from top to bottom."""
        found = [one for one in self._window.findChildren(kind, name) if one.isVisibleTo(self._window)]
        return sorted(found, key=lambda one: one.mapTo(self._window, one.rect().topLeft()).y())

    def _seen(self, name: str, kind: type[W]) -> W | None:
        found = self._window.findChildren(kind, name)
        return next((one for one in found if one.isVisibleTo(self._window)), None)

    def _inside(self, within: QWidget, name: str) -> QWidget:
        found = [one for one in within.findChildren(QWidget, name) if one.isVisibleTo(within)]
        if not found:
            raise NotAsExpected(f"{name} to appear")
        return found[0]

    @staticmethod
    def _key(part: QWidget, key: Qt.Key, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(part, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def _page_of(part: QWidget) -> QScrollArea | None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
