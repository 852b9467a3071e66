"""HR's register: the heat map with and without branches, and files that were not taken in."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part, stack
from desktop.screens.hr_audit.state import MadePack
from desktop.screens.hr_audit.view import MadeCard
from desktop.screens.hr_collect.state import CollectLine
from desktop.screens.hr_collect.view import refusal_row
from desktop.screens.hr_follow.state import ConflictCase
from desktop.screens.hr_follow.view import conflict_card
from desktop.screens.hr_matrix.heat import heat_table
from desktop.screens.hr_matrix.state import BranchRow, HeatCell
from desktop.screens.hr_rules.state import HrRulesState
from desktop.screens.hr_rules.view import SaidCard
from desktop.screens.send_results.state import SendResultsState
from desktop.screens.send_results.view import CodeCard
from desktop.style.look import look
from desktop.widgets.naming import named
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.findings import finding_sentence
from desktop.words.study_rules import rules_text
from exams import StudyRules

COURSES = ("CASH", "TELE")
_VALID = {"BJ-WJ01": (69, 92), "GZ-TH03": (None, 40), "SH-PD02": (82, 98)}
_REFUSED = (("stick/D00000003-1-40.bundle", "GZ-TH03", "E_FORK"), ("stick/notes.jpg", "", "E_FORMAT"))


_PRINT = "0f1e2d3c4b5a6978"
"""A quarter of a fingerprint: a bundle holds no constant as long as a key."""

_WHOLE = MadePack("D:/audit-2026-01-01-2026-12-31", _PRINT * 4, 1204)
_UNPROVED = MadePack("D:/audit-2026-01-01-2026-06-30", _PRINT[::-1] * 4, 602, ("BJ-WJ01-2026-000006-5",))


_SAID = (
    ("BJ-WJ01", StudyRules(call_pause=False)),
    ("GZ-TH03, SH-PD02, SH-PD04, XA-GX01", StudyRules(gating=False)),
)

_TWICE = (
    ("D00000001-1-212.bundle", "D00000001", "BJ-WJ01", "5f6e0d5c1c7a4b21"),
    ("D00000017-1-88.bundle", "D00000017", "GZ-TH03", "c40b7d19e2a85f36"),
)
_RESTORED = ("D00000003-1-40.bundle", "D00000003", "GZ-TH03", "40")


def register() -> QWidget:
    """What HR looks at."""
    full, empty = named(heat_table(COURSES), "gallery_matrix"), heat_table(COURSES)
    full.show_rows(_rows())
    for table in (full, empty):
        table.setMinimumHeight(look().px(260))
    lines = (CollectLine(name, branch, _found(code)) for name, branch, code in _REFUSED)
    return page(
        tr("HR's register"),
        tr("How many people's pass counts today. Enter or a double click opens a branch."),
        part(tr("Branches"), full),
        part(tr("Branches"), empty),
        part(tr("Refused, and why"), stack(*map(refusal_row, lines))),
        part(tr("Conflicts, side by side"), stack(*map(conflict_card, _conflicts()))),
        part(tr("Results for HR"), _code_card()),
        part(tr("Audit pack"), stack(*map(_made_card, (_WHOLE, _UNPROVED)))),
        part(tr("Rules of learning"), stack(*map(_said_card, ((), _SAID)))),
    )


def _said_card(said: tuple[tuple[str, StudyRules], ...]) -> QWidget:
    card = SaidCard()
    facts = (Fact(whom, f"{rules_text(rules)} · 2026-11-29 12:00 · H3001") for whom, rules in said)
    card.show_rules(HrRulesState(said=tuple(facts)))
    return card


def _conflicts() -> tuple[ConflictCase, ...]:
    """The same try sat twice; a PC that was put back, of whose first story no file is kept."""
    lost = (Fact(tr("File"), tr("Nothing is kept of the other one")),)
    return (
        ConflictCase(_found("E_DUP_ATTEMPT"), "T1001", *map(_side, _TWICE)),
        ConflictCase(_found("E_FORK"), "", lost, _side(_RESTORED)),
    )


def _found(code: str) -> str:
    return f"{finding_sentence(code, {}).text} [{code}]"


def _side(told: tuple[str, ...]) -> tuple[Fact, ...]:
    names = (tr("File"), tr("Device"), tr("Branch"), tr("Line or exam"))
    return tuple(Fact(name, text) for name, text in zip(names, told, strict=True))


def _code_card() -> QWidget:
    from certificates import qr_modules  # draws with a library that no other page wants

    card = CodeCard()
    card.show_code(SendResultsState(place=3, count=12, symbol=qr_modules("BAE1:3/12:5F6E0D5C1C7A4B21"), runs=True))
    return card


def _made_card(made: MadePack) -> QWidget:
    card = MadeCard()
    card.show_pack(made)
    return card


def _rows() -> tuple[BranchRow, ...]:
    return tuple(
        BranchRow(branch, dict(zip(COURSES, map(_cell, percents), strict=True))) for branch, percents in _VALID.items()
    )


def _cell(percent: int | None) -> HeatCell:
    if percent is None:
        return HeatCell("–")
    text = tr("{valid} of {people} · {percent}%").format(valid=percent, people=100, percent=percent)
    return HeatCell(text, percent)
