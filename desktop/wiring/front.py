"""Puts the pages before signing in together: first page, trouble with the data, sign-in."""

import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.screens.sign_in.presenter import Exits, SignInPresenter
from desktop.screens.sign_in.view import SignInView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.style.fonts import need_all_letters, need_letters
from desktop.words import tr
from exams import AcademyError, FirstGlance, HomeState, glance

if TYPE_CHECKING:
    from desktop.screens.welcome.presenter import WelcomePresenter
    from desktop.wiring.packs import Chooser
    from desktop.wiring.rooms import Rooms

DEMONSTRATION_BYTES = 32 * 1024 * 1024
"""A fresh one is far smaller; a disk with less room than this would not last the first day."""


class _HomeReadOnly(AcademyError):
    code = "E_HOME_READ_ONLY"


class _DiskFull(AcademyError):
    code = "E_DISK_FULL"


class Front:
    """What is seen while nobody is signed in; looks at the home afresh each time it opens."""

    def __init__(
        self,
        window: Window,
        home: Path,
        exits: Exits,
        let_go: Callable[[], None],
        chooser: "Chooser | None" = None,
        inside: "Callable[[Rooms], None]" = lambda _: None,
    ) -> None:
        """`inside` hears of the rooms of a headquarters that somebody has come into."""
        self._window = window
        self._home = home
        self._exits = exits
        self._let_go = let_go
        self._chooser = chooser
        self._inside = inside
        self._at_door: SignInPresenter | None = None
        self._seen = FirstGlance(HomeState.EMPTY)

    @property
    def session_code(self) -> str:
        """The code of a demonstration's open session; empty elsewhere."""
        return self._seen.session_code

    @property
    def unlock_codes(self) -> Mapping[str, str]:
        """A demonstration's codes from headquarters by session; none elsewhere."""
        return self._seen.unlock_codes

    @property
    def proctor_told(self) -> str:
        """Who signs in as a demonstration's proctor, in a sentence; empty elsewhere."""
        found = next((card for card in self._seen.cards if card.role == "proctor"), None)
        told = tr("Demonstration: staff ID {staff_id}, passphrase {passphrase}")
        return told.format(staff_id=found.staff_id, passphrase=found.pin) if found else ""

    @property
    def has_data(self) -> bool:
        """True while the home is one that people can sign in to."""
        return self._at_door is not None

    def tell(self, error: Exception) -> None:
        """Say on the sign-in page why nobody can sign in; a damaged database or a missing pack get their pages."""
        if getattr(error, "code", "") == "E_NO_PACK":
            self._open_packs()
        elif getattr(error, "code", "") == "E_DATABASE_DAMAGED":
            self._show(FirstGlance(HomeState.DAMAGED, backup=str(getattr(error, "facts", {}).get("backup", ""))))
        elif self._at_door is not None:
            self._at_door.tell(error)

    def open(self) -> None:
        """Show what the home calls for."""
        self._show(glance(self._home))

    def _show(self, seen: FirstGlance) -> None:
        self._seen = seen
        if seen.state is HomeState.READY:
            need_letters(_unforeseen(seen))
            presenter = self._at_door = SignInPresenter(seen, self._exits)
            self._window.show_screen(self._sign_in(presenter, demonstration=bool(seen.cards)))
            presenter.start()
            self._window.after_first_paint(presenter.show_people)
        else:
            need_all_letters()
            self._at_door = None
            # An open office holds the home's lock, and whoever puts a copy back needs it.
            self._let_go()
            if not (seen.state is HomeState.EMPTY and self._open_headquarters()):
                self._open_welcome(seen)

    def _open_headquarters(self) -> bool:
        """Show the door of a headquarters; False where the home holds none."""
        from exams import has_hq

        if not has_hq(self._home):
            return False
        from desktop.wiring.bank import DoorWays, open_door

        open_door(self._window, self._home, DoorWays(self._inside, chooser=self._chooser))
        return True

    def _open_welcome(self, seen: FirstGlance) -> None:
        from desktop.screens.welcome.presenter import Exits as WelcomeExits
        from desktop.screens.welcome.presenter import WelcomePresenter

        exits = WelcomeExits(set_up=self._set_up, restore=self._restore, ready=self.open)
        presenter = WelcomePresenter(str(self._home), seen, self._window.jobs, exits)
        self._window.show_screen(self._welcome(presenter))
        presenter.start()

    def _open_packs(self) -> None:
        from desktop.wiring.packs import ClosedHouse, PacksWays, open_packs

        self._at_door = None
        self._let_go()

        def ways() -> PacksWays:
            return PacksWays((), tr("Back"), self.open, self.open, lambda: None, self._chooser)

        open_packs(self._window, ClosedHouse(self._home), ways)

    def _open_this_pc(self) -> None:
        from desktop.wiring.this_pc import ClosedPc, ThisPcWays, open_this_pc

        def ways() -> ThisPcWays:
            return ThisPcWays((), tr("Back"), self.open, self._open_packs, self._chooser)

        open_this_pc(self._window, ClosedPc(self._home), ways)

    def _open_verify(self) -> None:
        from desktop.wiring.verify import VerifyWays, open_verify

        open_verify(self._window, self._home, lambda: VerifyWays((), tr("Back"), self.open, self._chooser))

    def _open_lost_pin(self, presenter: SignInPresenter) -> None:
        from desktop.wiring.lost_pin import open_lost_pin

        try:
            office = self._exits.open()
        except AcademyError as error:
            self.tell(error)
            return
        open_lost_pin(self._window, office, presenter.staff_id, self.open, self._chooser)

    def _set_up(self) -> object:
        from desktop.demonstration import ensure_demonstration

        try:
            if _free_bytes(self._home) < DEMONSTRATION_BYTES:
                raise _DiskFull
            return ensure_demonstration(self._home)
        except OSError as error:
            raise (_DiskFull() if error.errno == errno.ENOSPC else _HomeReadOnly()) from error

    def _restore(self, name: str) -> object:
        from exams import restore

        return restore(self._home, name)

    def _sign_in(self, presenter: SignInPresenter, *, demonstration: bool) -> Screen:
        view = SignInView(demonstration=demonstration)
        view.staff_id_typed.connect(presenter.type_staff_id)
        view.pin_typed.connect(presenter.type_pin)
        view.sign_in_asked.connect(presenter.sign_in)
        view.person_chosen.connect(presenter.choose)
        view.retry_asked.connect(presenter.try_again)
        view.ticked.connect(presenter.tick)
        view.lost_asked.connect(lambda: self._open_lost_pin(presenter))
        view.check_asked.connect(self._open_verify)
        presenter.attach(view)
        presenter.show()
        return Screen(
            view, presenter, lambda: self._sign_in(presenter, demonstration=demonstration), title=tr("Sign in")
        )

    def _welcome(self, presenter: "WelcomePresenter") -> Screen:
        from desktop.screens.welcome.view import WelcomeView

        view = WelcomeView()
        view.set_up_asked.connect(presenter.set_up)
        view.mend_asked.connect(presenter.mend)
        view.packs_asked.connect(self._open_packs)
        view.pc_asked.connect(self._open_this_pc)
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._welcome(presenter), title=tr("Welcome"))


def _free_bytes(home: Path) -> int:
    from shutil import disk_usage

    return disk_usage(next(one for one in (home, *home.parents) if one.exists())).free


def _unforeseen(seen: FirstGlance) -> str:
    """What the sign-in page shows besides its own words; the people come after the first picture."""
    names = (*seen.branch.names.values(), *seen.branch.bank.values()) if seen.branch else ()
    return "".join((*names, seen.session_code))
