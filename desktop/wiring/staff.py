"""Puts HR's screens together: results, people, entering one, new PINs."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.screens.enter_person.presenter import EnterPersonPresenter
from desktop.screens.enter_person.presenter import Exits as EnterExits
from desktop.screens.enter_person.view import EnterPersonView
from desktop.screens.hr_results.presenter import Exits as ResultsExits
from desktop.screens.hr_results.presenter import HrResultsPresenter
from desktop.screens.hr_results.view import HrResultsView
from desktop.screens.new_pin.presenter import Exits as NewPinExits
from desktop.screens.new_pin.presenter import NewPinPresenter
from desktop.screens.new_pin.view import NewPinView
from desktop.screens.people.presenter import Exits as PeopleExits
from desktop.screens.people.presenter import PeoplePresenter
from desktop.screens.people.view import PeopleView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb, Tone
from desktop.words import mark, tr
from exams import HrDesk, Person

HR_HOME = mark("Exam results")
"""The title of HR's home, for paths that lead back to it."""


@dataclass(frozen=True, slots=True)
class HrExits:
    """Where HR's screens lead."""

    certificate: Callable[[str], None]


class HrRoom:
    """One HR clerk's way through results and people; lists come back as they were left, half a form too, but no PIN.

    The path's steps are `home` and `people`.
    """

    def __init__(self, window: Window, desk: HrDesk, exits: HrExits) -> None:
        self._window = window
        self._desk = desk
        results = ResultsExits(exits.certificate, self.open_people, self._no_certificate)
        self._results_presenter = HrResultsPresenter(desk, results)
        people = PeopleExits(self.open_enter, self.open_new_pin, self.open_results)
        self._people_presenter = PeoplePresenter(desk, people)
        self._enter_presenter = EnterPersonPresenter(desk, window.jobs, EnterExits(self.open_people))

    def open_results(self) -> None:
        """Show every final of this PC: HR's home."""
        self._window.show_screen(self._results())

    def open_people(self) -> None:
        """Show everybody of this branch."""
        self._window.show_screen(self._people())

    def open_enter(self) -> None:
        """Show the page that enters a person."""
        self._window.show_screen(self._enter())

    def open_new_pin(self, person: Person) -> None:
        """Show the page that gives a person a new PIN; what was typed there before is forgotten."""
        exits = NewPinExits(
            people=self.open_people,
            done=lambda who: self._pin_is_set(presenter, who),
            refused=lambda error: self._pin_is_refused(presenter, error),
        )
        presenter = NewPinPresenter(self._desk, person, self._window.jobs, exits)
        self._window.show_screen(self._new_pin(presenter))

    def _results(self) -> Screen:
        view, presenter = HrResultsView(), self._results_presenter
        view.filter_typed.connect(presenter.search)
        view.row_chosen.connect(presenter.choose_row)
        view.row_opened.connect(presenter.open_row)
        view.certificate_asked.connect(presenter.open_certificate)
        view.people_asked.connect(presenter.open_people)
        view.refresh_asked.connect(presenter.show)
        presenter.attach(view)
        presenter.show()
        title = tr(HR_HOME)
        return Screen(view, presenter, self._results, (Crumb("here", title),), title)

    def _people(self) -> Screen:
        view, presenter = PeopleView(), self._people_presenter
        view.filter_typed.connect(presenter.search)
        view.row_chosen.connect(presenter.choose_row)
        view.enter_asked.connect(presenter.enter)
        view.new_pin_asked.connect(presenter.set_new_pin)
        view.results_asked.connect(presenter.open_results)
        view.refresh_asked.connect(presenter.show)
        presenter.attach(view)
        presenter.show()
        title = tr("People")
        crumbs = (Crumb("home", tr(HR_HOME)), Crumb("here", title))
        return Screen(view, presenter, self._people, crumbs, title)

    def _enter(self) -> Screen:
        view, presenter = EnterPersonView(), self._enter_presenter
        view.typed.connect(presenter.type)
        view.enter_asked.connect(presenter.enter)
        view.leave_asked.connect(presenter.leave)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Enter a person")
        crumbs = (Crumb("home", tr(HR_HOME)), Crumb("people", tr("People")), Crumb("here", title))
        return Screen(view, presenter, self._enter, crumbs, title)

    def _new_pin(self, presenter: NewPinPresenter) -> Screen:
        view = NewPinView()
        view.typed.connect(presenter.type)
        view.set_asked.connect(presenter.set_pin)
        view.leave_asked.connect(presenter.leave)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Set a new PIN")
        crumbs = (Crumb("home", tr(HR_HOME)), Crumb("people", tr("People")), Crumb("here", title))
        return Screen(view, presenter, lambda: self._new_pin(presenter), crumbs, title)

    def _pin_is_set(self, presenter: NewPinPresenter, person: Person) -> None:
        if self._is_shown(presenter):
            self.open_people()
        told = tr("{name} ({staff_id}) may sign in with the new PIN.")
        self._window.toast(told.format(name=person.name, staff_id=person.staff_id))

    def _pin_is_refused(self, presenter: NewPinPresenter, error: Exception) -> None:
        if not self._is_shown(presenter):
            self._window.show_error(error)

    def _is_shown(self, presenter: object) -> bool:
        here = self._window.current()
        return here is not None and here.presenter is presenter

    def _no_certificate(self) -> None:
        self._window.toast(tr("This exam has no certificate."), Tone.INFO)
