"""Puts HR's disputes together: replay of a sitting, appeals, marking by hand."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.screens.hr_appeal.presenter import Exits as AppealExits
from desktop.screens.hr_appeal.presenter import HrAppealPresenter
from desktop.screens.hr_appeal.view import HrAppealView
from desktop.screens.hr_appeal_entry.presenter import Exits as EntryExits
from desktop.screens.hr_appeal_entry.presenter import HrAppealEntryPresenter
from desktop.screens.hr_appeal_entry.state import Draft
from desktop.screens.hr_appeal_entry.view import HrAppealEntryView
from desktop.screens.hr_appeals.presenter import Exits as AppealsExits
from desktop.screens.hr_appeals.presenter import HrAppealsPresenter
from desktop.screens.hr_appeals.view import HrAppealsView
from desktop.screens.hr_marking.presenter import Exits as MarkingExits
from desktop.screens.hr_marking.presenter import HrMarkingPresenter
from desktop.screens.hr_marking.view import HrMarkingView
from desktop.screens.hr_marking_case.presenter import HrMarkingCasePresenter
from desktop.screens.hr_marking_case.view import HrMarkingCaseView
from desktop.screens.hr_replay.presenter import Exits as ReplayExits
from desktop.screens.hr_replay.presenter import HrReplayPresenter
from desktop.screens.hr_replay.view import HrReplayView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import mark, tr
from exams import Decision, Officers, SystemClock, open_hq, open_register, put_file, register_path

APPEALS, MARKING = mark("Appeals"), mark("Marking by hand")
"""The titles of the two lists, as buttons name them too."""

Above = Callable[[], tuple[Crumb, ...]]


class DisputeHouse:
    """The register of a home for disputes, opened for each look; HR's keys stay open until `lock`."""

    def __init__(self, home: Path, who: str) -> None:
        self._home = home
        self.who = who
        self._material: Any = None

    @property
    def is_open(self) -> bool:
        """True once the keys were opened."""
        return self._material is not None

    def open(self, secret: str) -> None:
        """Open the keys; raises what a wrong passphrase raises."""
        with open_hq(self._home, lambda _key, _new: secret, self.who) as desk:
            self._material = desk.hr_material()

    def lock(self) -> None:
        """Let go of the keys."""
        self._material = None

    def replay(self, sitting: str) -> Any:
        """A sitting step by step."""
        with self._register() as register:
            return register.disputes.replay(self._material, sitting)

    def appeals(self) -> Sequence[Any]:
        """All of them."""
        with self._register() as register:
            return tuple(register.disputes.appeals())

    def rules(self) -> Any:
        """The rules in force."""
        with self._register() as register:
            return register.disputes.rules()

    def appeal(self, number: int) -> Any:
        """One of them."""
        with self._register() as register:
            return register.disputes.appeal(number)

    def at_stake(self, appeal: Any) -> tuple[int, int]:
        """Milli-points that the question brought, and can bring."""
        with self._register() as register:
            had, most = register.disputes.at_stake(appeal)
            return had, most

    def enter(self, sitting: str, staff_id: str, position: int, reason: str, received_day: str) -> Any:
        """Take an appeal in."""
        with self._register() as register:
            return register.disputes.enter(sitting, staff_id, position, reason, received_day)

    def decide(self, secret: str, own: str, number: int, decision: Decision) -> Any:
        """Decide it, signed with HR's key, once the officer's own passphrase has shown who does."""
        Officers(self._home, SystemClock()).prove(self.who, lambda _staff_id: own)
        with open_hq(self._home, lambda _key, _new: secret, self.who) as desk, self._register() as register:
            return register.disputes.decide(desk, desk.hr_material(), number, decision)

    def write_letter(self, number: int, out: Path) -> Path:
        """The printed answer."""
        from certificates import sheet_pdf
        from desktop.wiring.appeal_letter import appeal_sheet

        with self._register() as register:
            appeal = register.disputes.appeal(number)
            row = register.disputes.sitting(appeal.sitting)
            person = register.disputes.person(appeal.staff_id)
        return put_file(out, sheet_pdf(appeal_sheet(appeal, row, person.name if person else "")))

    def queue(self) -> Sequence[Any]:
        """Answers that people mark."""
        with self._register() as register:
            return tuple(register.marking.queue())

    def gather(self) -> int:
        """Look for new ones."""
        with self._register() as register:
            found: int = register.marking.gather(self._material)
        return found

    def agreement(self) -> Any:
        """How far markers agree."""
        with self._register() as register:
            return register.marking.agreement()

    def case(self, sitting: str, position: int) -> Any:
        """One answer."""
        with self._register() as register:
            return register.marking.case(self._material, sitting, position)

    def mark(self, sitting: str, position: int, points: int, remark: str) -> Any:
        """Give it points."""
        with self._register() as register:
            return register.marking.mark(self._material, sitting, position, points, remark)

    @contextmanager
    def _register(self) -> Iterator[Any]:
        with open_register(register_path(self._home), self.who) as register:
            yield register


AskFile = Callable[[str, Callable[[Path], None]], None]


