"""Puts the page of receipts and certificates for branches together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop.screens.hr_returns.presenter import Exits, HrReturnsPresenter, ReturnsDesk
from desktop.screens.hr_returns.view import HrReturnsView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.packs import Chooser
from desktop.words import tr
from exams import SystemClock, open_hq, open_register, register_path


@dataclass(frozen=True, slots=True)
class ReturnsHouse:
    """The register and the keys of a home, opened for each act; `who` is written down."""

    home: Path
    who: str

    def due(self) -> Sequence[Any]:
        """Certificates to issue."""
        with open_register(register_path(self.home), self.who) as register:
            return register.issuing.due()

    def issue(self, secret: str, told: Callable[[int, int], bool]) -> Any:
        """Issue them, signed by this PC."""
        from certificates import HrIssuer

        with self._desk(secret) as desk, open_register(register_path(self.home), self.who) as register:
            return HrIssuer(self.home, desk, register, SystemClock()).issue(told)

    def write(self, secret: str, folder: Path) -> Any:
        """Receipts, certificates and lists of re-grading, by branch."""
        with self._desk(secret) as desk, open_register(register_path(self.home), self.who) as register:
            return register.write_returns(desk, folder)

    def _desk(self, secret: str) -> Any:
        return open_hq(self.home, lambda _key, _new: secret, self.who)


def returns_screen(
    window: Window,
    house: ReturnsDesk,
    chooser: Chooser,
    leave: Callable[[], None],
    below: Callable[[str], tuple[Crumb, ...]],
) -> Screen:
    """The page, with what is due."""
    return _screen(HrReturnsPresenter(house, window.jobs, Exits(chooser.folder, leave)), below)


def _screen(presenter: HrReturnsPresenter, below: Callable[[str], tuple[Crumb, ...]]) -> Screen:
    view = HrReturnsView()
    view.secret_typed.connect(presenter.type_secret)
    view.issue_asked.connect(presenter.issue)
    view.stop_asked.connect(presenter.stop)
    view.write_asked.connect(presenter.choose_folder)
    view.leave_asked.connect(presenter.leave)
    view.refresh_asked.connect(presenter.show)
    view.ticked.connect(presenter.tick)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title, again = tr("Receipts and certificates"), partial(_screen, presenter, below)
    return Screen(view, presenter, again, below(title), title, held=lambda: presenter.busy)
