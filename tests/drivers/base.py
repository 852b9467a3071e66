"""What every driver stands on: a screen seen from outside, by names and by what is visible."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextBrowser, QWidget

W = TypeVar("W", bound=QWidget)


class Driver:
    """Drives a view the way a hand does. Subclasses give a screen's own words to it."""

    def __init__(self, qtbot: Any, view: QWidget) -> None:
        self.qtbot, self.view = qtbot, view

    @staticmethod
    def settle() -> None:
        """Let the layouts have their turn: what was just added is shown by an event of its own."""
        QApplication.processEvents()

    def part(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """The part of that name; a name that stands nowhere is a fault of the test."""
        self.settle()
        found = self.view.findChildren(kind, name)
        if not found:
            raise LookupError(f"no {kind.__name__} named {name!r}")
        return next((one for one in found if one.isVisibleTo(self.view)), found[0])

    def has(self, name: str) -> bool:
        """True where a part of that name can be seen."""
        self.settle()
        return any(one.isVisibleTo(self.view) for one in self.view.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        """What a label, a field or a button says."""
        part = self.part(name)
        if isinstance(part, QTextBrowser):
            return part.toPlainText()
        return part.text().strip() if isinstance(part, QLabel | QLineEdit | QAbstractButton) else part.accessibleName()

    def press(self, name: str) -> None:
        """Click a button that can be seen and used."""
        button = self.part(name)
        assert button.isVisibleTo(self.view), f"{name} cannot be seen"
        assert button.isEnabled(), f"{name} cannot be used"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def can_press(self, name: str) -> bool:
        """True where the button can be seen and used."""
        return self.has(name) and self.part(name).isEnabled()

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a field: Latin letters key by key, others as an input method sends them."""
        field = self.part(name, QLineEdit)
        field.clear()
        if text.isascii():
            self.qtbot.keyClicks(field, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)

    def key(self, key: Qt.Key, name: str = "", modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on a named part, or where the focus is."""
        target = self.part(name) if name else self.view.focusWidget() or self.view
        self.qtbot.keyClick(target, key, modifier)

    def sees(self, text: str) -> bool:
        """True where any visible label, button or text holds these words."""
        return any(text in words for words in self.words())

    def words(self) -> list[str]:
        """All that can be read on the view, in no order."""
        self.settle()
        said = []
        for one in [self.view, *self.view.findChildren(QWidget)]:
            if one.isVisibleTo(self.view):
                if isinstance(one, QTextBrowser):
                    said.append(one.toPlainText())
                elif isinstance(one, QLabel | QAbstractButton | QLineEdit):
                    said.append(one.text())
        return [text for text in said if text]
