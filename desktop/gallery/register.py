"""HR's register: the heat map with and without branches, and files that were not taken in."""

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part, stack
from desktop.screens.hr_collect.state import CollectLine
from desktop.screens.hr_collect.view import refusal_row
from desktop.screens.hr_matrix.heat import heat_table
from desktop.screens.hr_matrix.state import BranchRow, HeatCell
from desktop.style.look import look
from desktop.widgets.naming import named
from desktop.words import tr
from desktop.words.findings import finding_sentence

COURSES = ("CASH", "TELE")
_VALID = {"BJ-WJ01": (69, 92), "GZ-TH03": (None, 40), "SH-PD02": (82, 98)}
_REFUSED = (("stick/D00000003-1-40.bundle", "GZ-TH03", "E_FORK"), ("stick/notes.jpg", "", "E_FORMAT"))


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
    )


def _rows() -> tuple[BranchRow, ...]:
    return tuple(
        BranchRow(branch, dict(zip(COURSES, map(_cell, percents), strict=True))) for branch, percents in _VALID.items()
    )


def _cell(percent: int | None) -> HeatCell:
    if percent is None:
        return HeatCell("–")
    text = tr("{valid} of {people} · {percent}%").format(valid=percent, people=100, percent=percent)
    return HeatCell(text, percent)
