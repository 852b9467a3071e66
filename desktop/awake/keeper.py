"""Holds the PC awake while there is a reason."""

from desktop.awake.doors import Door


class AwakeKeeper:
    """Asks once for each change."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._holds = False

    @property
    def holds(self) -> bool:
        """True while the PC is kept awake."""
        return self._holds

    def keep(self, on: bool, reason: str = "") -> None:
        """Stay awake, or sleep as always."""
        if on is self._holds:
            return
        self._holds = on
        if on:
            self._door.hold(reason)
        else:
            self._door.let_go()
