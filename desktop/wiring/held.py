"""Puts the page of held results together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop.screens.hr_held.presenter import Exits, HeldDesk, HrHeldPresenter
from desktop.screens.hr_held.view import HrHeldView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import mark, tr
from exams import open_register, register_path

HELD = mark("Held results")
"""The title of the page, as the matrix names it too."""


@dataclass(frozen=True, slots=True)
class HeldHouse:
    """The results of a home's register; `who` is written down as the one who did it."""

    home: Path
    who: str

    def held(self) -> Sequence[Any]:
        """By session and course."""
        with open_register(register_path(self.home), self.who) as register:
            return register.results.held()

    def propose(self, session: str) -> int:
        """For a second officer to release."""
        with open_register(register_path(self.home), self.who) as register:
            return register.results.propose(session)

    def withdraw(self, session: str) -> bool:
        """It is proposed no more."""
        with open_register(register_path(self.home), self.who) as register:
            return register.results.withdraw(session)

    def release(self, session: str) -> int:
        """From now on they count."""
        with open_register(register_path(self.home), self.who) as register:
            return register.results.release(session)


def held_screen(
    window: Window, house: HeldDesk, leave: Callable[[], None], below: Callable[[str], tuple[Crumb, ...]]
) -> Screen:
    """The page, with what is held."""
    return _screen(HrHeldPresenter(house, Exits(window.ask, leave)), below)


def _screen(presenter: HrHeldPresenter, below: Callable[[str], tuple[Crumb, ...]]) -> Screen:
    view = HrHeldView()
    view.row_chosen.connect(presenter.choose_row)
    view.row_opened.connect(presenter.open_row)
    view.release_asked.connect(presenter.release)
    view.withdraw_asked.connect(presenter.withdraw)
    view.leave_asked.connect(presenter.leave)
    view.refresh_asked.connect(presenter.show)
    presenter.attach(view)
    presenter.show()
    title = tr(HELD)
    return Screen(view, presenter, partial(_screen, presenter, below), below(title), title)
