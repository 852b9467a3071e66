"""The window around the screens, seen from a test."""

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.shell.window import Window
from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.words import use_language
from tests.drivers.base import Driver


class WindowDriver(Driver):
    """Header, sheet and toast."""

    def __init__(self, qtbot: Any, window: Window) -> None:
        super().__init__(qtbot, window)
        self.window = window

    @property
    def path(self) -> str:
        """The last step of the path; empty where none is shown."""
        return self.text("crumb_here") if self.has("crumb_here") else ""

    @property
    def question(self) -> str:
        """The title of the sheet over the screen; empty where there is none."""
        return self.text("sheet_title") if self.window.is_asking() else ""

    @property
    def toast(self) -> str:
        """What the toast says; empty where there is none."""
        return self.text("toast_text") if self.has("toast") else ""

    def confirm(self) -> None:
        """Press the sheet's main button."""
        self.press("ask_confirm")

    def cancel(self) -> None:
        """Press the sheet's other button."""
        self.press("ask_cancel")

    def choose(self, button: str, line: str) -> None:
        """Open a menu of the header and press one of its lines."""
        self.press(button)
        menu = self.part(button).findChild(QMenu, "menu")
        action = next(one for one in menu.actions() if line in one.text())
        menu.close()
        action.trigger()

    def menu_lines(self, button: str) -> list[str]:
        """The lines of a menu of the header."""
        self.press(button)
        menu = self.part(button).findChild(QMenu, "menu")
        lines = [one.text() for one in menu.actions()]
        menu.close()
        return lines


def windows_beside(window: QWidget) -> list[QWidget]:
    """Windows that were opened beside the one there should be."""
    from PySide6.QtWidgets import QApplication

    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]


def back_to_first_look(app: QApplication) -> None:
    """English, light, 100 %, as tests begin; what a test closed is deleted first, else the sheet dresses that too."""
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    use_language("en")
    apply_look(app, Look())
