"""Puts the page of things to follow up together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop.screens.hr_follow.presenter import Exits, FollowDesk, HrFollowPresenter
from desktop.screens.hr_follow.view import HrFollowView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.words import tr
from exams import open_hq, open_register, register_path


@dataclass(frozen=True, slots=True)
class FollowHouse:
    """The register of a home beside what headquarters has planned; `who` is written down."""

    home: Path
    who: str

    def sessions(self) -> Sequence[Any]:
        """Expected against received; no key is opened for it."""
        with open_hq(self.home, lambda _key, _new: "", self.who) as desk:
            planned = desk.planned_sessions()
        with open_register(register_path(self.home), self.who) as register:
            return register.sessions(planned)

    def receipts(self) -> tuple[int, int] | None:
        """When receipts were written last, and for how many PCs; None before the first."""
        with open_hq(self.home, lambda _key, _new: "", self.who) as desk:
            last = next(reversed(desk.log("receipts")), None)
        devices = last.facts.get("devices") if last else None
        return (last.wt, len(devices)) if last and isinstance(devices, list) else None

    def conflicts(self) -> Sequence[Any]:
        """Both sides of each."""
        with open_register(register_path(self.home), self.who) as register:
            return register.conflicts()


def follow_screen(window: Window, house: FollowDesk, exits: Exits, below: Callable[[str], tuple[Crumb, ...]]) -> Screen:
    """The page, reading."""
    return _screen(HrFollowPresenter(house, window.jobs, exits), below)


def _screen(presenter: HrFollowPresenter, below: Callable[[str], tuple[Crumb, ...]]) -> Screen:
    view = HrFollowView()
    view.every_set.connect(presenter.show_every)
    view.refresh_asked.connect(presenter.show)
    view.returns_asked.connect(presenter.returns)
    view.leave_asked.connect(presenter.leave)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr("To follow up")
    return Screen(view, presenter, partial(_screen, presenter, below), below(title), title)
