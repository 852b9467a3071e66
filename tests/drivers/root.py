"""The whole app behind its window, seen from a test."""

from typing import Any

from PySide6.QtWidgets import QMenu

from desktop.shell.window import Window
from desktop.wiring.root import Root
from tests.drivers.sign_in import SignInDriver
from tests.drivers.welcome import WelcomeDriver
from tests.drivers.window import WindowDriver


class RootDriver(WindowDriver):
    """Door, person menu, and whatever place stands in the window."""

    def __init__(self, qtbot: Any, window: Window, root: Root) -> None:
        super().__init__(qtbot, window)
        self.root = root

    @property
    def door(self) -> SignInDriver:
        """The sign-in page."""
        return SignInDriver(self.qtbot, self.window)

    @property
    def welcome(self) -> WelcomeDriver:
        """The first page."""
        return WelcomeDriver(self.qtbot, self.window)

    @property
    def at_door(self) -> bool:
        """True while the sign-in page is shown."""
        return self.has("sign_in")

    @property
    def place(self) -> str:
        """What the place in the window is called."""
        here = self.window.current()
        return here.title if here is not None else ""

    @property
    def calm(self) -> bool:
        """True while an exam is shown: no path, no person menu."""
        here = self.window.current()
        return here is not None and here.calm

    @property
    def person(self) -> str:
        """Who is signed in; empty where nobody is."""
        return self.text("person") if self.has("person") else ""

    @property
    def lines(self) -> list[str]:
        """The lines of the person menu that can be pressed."""
        self.press("person")
        menu: QMenu = self.part("person").findChild(QMenu, "menu")
        lines = [one.text() for one in menu.actions() if one.isEnabled()]
        menu.close()
        return lines

    def go(self, line: str) -> None:
        """Press a line of the person menu."""
        self.choose("person", line)

    def sign_out(self) -> None:
        """Press the last line of the person menu."""
        self.go("Sign out")
