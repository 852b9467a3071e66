"""A voice that tests listen to, and a way through a window for someone who hears it."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from tests.drivers.accessibility import CONTROLS, tree


class FakeVoice:
    """Keeps what it was given to read; `end` is what a program does when it has come to the end."""

    def __init__(self, *, speaks: bool = True) -> None:
        self.said: list[tuple[str, str]] = []
        self.silent = True
        self._speaks = speaks
        self._ended: Callable[[], None] = lambda: None

    def can_speak(self) -> bool:
        """As the PC that the test has."""
        return self._speaks

    def speak(self, text: str, lang: str, ended: Callable[[], None]) -> None:
        """Keep it."""
        self.said.append((text, lang))
        self.silent = False
        self._ended = ended

    def stop(self) -> None:
        """Be silent."""
        self.silent = True

    def end(self) -> None:
        """The text is over."""
        self.silent = True
        self._ended()


class Listener:
    """Knows a window only by what its accessibility tree says."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def heard(self) -> list[str]:
        """Every name in the order of the tree."""
        QApplication.processEvents()
        return [interface.text(QAccessible.Text.Name) for interface in tree(self._window)]

    def hears(self, words: str) -> bool:
        """True where something is called so, or holds it."""
        return any(words in name for name in self.heard())

    def use(self, words: str) -> None:
        """Toggle or press a control whose name ends so; several of the very same name do the same."""
        found = [one for one in self.controls() if one.text(QAccessible.Text.Name).strip().endswith(words)]
        if len({one.text(QAccessible.Text.Name) for one in found}) != 1:
            raise LookupError(f"{len(found)} controls are called {words!r}")
        actions = found[0].actionInterface()
        wanted = (QAccessibleActionInterface.toggleAction(), QAccessibleActionInterface.pressAction())
        actions.doAction(next(name for name in wanted if name in actions.actionNames()))
        QApplication.processEvents()

    def is_on(self, words: str) -> bool:
        """Whether the one control whose name ends so is told to be chosen."""
        found = [one for one in self.controls() if one.text(QAccessible.Text.Name).strip().endswith(words)]
        return len(found) == 1 and bool(found[0].state().checked)

    def controls(self) -> list[QAccessibleInterface]:
        """What can be used."""
        QApplication.processEvents()
        return [one for one in tree(self._window) if one.role() in CONTROLS and not one.state().disabled]
