"""A local roster: who sits where, from a workbook or a text table. Everybody is taken as written, or nobody.

Runs in the firewall's process. A staff id is text: a cell that holds a number which the sheet shows otherwise than it
keeps it (007, 1E5, eighteen digits) is refused, since nobody can say what was meant.
"""

import json
import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from exams.interop.errors import BankHeadings, RosterRefused
from exams.interop.sheets.cells import Row
from exams.interop.sheets.csv_rows import csv_rows, lines_of
from exams.interop.sheets.xlsx import xlsx_sheets
from exams.interop.texts import decode

MOST_PEOPLE = 500
_HEAD = 5
_MOST_ROWS = 2000
_SIGNS = ",\t;|，"
_HEADINGS = {
    "staff": ("staff id", "staff_id", "staff", "id", "工号", "员工号", "员工编号", "员工工号"),
    "name": ("name", "姓名", "名字"),
    "seat": ("seat", "座位", "座位号", "座号"),
}
_STAFF = re.compile(r"[A-Z0-9]{4,16}", re.ASCII)
_PLAIN_NUMBER = frozenset({"General", "0", "@"})
_MOST_DIGITS = 15
Found = dict[str, int]


def roster_text(raw: bytes) -> str:
    """JSON: `[[staff id, name, seat]]`; raises `RosterRefused` with `row` and `reason`, or `BankHeadings`.

    Reasons: staff_id (not 4 to 16 capital letters and digits), number (a number that is shown otherwise), name, seat,
    twice, many, empty, encoding, quote.
    """
    if raw.startswith(b"PK"):
        rows, columns = _of_workbook(raw)
    else:
        rows, columns = _of_text(raw)
    people = [_person(row, columns) for row in rows]
    if not people:
        raise RosterRefused(reason="empty", row=0)
    if len(people) > MOST_PEOPLE:
        raise RosterRefused(reason="many", row=MOST_PEOPLE)
    seen: set[str] = set()
    for row, (staff_id, _, _) in zip(rows, people, strict=True):
        if staff_id in seen:
            raise RosterRefused(reason="twice", row=row.number)
        seen.add(staff_id)
    return json.dumps(people, ensure_ascii=False)


def _person(row: Row, columns: Found) -> tuple[str, str, str]:
    staff_id, name, seat = (_cell(row, columns.get(one)) for one in ("staff", "name", "seat"))
    if not _STAFF.fullmatch(staff_id):
        raise RosterRefused(reason="staff_id", row=row.number)
    if not 0 < len(name) <= 64 or not name.isprintable():
        raise RosterRefused(reason="name", row=row.number)
    if len(seat) > 16 or not (seat.isprintable() or not seat):
        raise RosterRefused(reason="seat", row=row.number)
    return staff_id, name, seat


def _of_text(raw: bytes) -> tuple[list[Row], Found]:
    text, encoding = decode(raw)
    if "\0" in text or "\ufffd" in text or encoding in {"windows-1252", "latin-1"}:
        raise RosterRefused(reason="encoding", row=0)
    lines = lines_of(text)
    if len(lines) > _MOST_ROWS:
        raise RosterRefused(reason="many", row=_MOST_ROWS)
    for sign in _SIGNS:
        rows: list[Row] = []
        for one in csv_rows(lines, sign):
            if not isinstance(one, Row):
                raise RosterRefused(reason="quote", row=one.row)
            rows.append(one)
        found = _below_headings(rows)
        if found is not None:
            return found
    raise BankHeadings


def _of_workbook(raw: bytes) -> tuple[list[Row], Found]:
    for place, sheet in enumerate(xlsx_sheets(raw)):
        rows: list[Row] = []
        for row in sheet.rows:
            rows.append(row)
            if len(rows) > _MOST_ROWS or row.number > _MOST_ROWS:
                raise RosterRefused(reason="many", row=_MOST_ROWS)
        found = None if sheet.is_hidden else _below_headings(rows)
        if found is not None:
            _require_text(raw, place, found[0], found[1]["staff"])
            return found
    raise BankHeadings


def _require_text(raw: bytes, place: int, rows: Iterable[Row], column: int) -> None:
    """Each staff id is shown as it is kept."""
    from openpyxl import load_workbook

    sheet = load_workbook(BytesIO(raw), data_only=True).worksheets[place]
    for row in rows:
        cell = sheet.cell(row.number, column + 1)
        if isinstance(cell.value, str) or (_cell(row, column) == "" and cell.value is None):
            continue
        whole = isinstance(cell.value, int) and not isinstance(cell.value, bool)
        if not whole or cell.number_format not in _PLAIN_NUMBER or len(str(cell.value)) > _MOST_DIGITS:
            raise RosterRefused(reason="number", row=row.number)


def _below_headings(rows: Sequence[Row]) -> tuple[list[Row], Found] | None:
    """The rows with something in them below the headings, which name staff id and name."""
    for at, row in enumerate(rows[:_HEAD]):
        found = _columns(row.cells)
        if {"staff", "name"} <= found.keys():
            return [one for one in rows[at + 1 :] if any(one.cells)], found
    return None


def _columns(cells: Sequence[str]) -> Found:
    found: Found = {}
    for place, cell in enumerate(cells):
        told = " ".join(cell.lower().split())
        for name, known in _HEADINGS.items():
            if told in known:
                found.setdefault(name, place)
    return found


def _cell(row: Row, column: int | None) -> str:
    return "" if column is None or column >= len(row.cells) else row.cells[column]
