"""The app behind the window: the door, who is inside, and the way out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.screens.sign_in.presenter import Exits
from desktop.shell.window import Window
from desktop.widgets.values import Tone
from desktop.wiring.front import Front
from desktop.wiring.keeper import OfficeKeeper
from desktop.words import tr
from exams import AcademyError

if TYPE_CHECKING:
    from desktop.wiring.attendance import Attendance
    from desktop.wiring.awake import SessionAwake
    from desktop.wiring.certificate import ChooseFile
    from desktop.wiring.lockdown import ExamLock
    from desktop.wiring.packs import Chooser
    from desktop.wiring.proctor_door import ProctorDoor
    from desktop.wiring.rooms import Rooms
    from exams import HrDesk, Office, Person, ProctorDesk, Sitting, TraineeDesk

    Desk = TraineeDesk | ProctorDesk | HrDesk

SIGN_OUT, SWITCH = "sign_out", "switch"


class Root:
    """Keeps what must live as long as the app; heavy libraries are loaded only after the first paint."""

    def __init__(
        self, window: Window, home: Path, choose_file: "ChooseFile | None" = None, chooser: "Chooser | None" = None
    ) -> None:
        """`choose_file` is asked where a file goes, `chooser` for files to take in; the system's dialogs without."""
        self._window = window
        self._home = home
        self._chooser = chooser
        self._choose_file = choose_file
        self._keeper = OfficeKeeper(home)
        exits = Exits(self._keeper.office, self._sign_in, self._signed_in, self._tell)
        self._front = Front(window, home, exits, self._keeper.close, chooser, self._let_in)
        self._rooms: Rooms | None = None
        self._attendance: Attendance | None = None
        self._lock: ExamLock | None = None
        self._door: ProctorDoor | None = None
        self._awake: SessionAwake | None = None
        window.crumb_chosen.connect(self._go)
        window.person_action.connect(self._act)
        window.look_changed.connect(self._show_person)
        window.help_asked.connect(self._help)
        window.guard_close(self._may_close)

    @property
    def office(self) -> "Office":
        """The office of this home, opened if need be."""
        return self._keeper.office()

    def start(self) -> None:
        """Show the first page; once somebody is there, make ready for whoever signs in."""
        self.open_door()
        self._window.after_first_paint(self._attend)
        self._window.after_first_paint(self._wait_for_people)

    def open_door(self) -> None:
        """Nobody is inside: the sign-in page, or what stands in its place."""
        self._rooms = None
        if self._attendance is not None:
            self._attendance.forget()
        self._window.hide_person()
        self._front.open()

    def reopen(self) -> None:
        """Sign out, let go of the home, and open it as it stands now: with the course of the pack in use."""
        if self._rooms is not None:
            self._rooms.leave()
        self._keeper.close()
        self.open_door()
        self._make_ready()

    def close(self) -> None:
        """Write down what is open and let go of the home."""
        if self._rooms is not None:
            self._rooms.leave()
        self._window.clear()  # a view that goes away later would still tell its presenter
        if self._awake is not None:
            self._awake.release()
        self._keeper.close()

    def _attend(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from desktop.wiring.attendance import Attendance, Presence
        from desktop.wiring.awake import SessionAwake

        presence = Presence(self._person, self._locks, self._sign_in, self._show_person, self._sign_out)
        self._attendance = Attendance(self._window, presence)
        QShortcut(QKeySequence("Ctrl+L"), self._window, self._attendance.go)
        self._awake = SessionAwake(self._window, self._keeper.has_open_session)

    def _person(self) -> "Person | None":
        return None if self._rooms is None else self._rooms.person

    def _locks(self) -> bool:
        """A proctor's panel stays open behind the lock: others sit by it."""
        return self._rooms is not None and self._rooms.locks

    def _sign_out(self) -> None:
        if self._rooms is not None:
            self._rooms.leave()
        self.open_door()

    def _wait_for_people(self) -> None:
        """An office is three times as heavy as the page before it, and an empty room needs none."""
        from desktop.shell.first_sign import FirstSign

        FirstSign(self._window, self._make_ready)

    def _make_ready(self) -> None:
        self._window.jobs.run(self._keeper.warm_up, lambda _: self._open_office(), self._tell)

    def _open_office(self) -> None:
        if not self._front.has_data:
            return
        try:
            self._keeper.office()
            self._mark()
        except AcademyError as error:
            self._tell(error)

    def _mark(self) -> None:
        """Say in the header where the pack in use is a demonstration's."""
        from exams import is_demonstration_pack

        self._window.mark_demonstration(is_demonstration_pack(self._home))

    def _tell(self, error: Exception) -> None:
        self._front.tell(error)

    def _sign_in(self, staff_id: str, pin: str) -> "Desk":
        return self._keeper.office().sign_in(staff_id, pin)

    def _signed_in(self, desk: "Desk") -> None:
        from desktop.wiring.rooms import Extras, rooms_of

        extras = Extras(
            self._front.session_code,
            self._choose_file,
            self._proctor_comes,
            self._front.unlock_codes,
            self._chooser,
            self.reopen,
            self._mark,
            self._hold,
            self._open_readiness,
        )
        self._let_in(rooms_of(self._window, desk, self._keeper, extras))
        self._mark()

    def _let_in(self, rooms: "Rooms") -> None:
        self._rooms = rooms
        self._show_person()
        rooms.enter()

    def _help(self) -> None:
        from desktop.screens.exam_day_help.pages import Reader
        from desktop.wiring.help import HelpWays, open_help

        person, here = self._person(), self._window.current()
        stays = self._is_locked() or here is None or here.held()
        reader = Reader(person.role.value) if person is not None else Reader.TRAINEE
        open_help(self._window, HelpWays(reader, None if stays else self._open_readiness))

    def _open_readiness(self) -> None:
        from desktop.wiring.readiness import open_readiness

        rooms = self._rooms
        open_readiness(self._window, self._home, self.open_door if rooms is None else rooms.enter)

    def _hold(self, desk: "TraineeDesk", sitting: "Sitting", back: Callable[[], None]) -> None:
        """An exam's page stands in the window: the PC is held, and a proctor has a way to it."""
        if self._lock is None or self._door is None:
            from desktop.wiring.lockdown import ExamLock
            from desktop.wiring.proctor_door import DoorWays, ProctorDoor

            self._lock = ExamLock(self._window)
            ways = DoorWays(self._sign_in_proctor, self._proctor_in, self._front.proctor_told)
            self._door = ProctorDoor(self._window, ways)
        self._lock.hold(desk, sitting)
        self._door.offer(desk, sitting, back)

    def _sign_in_proctor(self, staff_id: str, passphrase: str) -> "ProctorDesk":
        from exams import ProctorDesk

        desk = self._sign_in(staff_id, passphrase)
        if not isinstance(desk, ProctorDesk):
            raise self.office.refused(desk.person)
        return desk

    def _proctor_in(self, desk: "ProctorDesk") -> None:
        if self._rooms is not None:
            self._rooms.leave()
        self._signed_in(desk)

    def _proctor_comes(self) -> None:
        """To the passphrase beside a final, which stays held meanwhile; from any other exam to the door."""
        if self._door is None or not self._door.open():
            self.open_door()

    def _show_person(self) -> None:
        from desktop.widgets.values import NavItem

        if self._rooms is not None and not self._is_locked():
            ends = (NavItem(SWITCH, tr("Switch person")), NavItem(SIGN_OUT, tr("Sign out")))
            items = (*self._rooms.menu(), *ends)
            self._window.show_person(self._rooms.person.name, self._rooms.role(), items)

    def _go(self, crumb: str) -> None:
        if self._rooms is not None and not self._is_locked() and not self._is_held():
            self._rooms.go(crumb)

    def _act(self, key: str) -> None:
        if key in {SIGN_OUT, SWITCH} and self._rooms is not None:
            if not self._is_held():
                told = tr("{name} is signed out, and everything is saved. Who is next?")
                name = self._rooms.person.name
                self._sign_out()
                if key == SWITCH:
                    self._window.toast(told.format(name=name))
        else:
            self._go(key)

    def _is_locked(self) -> bool:
        return self._attendance is not None and self._attendance.is_locked

    def _is_held(self) -> bool:
        here = self._window.current()
        if here is None or not here.held():
            return False
        self._window.toast(tr("One moment, please: this is not finished yet."), Tone.INFO)
        return True

    def _may_close(self) -> bool:
        if self._is_held():
            return False
        here = self._window.current()
        if self._rooms is None or here is None or not here.calm:
            return True
        from desktop.widgets.values import Ask

        question = Ask(
            tr("Close the program during the exam?"),
            tr("Your answers are saved; a time limit runs on. Open the program again to go on."),
            tr("Close"),
            tr("Stay in the exam"),
            Tone.WARN,
        )
        self._window.ask(question, self._close_anyway)
        return False

    def _close_anyway(self) -> None:
        self._window.guard_close(None)
        self._window.close()


def start(window: Window, home: Path) -> Root:
    """Show the first page of a home; keep what is given back, and close it at the end."""
    root = Root(window, home)
    root.start()
    return root
