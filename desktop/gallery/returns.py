"""What goes back to branches: nothing due, at work, done with one that could not be issued."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import part
from desktop.screens.hr_returns.state import DueRow, HrReturnsState
from desktop.screens.hr_returns.view import HrReturnsView
from desktop.style.look import look
from desktop.words import tr
from desktop.words.errors import sentence
from desktop.words.numbers import percent_text

_PEOPLE = (
    ("BJ-WJ01", "T1001", "王小雨", 92, "BJ-WJ01-2026-000001-7"),
    ("BJ-WJ01", "T1002", "李明", 81, ""),
    ("SH-PD02", "T2040", "欧阳静怡", 80, ""),
)


def returns() -> Iterator[QWidget]:
    """The page in each of its states."""
    rows = tuple(
        DueRow(staff_id, branch, staff_id, name, "TELE", percent_text(percent), old or tr("first certificate"))
        for branch, staff_id, name, percent, old in _PEOPLE
    )
    told = tr("{issued} certificates issued, {refused} could not be.").format(issued=2, refused=1)
    why = sentence("E_ISSUE.name", {"staff_id": "T2040"}).text
    refused = tr("{name} {staff_id}, {branch}: {why}").format(name="", staff_id="T2040", branch="SH-PD02", why=why)
    for state, height in (
        (HrReturnsState(read=True), 640),
        (HrReturnsState(rows, 3, read=True, issuing=True, done=1, total=3), 720),
        (HrReturnsState((replace(rows[2], name=""),), 1, read=True, refused=(refused.strip(),), told=told), 860),
        (HrReturnsState(rows, 3, read=True, fault=sentence("E_PASSPHRASE").text), 720),
    ):
        yield part(tr("Receipts and certificates"), _view(state, height))


def _view(state: HrReturnsState, height: int) -> QWidget:
    view = HrReturnsView()
    view.show_state(state)
    view.setMinimumHeight(look().px(height))
    return view
