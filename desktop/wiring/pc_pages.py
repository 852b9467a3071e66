"""The pages of a PC that proctors and HR share: headquarters' files, and whose this PC is."""

from collections.abc import Callable
from typing import Protocol

from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.keeper import OfficeKeeper
from desktop.wiring.packs import Chooser, OfficeHouse, PacksWays, open_packs
from desktop.wiring.this_pc import OfficePc, ThisPcWays, open_this_pc
from desktop.words import tr


class PcExtras(Protocol):
    """What the pages need of the rest: who is asked for files, the home opened anew, a look at the pack in use."""

    @property
    def chooser(self) -> Chooser | None:
        """Who is asked for files; None: the system's dialogs."""
        ...

    @property
    def reopen(self) -> Callable[[], None]:
        """Open the home with the course of the pack in use."""
        ...

    @property
    def looked(self) -> Callable[[], None]:
        """Another pack may be in use."""
        ...


class PcPages:
    """The pages of headquarters' files and of this PC, from a room whose title leads back."""

    def __init__(  # what the page needs, passed in
        self, window: Window, keeper: OfficeKeeper, extras: PcExtras, leave: Callable[[], None], home_title: str
    ) -> None:
        self._window = window
        self._keeper = keeper
        self._extras = extras
        self._leave = leave
        self._home_title = home_title

    def open_packs(self) -> None:
        """Show headquarters' files."""
        open_packs(self._window, OfficeHouse(self._keeper.office()), self._packs_ways)

    def open_pc(self) -> None:
        """Show whose this PC is."""
        open_this_pc(self._window, OfficePc(self._keeper.office()), self._pc_ways)

    def _packs_ways(self) -> PacksWays:
        home, extras = tr(self._home_title), self._extras
        above = (Crumb("home", home),)
        return PacksWays(above, home, self._leave, extras.reopen, extras.looked, extras.chooser)

    def _pc_ways(self) -> ThisPcWays:
        home = tr(self._home_title)
        return ThisPcWays((Crumb("home", home),), home, self._leave, self.open_packs, self._extras.chooser)
