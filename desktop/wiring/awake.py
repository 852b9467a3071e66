"""The PC stays awake from when a session is opened until it is closed, whoever sits at it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.awake.doors import door_of_this_pc
from desktop.awake.keeper import AwakeKeeper
from desktop.shell.window import Window
from desktop.words import tr

_LOOK_MS = 60_000


class SessionAwake(QObject):
    """Looks at each page and each minute."""

    def __init__(self, window: Window, is_open: Callable[[], bool], keeper: AwakeKeeper | None = None) -> None:
        super().__init__(window)
        self._is_open = is_open
        self._keeper = keeper or AwakeKeeper(door_of_this_pc())
        timer = QTimer(self)
        timer.setInterval(_LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()
        window.screen_changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Is a session open?"""
        self._keeper.keep(self._is_open(), tr("An exam session is open."))

    def release(self) -> None:
        """The program ends."""
        self._keeper.keep(False)