class DisputeRoom:
    """HR's way through disputes; `above` are the crumbs that lead back to the register, `back` goes there."""

    def __init__(
        self, window: Window, house: Any, above: Above, back: Callable[[], None], ask_file: AskFile | None = None
    ) -> None:
        self._window = window
        self._house = house
        self._above = above
        self._back = back
        self._ask_file = ask_file or partial(_ask_file, window)

    def open_replay(self, sitting: str, back: Callable[[], None]) -> None:
        """Show a sitting as it was; `back` leads to where it was asked for."""

        def appeal(att: str, staff_id: str, position: int) -> None:
            self.open_entry(Draft(staff_id, att, str(position)))

        presenter = HrReplayPresenter(self._house, self._window.jobs, sitting, ReplayExits(back, appeal))
        self._window.show_screen(self._replay(presenter, tr("Replay of {sitting}").format(sitting=sitting)))

    def open_appeals(self) -> None:
        """Show all appeals."""
        exits = AppealsExits(self.open_appeal, partial(self.open_entry, Draft()), self._leave)
        self._window.show_screen(self._appeals(HrAppealsPresenter(self._house, exits)))

    def open_entry(self, draft: Draft) -> None:
        """Show the form of a new appeal with what is known of it."""
        exits = EntryExits(self.open_appeal, self.open_appeals)
        self._window.show_screen(self._entry(HrAppealEntryPresenter(self._house, draft, exits)))

    def open_appeal(self, number: int) -> None:
        """Show one appeal."""
        back = partial(self.open_appeal, number)
        exits = AppealExits(lambda sitting: self.open_replay(sitting, back), self._ask_file, self.open_appeals)
        presenter = HrAppealPresenter(self._house, self._window.jobs, number, exits)
        self._window.show_screen(self._appeal(presenter, tr("Appeal {number}").format(number=number)))

    def open_marking(self) -> None:
        """Show what waits for markers."""
        exits = MarkingExits(self.open_case, self._leave)
        self._window.show_screen(self._marking(HrMarkingPresenter(self._house, self._window.jobs, exits)))

    def open_case(self, sitting: str, position: int) -> None:
        """Show one answer."""
        presenter = HrMarkingCasePresenter(self._house, self._window.jobs, (sitting, position), self.open_marking)
        self._window.show_screen(self._case(presenter, tr("Question {position}").format(position=position)))

    def _leave(self) -> None:
        self._house.lock()
        self._back()

    def _replay(self, presenter: HrReplayPresenter, title: str) -> Screen:
        view = HrReplayView(title)
        view.open_asked.connect(presenter.open)
        view.step_asked.connect(presenter.go_to)
        view.question_asked.connect(presenter.go_to_question)
        view.next_asked.connect(presenter.go_on)
        view.back_asked.connect(presenter.go_back)
        view.disturbance_asked.connect(presenter.next_disturbance)
        view.language_asked.connect(presenter.toggle_language)
        view.appeal_asked.connect(presenter.appeal)
        view.leave_asked.connect(presenter.leave)
        return self._shown(view, presenter, partial(self._replay, presenter, title), title)

    def _appeals(self, presenter: HrAppealsPresenter) -> Screen:
        view = HrAppealsView()
        view.row_opened.connect(presenter.open)
        view.enter_asked.connect(presenter.enter)
        view.leave_asked.connect(presenter.leave)
        view.refresh_asked.connect(presenter.show)
        return self._shown(view, presenter, partial(self._appeals, presenter), tr(APPEALS))

    def _entry(self, presenter: HrAppealEntryPresenter) -> Screen:
        view = HrAppealEntryView()
        view.typed.connect(presenter.type)
        view.enter_asked.connect(presenter.enter)
        view.leave_asked.connect(presenter.leave)
        return self._shown(view, presenter, partial(self._entry, presenter), tr("Enter an appeal"))

    def _appeal(self, presenter: HrAppealPresenter, title: str) -> Screen:
        view = HrAppealView(title)
        view.typed.connect(presenter.type)
        view.decide_asked.connect(presenter.decide)
        view.replay_asked.connect(presenter.replay)
        view.letter_asked.connect(presenter.save_letter)
        view.leave_asked.connect(presenter.leave)
        return self._shown(view, presenter, partial(self._appeal, presenter, title), title)

    def _marking(self, presenter: HrMarkingPresenter) -> Screen:
        view = HrMarkingView()
        view.open_asked.connect(presenter.open)
        view.gather_asked.connect(presenter.gather)
        view.row_opened.connect(presenter.take)
        view.leave_asked.connect(presenter.leave)
        view.refresh_asked.connect(presenter.show)
        return self._shown(view, presenter, partial(self._marking, presenter), tr(MARKING))

    def _case(self, presenter: HrMarkingCasePresenter, title: str) -> Screen:
        view = HrMarkingCaseView(title)
        view.open_asked.connect(presenter.open)
        view.points_typed.connect(presenter.type_points)
        view.words_typed.connect(presenter.type_words)
        view.mark_asked.connect(presenter.mark)
        view.leave_asked.connect(presenter.leave)
        return self._shown(view, presenter, partial(self._case, presenter, title), title)

    def _shown(self, view: Any, presenter: Any, again: Callable[[], Screen], title: str) -> Screen:
        if hasattr(presenter, "detach"):
            view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, again, (*self._above(), Crumb("here", title)), title)


def _ask_file(window: Window, name: str, chosen: Callable[[Path], None]) -> None:
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window, tr("Save the answer as a PDF"), f"{start}/{name}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["PDF (*.pdf)"])
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
