"""The proctor looks who there is and who is locked out; only HR changes anything."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.screens.people.presenter import Exits, PeoplePresenter
from desktop.screens.people.view import PeopleView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.roster import PROCTOR_HOME
from desktop.words import tr
from exams import Office, Person, Standing


@dataclass(frozen=True, slots=True)
class _Looking:
    office: Office

    def people(self) -> tuple[Person, ...]:
        return self.office.people()

    def standings(self) -> Mapping[str, Standing]:
        return self.office.entrance.standings()


class PeopleBoard:
    """The list of people without its buttons; it comes back as it was left."""

    def __init__(self, window: Window, office: Office) -> None:
        self._window = window
        exits = Exits(enter=_nowhere, new_pin=lambda _person: None, results=_nowhere)
        self._presenter = PeoplePresenter(_Looking(office), exits, may_change=False)

    def open(self) -> None:
        """Show everybody of this branch."""
        self._window.show_screen(self._screen())

    def _screen(self) -> Screen:
        view, presenter = PeopleView(), self._presenter
        view.filter_typed.connect(presenter.search)
        view.row_chosen.connect(presenter.choose_row)
        view.refresh_asked.connect(presenter.show)
        presenter.attach(view)
        presenter.show()
        title = tr("People")
        crumbs = (Crumb("home", tr(PROCTOR_HOME)), Crumb("here", title))
        return Screen(view, presenter, self._screen, crumbs, title)


def _nowhere() -> None:
    return None
