"""Puts the log of incidents together: the list, and the form for each kind."""

from functools import partial

from desktop.screens.proctor_act.room_tasks import incident_task
from desktop.screens.proctor_log.presenter import Exits, ProctorLogPresenter
from desktop.screens.proctor_log.view import ProctorLogView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.roster import PROCTOR_HOME, Ways
from desktop.words import tr
from desktop.words.overrides import Act, act_done
from exams import ProctorDesk, SessionInfo


class LogRoom:
    """The incidents of a session; each form leads back to them."""

    def __init__(self, window: Window, desk: ProctorDesk, ways: Ways) -> None:
        self._window = window
        self._desk = desk
        self._ways = ways

    def open(self, session: SessionInfo) -> None:
        """Show what has happened."""
        exits = Exits(partial(self._note, session), self._ways.room)
        names = partial(self._names, session.id)
        self._window.show_screen(self._log(ProctorLogPresenter(self._desk.incidents, session, names, exits)))

    def _note(self, session: SessionInfo, act: Act) -> None:
        task = incident_task(self._desk.incidents, act, session.id)
        self._ways.form(task, partial(self._noted, session, act), partial(self.open, session))

    def _noted(self, session: SessionInfo, act: Act, _: object) -> None:
        self.open(session)
        self._window.toast(act_done(act))

    def _names(self, session: str) -> dict[str, str]:
        return {line.sitting: line.name for line in self._desk.sittings(session)}

    def _log(self, presenter: ProctorLogPresenter) -> Screen:
        view = ProctorLogView()
        view.note_asked.connect(presenter.note)
        view.leave_asked.connect(presenter.leave)
        presenter.attach(view)
        presenter.show()
        title = tr("Incidents")
        crumbs = (Crumb("home", tr(PROCTOR_HOME)), Crumb("here", title))
        return Screen(view, presenter, partial(self._log, presenter), crumbs, title)
