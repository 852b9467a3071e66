"""The pages of a PC that proctors and HR share: files of headquarters, results for HR, whose this PC is, the bank."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from desktop.shell.window import Window
from desktop.widgets.values import Crumb, NavItem
from desktop.wiring.keeper import OfficeKeeper
from desktop.wiring.packs import PACKS, Chooser, OfficeHouse, PacksWays, open_packs, system_chooser
from desktop.wiring.send_results import SEND_RESULTS, SendHouse, SendWays, open_send_results
from desktop.wiring.this_pc import THIS_PC, OfficePc, ThisPcWays, open_this_pc
from desktop.words import mark, tr
from exams import has_hq

if TYPE_CHECKING:
    from desktop.wiring.bank import BankRooms

BANK = mark("Question bank")


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
        self._bank: BankRooms | None = None

    def lines(self) -> tuple[NavItem, ...]:
        """HR's lines of the menu; the bank's where headquarters is in this home."""
        bank = (NavItem("bank", tr(BANK)),) if has_hq(self._keeper.office().home) else ()
        send = NavItem("send", tr(SEND_RESULTS))
        return (*bank, send, NavItem("packs", tr(PACKS)), NavItem("pc", tr(THIS_PC)))

    def ways(self) -> dict[str, Callable[[], None]]:
        """Where these lines, and the bank's steps of the path, lead."""
        return {"bank": self.open_bank, "packs": self.open_packs, "pc": self.open_pc, "send": self.open_send}

    def open_bank(self) -> None:
        """Headquarters' question bank; its door is shown until somebody has come in."""
        if self._bank is not None:
            self._bank.enter()
        elif has_hq(self._keeper.office().home):
            from desktop.wiring.bank import DoorWays, open_door  # its screens are loaded only where they are used

            ways = DoorWays(self._let_in, lambda: (Crumb("home", tr(self._home_title)),), self._extras.chooser)
            open_door(self._window, self._keeper.office().home, ways)

    def open_packs(self) -> None:
        """Show headquarters' files."""
        open_packs(self._window, OfficeHouse(self._keeper.office()), self._packs_ways)

    def open_send(self) -> None:
        """Show the ways results go to HR."""
        chooser = self._extras.chooser or system_chooser(self._window, lambda folder: (folder,))
        open_send_results(self._window, SendHouse(self._keeper.office()), chooser, self._send_ways)

    def open_pc(self) -> None:
        """Show whose this PC is."""
        open_this_pc(self._window, OfficePc(self._keeper.office()), self._pc_ways)

    def _let_in(self, rooms: "BankRooms") -> None:
        self._bank = rooms
        rooms.enter()

    def _packs_ways(self) -> PacksWays:
        home, extras = tr(self._home_title), self._extras
        above = (Crumb("home", home),)
        return PacksWays(above, home, self._leave, extras.reopen, extras.looked, extras.chooser)

    def _send_ways(self) -> SendWays:
        home = tr(self._home_title)
        return SendWays((Crumb("home", home),), home, self._leave)

    def _pc_ways(self) -> ThisPcWays:
        home = tr(self._home_title)
        return ThisPcWays((Crumb("home", home),), home, self._leave, self.open_packs, self._extras.chooser)
