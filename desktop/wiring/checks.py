"""Puts the page of spot checks together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop.screens.hr_checks.presenter import HrChecksPresenter
from desktop.screens.hr_checks.view import HrChecksView
from desktop.shell.screen import Screen
from desktop.widgets.values import Crumb
from desktop.words import mark, tr
from exams import open_register, register_path

CHECKS = mark("Spot checks")
"""The title of the page, as the matrix names it too."""


@dataclass(frozen=True, slots=True)
class ChecksHouse:
    """What stands out in a home's register; `who` looks."""

    home: Path
    who: str

    def branches(self) -> Sequence[Any]:
        """Those with warnings."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.spot_checks.branches()

    def pairs(self) -> Sequence[Any]:
        """Those of every course."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.spot_checks.all_pairs()

    def sittings(self, branch: str) -> Sequence[Any]:
        """Those of a branch with warnings."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.spot_checks.sittings(branch)


def checks_screen(presenter: HrChecksPresenter, below: Callable[[str], tuple[Crumb, ...]]) -> Screen:
    """The page, with what its presenter has read."""
    view = HrChecksView()
    view.branch_opened.connect(presenter.open_branch)
    view.sitting_opened.connect(presenter.replay)
    view.pair_chosen.connect(presenter.choose_pair)
    view.pair_replayed.connect(presenter.replay_of_pair)
    view.refresh_asked.connect(presenter.show)
    view.leave_asked.connect(presenter.leave)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.open()
    title = tr(CHECKS)
    again = partial(checks_screen, presenter, below)
    return Screen(view, presenter, again, below(title), title, held=lambda: presenter.busy)
