"""Puts the roster of a session together: check-in, a PIN at the door, the register, a paper for a PC that failed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from certificates import Sheet
from desktop.screens.new_pin.presenter import Exits as PinExits
from desktop.screens.new_pin.presenter import NewPinPresenter
from desktop.screens.new_pin.view import NewPinView
from desktop.screens.proctor_act.room_tasks import paper_task
from desktop.screens.proctor_act.task import Task
from desktop.screens.proctor_roster.presenter import Exits, ProctorRosterPresenter
from desktop.screens.proctor_roster.view import ProctorRosterView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb, Tone
from desktop.wiring.certificate import ChooseFile
from desktop.wiring.packs import Chooser, system_chooser
from desktop.wiring.paper_sheet import paper_sheet
from desktop.wiring.room_sheets import register_sheet
from desktop.words import mark, tr, trn
from desktop.words.overrides import Act, act_done
from exams import AcademyError, Person, PrintedPaper, ProctorDesk, Role, RosterLine, SessionInfo

PROCTOR_HOME = mark("Proctor's desk")
"""The title of the proctor's home, for paths that lead back to it."""


@dataclass(frozen=True, slots=True)
class Files:
    """Who is asked where a PDF goes, for what is taken in, and where another file goes (None: the system)."""

    save: ChooseFile
    chooser: Chooser | None = None
    plain: ChooseFile | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the roster leads: back to the room, and to the form of an act with what is done afterwards."""

    room: Callable[[], None]
    form: Callable[[Task, Callable[[object], None], Callable[[], None]], None]


class RosterRoom:
    """The roster of the open session; it comes back as it was left, without the code it showed."""

    def __init__(self, window: Window, desk: ProctorDesk, files: Files, ways: Ways) -> None:
        self._window = window
        self._desk = desk
        self._files = files
        self._ways = ways
        self._presenter: ProctorRosterPresenter | None = None

    def open(self, session: SessionInfo) -> None:
        """Show who is expected."""
        exits = Exits(
            pin=partial(self._open_pin, session),
            paper=partial(self._open_paper, session),
            register=partial(self._save_register, session),
            file=self._ask_file,
            taken=self._told_taken,
            room=self._ways.room,
        )
        self._presenter = ProctorRosterPresenter(self._desk.check_in, session.id, session.title, exits)
        self._window.show_screen(self._roster(self._presenter))

    def back(self) -> None:
        """Show the roster as it was left."""
        if self._presenter is not None:
            self._window.show_screen(self._roster(self._presenter))

    def save(self, sheet: Sheet, name: str, done: str = "") -> None:
        """Ask where the PDF goes and write it there."""
        self._files.save(f"{name}.pdf", partial(self._write, sheet, done or tr("Saved.")))

    def _write(self, sheet: Sheet, done: str, path: Path) -> None:
        from certificates import sheet_pdf  # reportlab comes with it

        try:
            path.write_bytes(sheet_pdf(sheet))
        except OSError:
            self._window.toast(tr("The file could not be written. Choose another place."), Tone.BAD)
            return
        self._window.toast(done)

    def _save_register(self, session: SessionInfo) -> None:
        sheet = register_sheet(session, self._desk.check_in.roster(session.id))
        self.save(sheet, f"{session.id}-register")

    def _open_paper(self, session: SessionInfo, line: RosterLine) -> None:
        def print_for(staff_id: str, reason: str) -> PrintedPaper:
            return self._desk.fallback.print_for(session.id, staff_id, reason, self._desk.person.staff_id)

        self._ways.form(paper_task(print_for, line), self._save_paper, self.back)

    def _save_paper(self, given: object) -> None:
        self.back()
        if isinstance(given, PrintedPaper):
            done = act_done(Act.PAPER, given.name)
            self.save(paper_sheet(given), f"{given.session}-{given.staff_id}", done)

    def _ask_file(self, taken: Callable[[Path], None]) -> None:
        def chosen(paths: Sequence[Path]) -> None:
            for path in paths[:1]:
                taken(path)

        (self._files.chooser or system_chooser(self._window)).files(chosen)

    def _told_taken(self, count: int) -> None:
        told = trn("{n} person came new onto the roster.", "{n} people came new onto the roster.", count)
        self._window.toast(told)

    def _open_pin(self, session: SessionInfo, line: RosterLine) -> None:
        person = Person(line.staff_id, line.note or line.name, line.latin, "", "", Role.TRAINEE)
        desk = _DoorPins(self._desk, session.id)
        exits = PinExits(self.back, self._pin_is_set, self._pin_refused)
        presenter = NewPinPresenter(desk, person, self._window.jobs, exits)
        self._window.show_screen(self._pin(presenter))

    def _pin_is_set(self, person: Person) -> None:
        self.back()
        told = tr("The PIN of {name} is good until this session is closed.")
        self._window.toast(told.format(name=person.name))

    def _pin_refused(self, error: Exception) -> None:
        if not isinstance(error, AcademyError):
            raise error

    def _roster(self, presenter: ProctorRosterPresenter) -> Screen:
        view = ProctorRosterView()
        view.searched.connect(presenter.search)
        view.first_asked.connect(presenter.choose_first)
        view.row_chosen.connect(presenter.choose)
        view.typed.connect(presenter.type)
        view.check_in_asked.connect(presenter.check_in)
        view.pin_asked.connect(presenter.give_pin)
        view.paper_asked.connect(presenter.print_paper)
        view.roster_asked.connect(presenter.take_roster)
        view.register_asked.connect(presenter.save_register)
        view.leave_asked.connect(presenter.leave)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Check people in")
        crumbs = (Crumb("home", tr(PROCTOR_HOME)), Crumb("here", title))
        return Screen(view, presenter, partial(self._roster, presenter), crumbs, title)

    def _pin(self, presenter: NewPinPresenter) -> Screen:
        view = NewPinView()
        view.typed.connect(presenter.type)
        view.set_asked.connect(presenter.set_pin)
        view.leave_asked.connect(presenter.leave)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("A PIN for this session")
        crumbs = (Crumb("home", tr(PROCTOR_HOME)), Crumb("here", title))
        return Screen(view, presenter, partial(self._pin, presenter), crumbs, title)


@dataclass(frozen=True, slots=True)
class _DoorPins:
    """PINs that are good for one session, as the page for a new PIN asks for them."""

    desk: ProctorDesk
    session: str

    def reset_pin(self, staff_id: str, pin: str) -> None:
        """Set it until the session is closed."""
        self.desk.check_in.door_pin(self.session, staff_id, pin)
