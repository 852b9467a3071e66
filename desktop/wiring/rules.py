"""Puts the page of HR's rules of learning together, and signs them with HR's key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from desktop.screens.hr_rules.presenter import Exits, HrRulesPresenter, RulesDesk, Said
from desktop.screens.hr_rules.view import HrRulesView
from desktop.shell.screen import Screen
from desktop.shell.window import Window
from desktop.widgets.values import Crumb
from desktop.wiring.packs import Chooser
from desktop.words import mark, tr
from exams import StudyRules, open_hq, study_rules_name

RULES = mark("Rules of learning")


@dataclass(frozen=True, slots=True)
class RulesHouse:
    """Signs in one home; `who` is written down."""

    home: Path
    who: str

    def said(self) -> Sequence[Said]:
        """Every file that the log of the keys knows, the newest first."""
        with open_hq(self.home, lambda _key, _new: "", self.who) as desk:
            lines = desk.log("study_rules")
        return tuple(Said(_rules(line.facts, line.wt), line.who) for line in reversed(lines))

    def write(self, secret: str, rules: StudyRules, folder: Path) -> Path:
        """Open HR's key for as long as it takes."""
        with open_hq(self.home, lambda _key, _new: secret, self.who) as desk:
            out = folder / study_rules_name(rules)
            desk.write_study_rules(rules, out)
        return out


def _rules(facts: Any, wt: int) -> StudyRules:
    return StudyRules(bool(facts["gating"]), bool(facts["call_pause"]), tuple(facts["branches"]), wt)


@dataclass(frozen=True, slots=True)
class RulesWays:
    """What asks for a folder, where the page leads, the path to a page with a title, a demonstration's passphrase."""

    chooser: Chooser
    leave: Callable[[], None]
    crumbs: Callable[[str], tuple[Crumb, ...]]
    known: str = ""


def rules_screen(window: Window, house: RulesDesk, ways: RulesWays) -> Screen:
    """The page, reading what was said so far."""
    presenter = HrRulesPresenter(house, window.jobs, Exits(ways.chooser.folder, ways.leave))
    screen = _screen(presenter, ways)
    presenter.open()
    return screen


def _screen(presenter: HrRulesPresenter, ways: RulesWays) -> Screen:
    view = HrRulesView(ways.known)
    view.gating_set.connect(presenter.set_gating)
    view.call_pause_set.connect(presenter.set_call_pause)
    view.secret_typed.connect(presenter.type_secret)
    view.branches_typed.connect(presenter.type_branches)
    view.write_asked.connect(presenter.write)
    view.leave_asked.connect(presenter.leave)
    view.destroyed.connect(lambda: presenter.detach(view))
    presenter.attach(view)
    presenter.show()
    title = tr(RULES)
    again = partial(_screen, presenter, ways)
    return Screen(view, presenter, again, ways.crumbs(title), title, held=lambda: presenter.busy)
