"""The way of a proctor to a PC on which a final is sat: a key in the window's head, and a page with a passphrase."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.screens.proctor_door.presenter import Exits, ProctorDoorPresenter
from desktop.screens.proctor_door.view import ProctorDoorView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.words import tr
from exams import PROCTORED, AcademyError, ProctorDesk, Sitting, TraineeDesk


@dataclass(frozen=True, slots=True)
class DoorWays:
    """`sign_in` gives a proctor's desk or raises; `entered` leaves the exam for it; `known` a demonstration tells."""

    sign_in: Callable[[str, str], ProctorDesk]
    entered: Callable[[ProctorDesk], None]
    known: str = ""


@dataclass(frozen=True, slots=True)
class _Exam:
    desk: TraineeDesk
    sitting: Sitting
    back: Callable[[], None]

    def watch(self) -> bool:
        """Has its time go on; False once it is over."""
        try:
            return not self.desk.refresh(self.sitting.id).has_ended
        except AcademyError:
            return True  # the exam's own page says what is wrong

    def away(self, left: bool) -> None:
        """Count leaving the window as the exam does."""
        try:
            self.desk.focus(self.sitting.id, left)
        except AcademyError:
            return  # as above


class ProctorDoor(QObject):
    """One for a window: it offers itself while a final's pages stand there, and the page is as calm as they are."""

    def __init__(self, window: Window, ways: DoorWays) -> None:
        super().__init__(window)
        self._window = window
        self._ways = ways
        self._exam: _Exam | None = None
        self._is_open = False
        window.screen_changed.connect(self._follow)
        window.look_changed.connect(self._show)

    def offer(self, desk: TraineeDesk, sitting: Sitting, back: Callable[[], None]) -> None:
        """Called once the page of this sitting stands in the window; `back` leads to it again."""
        counts = sitting.kind in PROCTORED and not sitting.has_ended
        self._exam, self._is_open = (_Exam(desk, sitting, back) if counts else None), False
        self._show()

    def open(self) -> bool:
        """Show the page over the exam; False where no final is sat here."""
        exam = self._exam
        if exam is None:
            return False
        self._is_open = True
        self._show()
        exits = Exits(self._ways.sign_in, self._ways.entered, exam.back, exam.watch, exam.away)
        person = exam.desk.person
        self._window.show_screen(self._page(ProctorDoorPresenter(f"{person.name} · {person.staff_id}", exits)))
        return True

    def _follow(self) -> None:
        here = self._window.current()
        if here is None or not here.calm:
            self._exam = None
            self._show()

    def _show(self) -> None:
        self._window.offer_door(self.open if self._exam is not None and not self._is_open else None)

    def _page(self, presenter: ProctorDoorPresenter) -> Screen:
        view = ProctorDoorView(self._ways.known)
        view.staff_id_typed.connect(presenter.type_staff_id)
        view.secret_typed.connect(presenter.type_secret)
        view.enter_asked.connect(presenter.enter)
        view.back_asked.connect(presenter.back)
        view.window_left.connect(presenter.leave_window)
        view.ticked.connect(presenter.tick)
        presenter.attach(view)
        presenter.show()
        title = tr("The proctor signs in here")
        return Screen(view, presenter, lambda: self._page(presenter), title=title, calm=True)
