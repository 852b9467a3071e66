"""Puts the proctor's screens together: the room, one person's exam, the form of an override, code and report."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.screens.proctor_act.presenter import Exits as ActExits
from desktop.screens.proctor_act.presenter import ProctorActPresenter, plan_text
from desktop.screens.proctor_act.room_tasks import GROUPS, ask_task, incident_task, phone_task
from desktop.screens.proctor_act.task import Task, session_task, sitting_task
from desktop.screens.proctor_act.view import ProctorActView
from desktop.screens.proctor_room.presenter import Exits as RoomExits
from desktop.screens.proctor_room.presenter import ProctorRoomPresenter
from desktop.screens.proctor_room.view import ProctorRoomView
from desktop.screens.proctor_sitting.presenter import Exits as SittingExits
from desktop.screens.proctor_sitting.presenter import ProctorSittingPresenter
from desktop.screens.proctor_sitting.view import ProctorSittingView
from desktop.screens.session_code.presenter import Exits as CodeExits
from desktop.screens.session_code.presenter import SessionCodePresenter
from desktop.screens.session_code.view import SessionCodeView
from desktop.screens.session_report.presenter import Exits as ReportExits
from desktop.screens.session_report.presenter import SessionReportPresenter
from desktop.screens.session_report.view import SessionReportView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb, Tone
from desktop.wiring.certificate import save_dialog
from desktop.wiring.room_log import LogRoom
from desktop.wiring.room_sheets import report_sheet
from desktop.wiring.roster import PROCTOR_HOME, Files, RosterRoom, Ways
from desktop.wiring.seat_swap import SeatSwap
from desktop.words import tr
from desktop.words.overrides import Act, act_done, act_title
from exams import AcademyError, MinutesAsked, Office, ProctorDesk, SessionInfo, SessionReport, Sitting, SittingLine


class ProctorRoom:
    """One proctor's view of this PC; the list comes back as it was left. The path's steps are `home` and `exam`."""

    def __init__(
        self,
        window: Window,
        desk: ProctorDesk,
        told_codes: Mapping[str, str] | None = None,
        files: Files | None = None,
        office: Office | None = None,
    ) -> None:
        """`told_codes` are headquarters' by session, where a demonstration may show them; without `files` the system
        is asked for them, without an `office` no exam changes its PC.
        """
        self._window = window
        self._desk = desk
        self._told_codes = told_codes or {}
        files = files or Files(save_dialog(window))
        self._roster = RosterRoom(window, desk, files, Ways(self.open, self._open_room_form))
        self._swap = SeatSwap(window, office, desk, files, self.open) if office else None
        self._log = LogRoom(window, desk, Ways(self.open, self._open_room_form))
        exits = RoomExits(
            self.open_sitting,
            self._open_session_act,
            self.open_report,
            self.open_roster,
            self.open_incidents,
            self._swap.open_take_over if self._swap else None,
        )
        self._room_presenter = ProctorRoomPresenter(desk, exits)
        self._sitting_presenter: ProctorSittingPresenter | None = None
        self._exam: Callable[[], None] = self.open  # back to the exam that was looked at last

    def open(self) -> None:
        """Show the room."""
        self._window.show_screen(self._room())

    def leave(self) -> None:
        """The proctor goes: nothing is read any more."""
        self._room_presenter.detach()
        if self._sitting_presenter is not None:
            self._sitting_presenter.detach()

    def open_exam(self) -> None:
        """Show the exam that was looked at last."""
        self._exam()

    def open_sitting(self, sitting_id: str) -> None:
        """Show one person's exam."""
        self._exam = partial(self.open_sitting, sitting_id)
        exits = SittingExits(self._open_sitting_act, self.open)
        self._sitting_presenter = ProctorSittingPresenter(self._desk, sitting_id, exits)
        self._window.show_screen(self._sitting(self._sitting_presenter))

    def open_roster(self, session: str) -> None:
        """Show who is expected in a session."""
        self._of_session(self._roster.open, session)

    def open_incidents(self, session: str) -> None:
        """Show what has happened in a session."""
        self._of_session(self._log.open, session)

    def open_report(self, session: str) -> None:
        """Show what a session was."""
        exits = ReportExits(QGuiApplication.clipboard().setText, self.open, self._save_report)
        self._window.show_screen(self._report(SessionReportPresenter(self._desk, session, exits)))

    def _opened(self, session: SessionInfo, code: str) -> None:
        """To the room code; where everybody begins with a code of their own, to the door, where it is shown."""
        if self._desk.check_in.rules(session.id).start_code:
            self._roster.open(session)
            self._window.toast(act_done(Act.REHEARSE if session.rehearsal else Act.OPEN))
        else:
            self._open_code(session, code)  # the page says enough

    def _open_code(self, session: SessionInfo, code: str) -> None:
        self._window.show_screen(self._code(SessionCodePresenter(session, code, CodeExits(self.open))))

    def _open_sitting_act(self, act: Act, line: SittingLine, sitting: Sitting) -> None:
        back = partial(self.open_sitting, sitting.id)
        done = partial(self._sitting_done, act, line)
        if act in {Act.HAND_OVER, Act.HAND_OVER_AGAIN}:
            if self._swap is not None:
                self._swap.open_hand_over(line, back)
            return
        if act in GROUPS:
            task = incident_task(self._desk.incidents, act, line.session, sitting.id, line.name)
        elif act is Act.ASK_MINUTES:
            task, done = ask_task(self._desk.authority, sitting.id, line.name), partial(self._open_phone, line)
        else:
            task = sitting_task(self._desk, act, line, sitting)
        self._open_form(task, ActExits(done, back))

    def _open_phone(self, line: SittingLine, asked: object) -> None:
        """What was asked for is read out; the code that is heard goes into the form."""
        if not isinstance(asked, MinutesAsked):
            return
        task = phone_task(self._desk.authority, line.sitting, line.name, asked)
        done = partial(self._sitting_done, Act.PHONE_MINUTES, line)
        self._open_form(task, ActExits(done, partial(self.open_sitting, line.sitting)))

    def _open_session_act(self, act: Act, session: str) -> None:
        try:
            lines = self._desk.sittings(session) if session else ()
            task = session_task(self._desk, act, session, lines, self._told_codes)
        except AcademyError as error:
            self._window.show_error(error)
            return
        self._open_form(task, ActExits(partial(self._session_done, act, session), self.open))

    def _open_room_form(self, task: Task, done: Callable[[object], None], back: Callable[[], None]) -> None:
        self._open_form(task, ActExits(done, back))

    def _of_session(self, show: Callable[[SessionInfo], None], session: str) -> None:
        try:
            found = next((info for info in self._desk.sessions() if info.id == session), None)
        except AcademyError as error:
            self._window.show_error(error)
            return
        if found is not None:
            show(found)

    def _save_report(self, report: SessionReport, digest: str) -> None:
        self._roster.save(report_sheet(report, digest), f"{report.session.id}-report")

    def _open_form(self, task: Task, exits: ActExits) -> None:
        self._window.show_screen(self._form(ProctorActPresenter(task, exits, self._window.jobs), task))

    def _sitting_done(self, act: Act, line: SittingLine, given: object) -> None:
        self.open_sitting(line.sitting)
        if act is Act.RESUME and isinstance(given, Sitting) and given.has_ended:
            told = tr("No minute was left: the exam of {name} is handed in.")
            self._window.toast(told.format(name=line.name), Tone.WARN)
        else:
            self._window.toast(act_done(act, line.name))

    def _session_done(self, act: Act, session: str, given: object) -> None:
        if act in {Act.OPEN, Act.REHEARSE} and isinstance(given, tuple):
            self._opened(*given)
            return
        if act is Act.CLOSE:
            self.open_report(session)
        else:
            self.open()
        self._window.toast(act_done(act))

    def _room(self) -> Screen:
        view, presenter = ProctorRoomView(), self._room_presenter
        view.ticked.connect(presenter.tick)
        view.refresh_asked.connect(presenter.show)
        view.scope_chosen.connect(presenter.choose_scope)
        view.row_chosen.connect(presenter.choose_row)
        view.row_opened.connect(presenter.open_row)
        view.chosen_asked.connect(presenter.open_chosen)
        view.waiting_chosen.connect(presenter.open_waiting)
        view.act_asked.connect(presenter.act)
        view.report_asked.connect(presenter.open_report)
        view.roster_asked.connect(presenter.open_roster)
        view.incidents_asked.connect(presenter.open_incidents)
        view.take_over_asked.connect(presenter.open_take_over)
        presenter.attach(view)
        presenter.show()
        title = tr(PROCTOR_HOME)
        return Screen(view, presenter, self._room, (Crumb("here", title),), title)

    def _sitting(self, presenter: ProctorSittingPresenter) -> Screen:
        view = ProctorSittingView()
        view.ticked.connect(presenter.tick)
        view.act_asked.connect(presenter.act)
        view.back_asked.connect(presenter.back)
        presenter.attach(view)
        presenter.show()
        return _below_home(view, presenter, partial(self._sitting, presenter), presenter.name or tr("Exam"))

    def _form(self, presenter: ProctorActPresenter, task: Task) -> Screen:
        view = ProctorActView(task.act, tuple((plan.session, plan_text(plan)) for plan in task.plans))
        view.typed.connect(presenter.type)
        view.reason_chosen.connect(presenter.take_reason)
        view.session_chosen.connect(presenter.choose_session)
        view.confirm_asked.connect(presenter.confirm)
        view.back_asked.connect(presenter.back)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        above = (Crumb("exam", task.whom),) if task.whom else ()
        screen = _below_home(view, presenter, partial(self._form, presenter, task), act_title(task.act), above)
        return screen._replace(held=lambda: presenter.busy)

    def _code(self, presenter: SessionCodePresenter) -> Screen:
        view = SessionCodeView()
        view.leave_asked.connect(presenter.leave)
        presenter.attach(view)
        presenter.show()
        return _below_home(view, presenter, partial(self._code, presenter), tr("Code of the session"))

    def _report(self, presenter: SessionReportPresenter) -> Screen:
        view = SessionReportView()
        view.copy_asked.connect(presenter.copy)
        view.pdf_asked.connect(presenter.save)
        view.again_asked.connect(presenter.read_again)
        view.leave_asked.connect(presenter.leave)
        presenter.attach(view)
        presenter.show()
        return _below_home(view, presenter, partial(self._report, presenter), tr("Report of the session"))


def _below_home(
    view: QWidget, presenter: object, again: Callable[[], Screen], title: str, above: tuple[Crumb, ...] = ()
) -> Screen:
    crumbs = (Crumb("home", tr(PROCTOR_HOME)), *above, Crumb("here", title))
    return Screen(view, presenter, again, crumbs, title)
