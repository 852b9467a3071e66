"""Puts re-grading together: the runs, and the page that proposes one."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.screens.hr_regrade.presenter import Exits as RegradeExits
from desktop.screens.hr_regrade.presenter import HrRegradePresenter
from desktop.screens.hr_regrade.state import CREDIT, RIGHT, RULES, Draft, ItemRow
from desktop.screens.hr_regrade.view import HrRegradeView
from desktop.screens.hr_regrades.presenter import Exits as RegradesExits
from desktop.screens.hr_regrades.presenter import HrRegradesPresenter
from desktop.screens.hr_regrades.view import HrRegradesView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import mark, pick, tr
from desktop.words.bank_words import type_word
from desktop.words.regrades import answer_text
from exams import (
    AcademyError,
    CertificateRule,
    Consequence,
    Officers,
    OutcomeRule,
    RegradePlan,
    Remedy,
    Rule,
    SystemClock,
    open_hq,
    open_register,
    register_path,
)

TITLE = mark("Graded again")
"""The title of the runs, as the matrix names them too."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked out, with people's names and its counts."""

    told: Any
    names: dict[str, str]

    @property
    def rows(self) -> Any:
        """Of every sitting."""
        return self.told.rows

    @property
    def faults(self) -> Any:
        """What could not be read."""
        return self.told.faults

    @property
    def waiting(self) -> int:
        """Left out."""
        return int(self.told.waiting)

    @property
    def tally(self) -> Any:
        """In counts."""
        return self.told.tally


@dataclass(frozen=True, slots=True)
class Doors:
    """How the house opens HR's register and, with a passphrase, headquarters; and what follows for certificates.

    `prove` takes the officer's own passphrase and gives the role certificate that it proves; it raises as `Officers`.
    """

    register: Callable[[], AbstractContextManager[Any]]
    desk: Callable[[str], AbstractContextManager[Any]]
    follow: Callable[[Any, Any, Any], tuple[int, int]]
    prove: Callable[[str], str]


def doors_of(home: Path, who: str) -> Doors:
    """Those of a home."""

    def follow(desk: Any, register: Any, story: Any) -> tuple[int, int]:
        from certificates import HrLists, follow_regrading, today

        lists = HrLists(home, desk, lambda: today(SystemClock()))
        told = follow_regrading(lists, story.numbers(Consequence.REVOKE), story.numbers(Consequence.KEEP))
        register.heed_revoked(lists.standing().revoked.names)
        return told

    return Doors(
        lambda: open_register(register_path(home), who),
        lambda secret: open_hq(home, lambda _key, _new: secret, who),
        follow,
        lambda own: Officers(home, SystemClock()).prove(who, lambda _staff_id: own).certificate,
    )


class RegradeHouse:
    """Re-grading in one register and, while the page that proposes is used, what was opened for it. `who` signs."""

    def __init__(self, who: str, doors: Doors) -> None:
        self._doors = doors
        self._material: Any = None
        self.who = who

    def runs(self) -> Any:
        """All of them."""
        with self._doors.register() as register:
            return register.regrades.runs()

    def story(self, number: int) -> Any:
        """One of them."""
        with self._doors.register() as register:
            return register.regrades.story(number)

    def release(self, secret: str, own: str, number: int) -> tuple[int, int]:
        """Release it, and let certificates follow; gives how many were revoked and confirmed."""
        officer = self._doors.prove(own)
        with self._doors.desk(secret) as desk, self._doors.register() as register:
            return self._doors.follow(desk, register, register.regrades.release(desk, number, officer))

    def withdraw(self, number: int) -> None:
        """Let nothing come of it."""
        with self._doors.register() as register:
            register.regrades.withdraw(number)

    def export(self, number: int, out: Path) -> int:
        """Before and after, as a workbook or as JSON by the file's ending."""
        kind = "json" if out.suffix.lower() == ".json" else "xlsx"
        with self._doors.register() as register:
            return int(register.regrades.write(number, kind, out))

    def open(self, secret: str) -> Sequence[str]:
        """Packs with their keys, for as long as the page is used."""
        with self._doors.desk(secret) as desk:
            self._material = desk.hr_material()
        with self._doors.register() as register:
            return tuple(register.regrades.courses(self._material))

    def choices(self, course: str) -> tuple[Sequence[ItemRow], Sequence[str]]:
        """Questions with their keys, and exams."""
        with self._doors.register() as register:
            found = register.regrades.items(self._material, course)
            return tuple(map(_row, found)), register.regrades.exams(self._material, course)

    def work_out(self, draft: Draft, told: Callable[[int, int], bool]) -> Worked | None:
        """Grade everything again."""
        with self._doors.register() as register:
            rule = Rule(
                OutcomeRule.RECOMPUTE if draft.recompute else OutcomeRule.NEVER_LOWER,
                CertificateRule.REVISE if draft.revise else CertificateRule.KEEP,
            )
            correction = _correction(register.regrades, self._material, draft)
            plan = RegradePlan(draft.course, correction, draft.reason, rule)
            worked = register.regrades.work_out(self._material, plan, told)
            return Worked(worked, register.regrades.names()) if worked is not None else None

    def propose(self, secret: str, worked: Worked) -> int:
        """Keep and sign it."""
        with self._doors.desk(secret) as desk, self._doors.register() as register:
            return int(register.regrades.propose(desk, worked.told).number)

    def close(self) -> None:
        """Forget packs and keys."""
        self._material = None


