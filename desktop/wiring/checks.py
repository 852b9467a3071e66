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
from exams import FindingState, open_register, register_path

CHECKS = mark("Spot checks")
"""The title of the page, as the matrix names it too."""


@dataclass(frozen=True, slots=True)
class ChecksHouse:
    """What stands out in a home's register; `who` looks."""

    home: Path
    who: str

    def groups(self) -> tuple[Sequence[Any], Sequence[Any]]:
        """Branches and proctors with warnings."""
        with open_register(register_path(self.home), self.who) as register:
            checks = register.figures.spot_checks
            return checks.branches(), checks.proctors()

    def pairs(self) -> Sequence[Any]:
        """Those of every course."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.spot_checks.all_pairs()

    def sittings(self, branch: str, proctor: str, shown: FindingState) -> Sequence[Any]:
        """Those of a branch or a proctor with warnings."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.spot_checks.sittings(branch, proctor=proctor, shown=shown)

    def finish(self, finding: str, note: str) -> Any:
        """It was looked into."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.spot_checks.finish(finding, note)

    def reopen(self, finding: str, note: str) -> Any:
        """It has to be looked into again."""
        with open_register(register_path(self.home), self.who) as register:
            return register.figures.spot_checks.reopen(finding, note)


def checks_screen(presenter: HrChecksPresenter, below: Callable[[str], tuple[Crumb, ...]]) -> Screen:
    """The page, with what its presenter has read."""
    view = HrChecksView()
    view.branch_opened.connect(presenter.open_branch)
    view.proctor_opened.connect(presenter.open_proctor)
    view.sitting_opened.connect(presenter.replay)
    view.shown_chosen.connect(presenter.choose_shown)
    view.finding_chosen.connect(presenter.choose_finding)
    view.note_typed.connect(presenter.type_note)
    view.mark_asked.connect(presenter.mark)
    view.pair_chosen.connect(presenter.choose_pair)
    view.pair_note_typed.connect(presenter.type_pair_note)
    view.pair_mark_asked.connect(presenter.mark_pair)
    view.pair_replayed.connect(presenter.replay_of_pair)
    view.refresh_asked.connect(presenter.show)
    view.leave_asked.connect(presenter.leave)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.open()
    title = tr(CHECKS)
    again = partial(checks_screen, presenter, below)
    return Screen(view, presenter, again, below(title), title, held=lambda: presenter.busy)
