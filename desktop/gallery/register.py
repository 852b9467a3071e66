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
from desktop.screens.send_results.state import SendResultsState
from desktop.screens.send_results.view import CodeCard
from desktop.style.look import look
from desktop.widgets.naming import named
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.findings import finding_sentence

COURSES = ("CASH", "TELE")
_VALID = {"BJ-WJ01": (69, 92), "GZ-TH03": (None, 40), "SH-PD02": (82, 98)}
_REFUSED = (("stick/D00000003-1-40.bundle", "GZ-TH03", "E_FORK"), ("stick/notes.jpg", "", "E_FORMAT"))


_WHOLE = MadePack("D:/audit-2026-01-01-2026-12-31", "0f1e2d3c4b5a6978" * 4, 1204)
_UNPROVED = MadePack("D:/audit-2026-01-01-2026-06-30", "a1b2c3d4e5f60718" * 4, 602, ("BJ-WJ01-2026-000006-5",))


_SIDE = (Fact("SHA-256", "9f2c41d07ab3"), Fact("PC", "D00000001"))
_OTHER = (Fact("SHA-256", "bd7706c1e5f8"), Fact("PC", "D10000001"))
_CONFLICTS = (ConflictCase("[E_DUP_ATTEMPT]", "000100001", _SIDE, _OTHER), ConflictCase("[E_FORK]", "", _SIDE, _OTHER))


def register() -> QWidget:
    """What HR looks at."""
    full, empty = named(heat_table(COURSES), "gallery_matrix"), heat_table(COURSES)
    full.show_rows(_rows())
    for table in (full, empty):
        table.setMinimumHeight(look().px(260))
    lines = (
        CollectLine(name, branch, f"{finding_sentence(code, {}).text} [{code}]") for name, branch, code in _REFUSED
    )
    return page(
        tr("HR's register"),
        tr("How many people's pass counts today. Enter or a double click opens a branch."),
        part(tr("Branches"), full),
        part(tr("Branches"), empty),
        part(tr("Refused, and why"), stack(*map(refusal_row, lines))),
        part(tr("Conflicts, side by side"), stack(*map(conflict_card, _CONFLICTS))),
        part(tr("Results for HR"), _code_card()),
        part(tr("Audit pack"), stack(*map(_made_card, (_WHOLE, _UNPROVED)))),
    )


def _code_card() -> QWidget:
    card = CodeCard()
    checked = tuple(tuple((row + column) % 2 == 0 for column in range(21)) for row in range(21))
    card.show_code(SendResultsState(place=3, count=12, symbol=checked))
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
