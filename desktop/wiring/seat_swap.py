"""Puts the two sides of a seat swap together: an exam leaves for the PC that asks, or comes here from another one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.screens.hand_over.presenter import Exits as OutExits
from desktop.screens.hand_over.presenter import HandOverPresenter
from desktop.screens.hand_over.view import HandOverView
from desktop.screens.packs.presenter import Chosen
from desktop.screens.take_over.presenter import Exits as InExits
from desktop.screens.take_over.presenter import TakeOverPresenter
from desktop.screens.take_over.view import TakeOverView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.packs import system_chooser
from desktop.wiring.roster import PROCTOR_HOME, Files
from desktop.wiring.this_pc import save_file_dialog
from desktop.words import tr
from desktop.words.overrides import Act, act_title
from exams import (
    DeviceRecord,
    Office,
    ProctorDesk,
    Sitting,
    SittingLine,
    ask_handover,
    device_view,
    hand_over,
    read_request,
    take_over,
)


@dataclass(frozen=True, slots=True)
class _OldPc:
    """One exam of this PC, as the page asks for it to leave."""

    office: Office
    desk: ProctorDesk
    sitting: str

    def asked(self, request: bytes) -> DeviceRecord:
        """Whose request it is."""
        return read_request(self.office, request)

    def give(self, request: bytes, reason: str) -> bytes:
        """The sealed exam; it has left then."""
        return hand_over(self.office, self.desk, self.sitting, request, reason)


@dataclass(frozen=True, slots=True)
class _SparePc:
    """This PC as the one that takes over."""

    office: Office
    desk: ProctorDesk

    @property
    def serial(self) -> str:
        """Empty where it is not enrolled."""
        record = device_view(self.office.home).record
        return record.serial if record else ""

    def ask(self) -> bytes:
        """A request of its own."""
        return ask_handover(self.office, self.desk)

    def take(self, sealed: bytes) -> Sitting:
        """The exam goes on here."""
        return take_over(self.office, self.desk, sealed)

    def name(self, staff_id: str) -> str:
        """As this PC knows the person since their exam has come."""
        person = self.office.person(staff_id)
        return person.name if person else staff_id


class SeatSwap:
    """Both pages of a seat swap; `room` leads back from the one that takes over."""

    def __init__(
        self, window: Window, office: Office, desk: ProctorDesk, files: Files, room: Callable[[], None]
    ) -> None:
        self._window = window
        self._office = office
        self._desk = desk
        self._chooser = files.chooser or system_chooser(window, lambda folder: [folder])
        self._save = files.plain or save_file_dialog(window)
        self._room = room

    def open_take_over(self) -> None:
        """This PC is the spare one."""
        exits = InExits(partial(_first, self._chooser.folder), partial(_first, self._chooser.files), self._room)
        presenter = TakeOverPresenter(_SparePc(self._office, self._desk), self._window.jobs, exits)
        self._window.show_screen(self._take_over(presenter))

    def open_hand_over(self, line: SittingLine, back: Callable[[], None]) -> None:
        """This PC is the old one."""
        exits = OutExits(partial(_first, self._chooser.files), self._save, back)
        pc = _OldPc(self._office, self._desk, line.sitting)
        self._window.show_screen(self._hand_over(HandOverPresenter(pc, line, self._window.jobs, exits)))

    def _take_over(self, presenter: TakeOverPresenter) -> Screen:
        view = TakeOverView()
        view.request_asked.connect(presenter.ask)
        view.found_chosen.connect(presenter.take)
        view.file_asked.connect(presenter.choose_file)
        view.ticked.connect(presenter.tick)
        view.leave_asked.connect(presenter.leave)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Take over an exam")
        crumbs = (Crumb("home", tr(PROCTOR_HOME)), Crumb("here", title))
        again = partial(self._take_over, presenter)
        return Screen(view, presenter, again, crumbs, title, held=lambda: presenter.busy)

    def _hand_over(self, presenter: HandOverPresenter) -> Screen:
        view = HandOverView()
        view.read_asked.connect(presenter.read)
        view.typed.connect(presenter.type)
        view.reason_chosen.connect(presenter.take_reason)
        view.confirm_asked.connect(presenter.confirm)
        view.save_asked.connect(presenter.save_elsewhere)
        view.back_asked.connect(presenter.back)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = act_title(Act.HAND_OVER)
        crumbs = (Crumb("home", tr(PROCTOR_HOME)), Crumb("exam", presenter.name), Crumb("here", title))
        again = partial(self._hand_over, presenter)
        return Screen(view, presenter, again, crumbs, title, held=lambda: presenter.busy)


def _first(ask: Callable[[Chosen], None], chosen: Callable[[Path], None]) -> None:
    """Ask, and take the first that was chosen."""

    def taken(paths: Sequence[Path]) -> None:
        for path in paths[:1]:
            chosen(path)

    ask(taken)
