"""Puts the page of audit packs together: HR's desk, the register, and where the pack is made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop.screens.hr_audit.presenter import AuditOrder, Exits, HrAuditPresenter
from desktop.screens.hr_audit.view import HrAuditView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.packs import Chooser
from desktop.words import mark, tr
from desktop.words.audit_page import audit_plan
from exams import SystemClock, open_hq, open_register, register_path

AUDIT = mark("Audit pack")


@dataclass(frozen=True, slots=True)
class AuditHouse:
    """Makes packs in one home; `who` is written down."""

    home: Path
    who: str

    def make(self, secret: str, order: AuditOrder, told: Callable[[int], None]) -> Any:
        """Open the keys and the register for as long as it takes."""
        from certificates import AuditOffice, today

        plan = audit_plan(order.first, order.last, order.branches, masked=order.masked)
        with (
            open_register(register_path(self.home), self.who) as register,
            open_hq(self.home, lambda _key, _new: secret, self.who) as desk,
        ):
            office = AuditOffice(self.home, desk, lambda: today(SystemClock()))
            return office.make(register, plan, order.out, told)


def audit_screen(
    window: Window, house: Any, chooser: Chooser, leave: Callable[[], None], crumbs: Callable[[str], tuple[Crumb, ...]]
) -> Screen:
    """The page; `crumbs` give the way to a page with this title."""
    from certificates import today

    exits = Exits(chooser.folder, leave)
    presenter = HrAuditPresenter(house, window.jobs, exits, today(SystemClock()))
    return _screen(presenter, crumbs)


def _screen(presenter: HrAuditPresenter, crumbs: Callable[[str], tuple[Crumb, ...]]) -> Screen:
    view = HrAuditView()
    view.secret_typed.connect(presenter.type_secret)
    view.first_typed.connect(presenter.type_first)
    view.last_typed.connect(presenter.type_last)
    view.branches_typed.connect(presenter.type_branches)
    view.mask_set.connect(presenter.mask)
    view.make_asked.connect(presenter.make)
    view.leave_asked.connect(presenter.leave)
    view.ticked.connect(presenter.tick)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(AUDIT)
    again = partial(_screen, presenter, crumbs)
    return Screen(view, presenter, again, crumbs(title), title, held=lambda: presenter.busy)
