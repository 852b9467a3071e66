"""Puts HR's register together: the matrix, one person, files of branches, the staff list."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.screens.hr_checks.presenter import Exits as ChecksExits
from desktop.screens.hr_checks.presenter import HrChecksPresenter
from desktop.screens.hr_collect.presenter import Exits as CollectExits
from desktop.screens.hr_collect.presenter import HrCollectPresenter
from desktop.screens.hr_collect.view import HrCollectView
from desktop.screens.hr_follow.presenter import Exits as FollowExits
from desktop.screens.hr_matrix.presenter import Exits as MatrixExits
from desktop.screens.hr_matrix.presenter import HrMatrixPresenter
from desktop.screens.hr_matrix.view import HrMatrixView
from desktop.screens.hr_person.presenter import HrPersonPresenter
from desktop.screens.hr_person.view import HrPersonView
from desktop.screens.hr_staff.presenter import Exits as StaffExits
from desktop.screens.hr_staff.presenter import HrStaffPresenter
from desktop.screens.hr_staff.view import HrStaffView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.assign import assign_screen
from desktop.wiring.audit import audit_screen
from desktop.wiring.checks import checks_screen
from desktop.wiring.disputes import DisputeRoom
from desktop.wiring.follow import follow_screen
from desktop.wiring.held import held_screen
from desktop.wiring.item_statistics import pooled_screen
from desktop.wiring.packs import Chooser, system_chooser
from desktop.wiring.register_house import RegisterHouse
from desktop.wiring.regrades import RegradeRoom
from desktop.wiring.returns import returns_screen
from desktop.wiring.rules import RulesWays, rules_screen
from desktop.wiring.staff import HR_HOME
from desktop.words import mark, tr
from exams import AcademyError

__all__ = ["REGISTER", "RegisterHouse", "RegisterRoom"]
REGISTER = mark("Who is due")
"""The title of the matrix, as menus name it too."""


class RegisterRoom:
    """HR's way through the register; the path's steps are `home` and `register`."""

    def __init__(self, window: Window, house: RegisterHouse, chooser: Chooser | None = None) -> None:
        self._window = window
        self._house = house
        self._chooser = chooser
        self._matrix_presenter = HrMatrixPresenter(house, MatrixExits(self.open_person, self._ways()))
        self._dispute_room: DisputeRoom | None = None
        self._regrade_room: RegradeRoom | None = None

    def open(self) -> None:
        """Show the matrix; keys that were opened for disputes and re-grading are let go."""
        self._dispute_room = self._regrade_room = None
        self._window.show_screen(self._matrix())

    def open_person(self, staff_id: str) -> None:
        """Show one person."""
        self._window.show_screen(self._person(HrPersonPresenter(self._house, self._window.jobs, staff_id, self.open)))

    def open_collect(self) -> None:
        """Show the page that takes in files of branches."""
        chooser = self._chooser or _folders(self._window)
        exits = CollectExits(chooser.files, chooser.folder, self.open, self.open_follow)
        exits = replace(exits, returns=partial(self.open_returns, self.open_collect))
        self._window.show_screen(self._collect(HrCollectPresenter(self._house, self._window.jobs, exits)))

    def open_staff(self) -> None:
        """Show the page that takes in a staff list."""
        chooser = self._chooser or system_chooser(self._window)
        exits = StaffExits(chooser.files, self.open)
        self._window.show_screen(self._staff(HrStaffPresenter(self._house, self._window.jobs, exits)))

    def open_follow(self) -> None:
        """Show what has to be followed up."""
        exits = FollowExits(self.open_collect, partial(self.open_returns, self.open_follow))
        self._window.show_screen(follow_screen(self._window, self._house.follow, exits, self._below))

    def open_returns(self, leave: Callable[[], None]) -> None:
        """Show what goes back to branches: certificates to issue, receipts to write."""
        chooser = self._chooser or _folders(self._window)
        self._window.show_screen(returns_screen(self._window, self._house.returns, chooser, leave, self._below))

    def open_appeals(self) -> None:
        """Show all appeals."""
        self._disputes.open_appeals()

    def open_marking(self) -> None:
        """Show what waits for markers."""
        self._disputes.open_marking()

    def open_regrades(self) -> None:
        """Show all runs of re-grading."""
        self._regrades.open()

    @property
    def _regrades(self) -> RegradeRoom:
        """Likewise: what was opened there is let go with the next look at the matrix."""
        if self._regrade_room is None:
            issue, crumbs = partial(self.open_returns, self.open_regrades), self._register_crumbs
            self._regrade_room = RegradeRoom(self._window, self._house.regrades, crumbs, self.open, issue)
        return self._regrade_room

    @property
    def _disputes(self) -> DisputeRoom:
        """One room for as long as the register is looked at: its keys are opened once."""
        if self._dispute_room is None:
            self._dispute_room = DisputeRoom(self._window, self._house.disputes, self._register_crumbs, self.open)
        return self._dispute_room

    def _register_crumbs(self) -> tuple[Crumb, ...]:
        return (*self._above(), Crumb("register", tr(REGISTER)))

    def open_audit(self) -> None:
        """Show the page that makes audit packs."""
        chooser = self._chooser or _folders(self._window)
        self._window.show_screen(audit_screen(self._window, self._house.audit, chooser, self.open, self._below))

    def open_items(self) -> None:
        """Show how the questions measured in all branches."""
        self._window.show_screen(pooled_screen(self._window, self._house.items, self.open, self._register_crumbs))

    def open_held(self) -> None:
        """Show the sessions whose results are held."""
        self._window.show_screen(held_screen(self._window, self._house.held, self.open, self._below))

    def open_assign(self) -> None:
        """Show who must pass which course by when."""
        self._window.show_screen(assign_screen(self._window, self._house.assign, self.open, self._below))

    def open_checks(self) -> None:
        """Show what stands out in how people sat."""
        exits = ChecksExits(lambda sitting: self._disputes.open_replay(sitting, back), self.open)
        presenter = HrChecksPresenter(self._house.checks, self._window.jobs, exits)

        def back() -> None:
            self._window.show_screen(checks_screen(presenter, self._below))

        back()

    def open_rules(self) -> None:
        """Show the page on which HR says how branches learn."""
        chooser = self._chooser or _folders(self._window)
        ways = RulesWays(chooser, self.open, self._below, self._house.known)
        self._window.show_screen(rules_screen(self._window, self._house.rules, ways))

    def _ways(self) -> dict[str, Callable[[], None]]:
        return {
            "collect": self.open_collect,
            "staff": self.open_staff,
            "assign": self.open_assign,
            "rules": self.open_rules,
            "held": self.open_held,
            "marking": self.open_marking,
            "appeals": self.open_appeals,
            "regrades": self.open_regrades,
            "items": self.open_items,
            "checks": self.open_checks,
            "export": self._export,
            "audit": self.open_audit,
        }

    def _matrix(self) -> Screen:
        view, presenter = HrMatrixView(), self._matrix_presenter
        view.branch_opened.connect(presenter.open_branch)
        view.person_opened.connect(presenter.open_person)
        view.filter_typed.connect(presenter.search)
        view.page_asked.connect(presenter.page)
        view.way_asked.connect(presenter.go)
        view.refresh_asked.connect(presenter.show)
        presenter.attach(view)
        presenter.show()
        title = tr(REGISTER)
        return Screen(view, presenter, self._matrix, (*self._above(), Crumb("here", title)), title)

    def _person(self, presenter: HrPersonPresenter) -> Screen:
        presenter.show()  # the name is known only then
        title = presenter.title
        view = HrPersonView(title)
        view.leave_asked.connect(presenter.leave)
        view.refresh_asked.connect(presenter.show)
        view.sitting_opened.connect(lambda row: self._replay(row.sitting, presenter.staff_id))
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        return Screen(view, presenter, lambda: self._person(presenter), self._below(title), title)

    def _replay(self, sitting: str, staff_id: str) -> None:
        self._disputes.open_replay(sitting, partial(self.open_person, staff_id))

    def _collect(self, presenter: HrCollectPresenter) -> Screen:
        view = HrCollectView(self._house.known)
        view.secret_typed.connect(presenter.type_secret)
        view.files_asked.connect(presenter.choose_files)
        view.folder_asked.connect(presenter.choose_folder)
        view.files_dropped.connect(presenter.take_in)
        view.pause_asked.connect(presenter.pause)
        view.go_on_asked.connect(presenter.go_on)
        view.follow_asked.connect(presenter.follow)
        view.returns_asked.connect(presenter.returns)
        view.leave_asked.connect(presenter.leave)
        view.ticked.connect(presenter.tick)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Files of branches")
        again, crumbs = partial(self._collect, presenter), self._below(title)
        return Screen(view, presenter, again, crumbs, title, held=lambda: presenter.busy)

    def _staff(self, presenter: HrStaffPresenter) -> Screen:
        view = HrStaffView()
        view.file_asked.connect(presenter.choose_file)
        view.apply_asked.connect(presenter.apply)
        view.undo_asked.connect(presenter.undo)
        view.leave_asked.connect(presenter.leave)
        view.part_set.connect(presenter.set_part)
        view.merge_asked.connect(presenter.merge)
        view.destroyed.connect(lambda: presenter.detach(view))
        presenter.attach(view)
        presenter.show()
        title = tr("Staff list")
        return Screen(view, presenter, lambda: self._staff(presenter), self._below(title), title)

    def _above(self) -> tuple[Crumb, ...]:
        return (Crumb("home", tr(HR_HOME)),)

    def _below(self, title: str) -> tuple[Crumb, ...]:
        return (*self._above(), Crumb("register", tr(REGISTER)), Crumb("here", title))

    def _export(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, tr("Export for Excel"), f"{start}/matrix.xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Excel (*.xlsx)", "CSV (*.csv)", "xAPI (*.jsonl)"])
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, out: Path) -> None:
        """Write everybody's standing, and say how many rows it was."""
        try:
            rows = self._house.export(out)
        except AcademyError as error:
            self._window.show_error(error)
            return
        self._window.toast(tr("{rows} rows written to {file}.").format(rows=rows, file=out.name))


def _folders(window: Window) -> Chooser:
    """Files as the system asks for them; a folder as it is: what lies in it is looked for when it is taken in."""

    def folder(chosen: Callable[[tuple[Path, ...]], None]) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = QFileDialog(window, tr("Choose a folder or a stick"), start)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: chosen(tuple(Path(name) for name in names)))
        dialog.open()

    return Chooser(system_chooser(window).files, folder)
