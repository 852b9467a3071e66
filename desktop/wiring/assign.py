"""Puts the page of assigned courses together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop.screens.hr_assign.presenter import AssignDesk, Exits, HrAssignPresenter
from desktop.screens.hr_assign.view import HrAssignView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import mark, tr
from exams import AcademyError, WantedAssignment, open_register, register_path

ASSIGN = mark("Assign courses")
"""The title of the page, as the matrix names it too."""


@dataclass(frozen=True, slots=True)
class AssignHouse:
    """The assignments of a home's register; `who` is written down."""

    home: Path
    who: str

    def assignments(self) -> Sequence[Any]:
        """In their order."""
        with open_register(register_path(self.home), self.who) as register:
            return register.assignments()

    def plan(self, wanted: Sequence[WantedAssignment]) -> Sequence[Any]:
        """For each whom it means, or why it is refused."""
        with open_register(register_path(self.home), self.who) as register:
            return tuple(_planned(register.assigning, one) for one in wanted)

    def assign(self, wanted: Sequence[WantedAssignment]) -> Sequence[Any]:
        """All of them, or none."""
        with open_register(register_path(self.home), self.who) as register:
            return register.assigning.assign(wanted)

    def take_back(self, numbers: Sequence[int]) -> None:
        """Those that are still there."""
        with open_register(register_path(self.home), self.who) as register:
            for number in numbers:
                register.unassign(number)


def _planned(assigning: Any, wanted: WantedAssignment) -> Any:
    try:
        return assigning.plan(wanted)
    except AcademyError as error:
        return error


def assign_screen(
    window: Window, house: AssignDesk, leave: Callable[[], None], below: Callable[[str], tuple[Crumb, ...]]
) -> Screen:
    """The page, with what is assigned."""
    return _screen(HrAssignPresenter(house, window.jobs, Exits(window.ask, leave)), below)


def _screen(presenter: HrAssignPresenter, below: Callable[[str], tuple[Crumb, ...]]) -> Screen:
    view = HrAssignView()
    view.filled.connect(lambda name, text: presenter.fill_in(**{name: text}))
    view.look_asked.connect(presenter.look)
    view.assign_asked.connect(presenter.assign)
    view.undo_asked.connect(presenter.undo)
    view.remove_asked.connect(presenter.remove)
    view.row_chosen.connect(presenter.choose_row)
    view.leave_asked.connect(presenter.leave)
    view.refresh_asked.connect(presenter.show)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title, again = tr(ASSIGN), partial(_screen, presenter, below)
    return Screen(view, presenter, again, below(title), title, held=lambda: presenter.busy)