def _correction(regrades: Any, material: Any, draft: Draft) -> Any:
    item, _, version = draft.item.rpartition("@")
    subject = (item, int(version or 0))
    if draft.remedy == RULES:
        gates = tuple(map(_number, (draft.pass_percent, draft.red_lines, draft.negative)))
        return regrades.policy(material, draft.course, draft.exam, gates)
    if draft.remedy == RIGHT:
        answers = [one for one in draft.right.replace("；", ";").split(";") if one.strip()]
        return regrades.right(material, draft.course, subject, answers)
    return regrades.void(material, draft.course, subject, Remedy.CREDIT if draft.remedy == CREDIT else Remedy.REMOVE)


def _number(text: str) -> int | None:
    """What is no number is out of range."""
    plain = text.strip().removesuffix("%").strip()
    return None if not plain else int(plain) if plain.isdecimal() and len(plain) < 4 else -1


def _row(one: Any) -> ItemRow:
    item, told = one.item, "" if one.answer is None else answer_text(one.answer)
    stem = pick({code: wording.stem for code, wording in item.wordings.items()})
    return ItemRow(f"{item.id}@{item.version}", item.id, item.version, type_word(str(item.type)), stem, told)


class RegradeRoom:
    """HR's way through runs; `above` gives the crumbs above this page.

    `back` leads to the matrix, `issue` to the certificates that follow.
    """

    def __init__(
        self,
        window: Window,
        house: RegradeHouse,
        above: Callable[[], tuple[Crumb, ...]],
        back: Callable[[], None],
        issue: Callable[[], None] = lambda: None,
    ) -> None:
        self._window = window
        self._house = house
        self._above = above
        exits = RegradesExits(self.open_proposal, self._ask_file, back, issue)
        self._runs = HrRegradesPresenter(house, window.jobs, exits)
        self._proposal = HrRegradePresenter(house, window.jobs, RegradeExits(self._open_proposed, self.open))

    def open(self) -> None:
        """Show all runs."""
        self._window.show_screen(self._runs_screen())

    def open_proposal(self) -> None:
        """Show the page that proposes one."""
        self._window.show_screen(self._proposal_screen())

    def export(self, number: int, out: Path) -> None:
        """Write a run's list, and say how many rows it was."""
        try:
            rows = self._house.export(number, out)
        except AcademyError as error:
            self._window.show_error(error)
            return
        self._window.toast(tr("{rows} rows written to {file}.").format(rows=rows, file=out.name))

    def _open_proposed(self, number: int) -> None:
        self.open()
        self._runs.open_number(number)

    def _runs_screen(self) -> Screen:
        view, presenter = HrRegradesView(), self._runs
        view.run_opened.connect(presenter.open_run)
        view.filter_typed.connect(presenter.search)
        view.secret_typed.connect(presenter.type_secret)
        view.own_typed.connect(presenter.type_own)
        view.propose_asked.connect(presenter.propose)
        view.release_asked.connect(presenter.release)
        view.withdraw_asked.connect(presenter.withdraw)
        view.export_asked.connect(presenter.export)
        view.issue_asked.connect(presenter.issue)
        view.leave_asked.connect(presenter.leave)
        view.refresh_asked.connect(presenter.show)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr(TITLE)
        crumbs = (*self._above(), Crumb("here", title))
        return Screen(view, presenter, self._runs_screen, crumbs, title, held=lambda: presenter.busy)

    def _proposal_screen(self) -> Screen:
        view, presenter = HrRegradeView(), self._proposal
        view.secret_typed.connect(presenter.type_secret)
        view.filled.connect(lambda name, value: _filled(presenter, name, value))
        view.item_chosen.connect(presenter.choose_item)
        view.items_narrowed.connect(presenter.search_items)
        view.filter_typed.connect(presenter.search)
        view.open_asked.connect(presenter.open_packs)
        view.work_asked.connect(presenter.work_out)
        view.stop_asked.connect(presenter.stop)
        view.propose_asked.connect(presenter.propose)
        view.leave_asked.connect(presenter.leave)
        view.ticked.connect(presenter.tick)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Put a mistake right")
        crumbs = (*self._above(), Crumb("regrades", tr(TITLE)), Crumb("here", title))
        return Screen(view, presenter, self._proposal_screen, crumbs, title, held=lambda: presenter.busy)

    def _ask_file(self, number: int) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, tr("Before and after for Excel"), f"{start}/regrade-{number}.xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)", "JSON (*.json)"])
        dialog.fileSelected.connect(lambda name: self.export(number, Path(name)))
        dialog.open()


def _filled(presenter: HrRegradePresenter, name: str, value: object) -> None:
    if name == "course":
        presenter.choose_course(str(value))
    else:
        presenter.fill_in(**{name: value})
