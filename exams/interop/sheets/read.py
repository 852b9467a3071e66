"""Workbooks and text tables as questions: every sheet with headings; the others are told and left out."""

import re
from collections.abc import Callable, Iterable, Iterator

from exams.interop.codes import Code
from exams.interop.errors import BankHeadings
from exams.interop.result import Read, Rejected, Warned
from exams.interop.sheets.cells import Row
from exams.interop.sheets.csv_rows import csv_rows, lines_of, separator_of
from exams.interop.sheets.limits import Sheet
from exams.interop.sheets.table import Table

_MANUAL = re.compile(r"说明|须知|指南|帮助|README|INSTRUCTION|\bHELP\b", re.IGNORECASE)


def read_xlsx(raw: bytes) -> Iterator[Read]:
    """A workbook; raises what `xlsx_sheets` raises, `BankHeadings` where no sheet has headings."""
    from exams.interop.sheets.xlsx import xlsx_sheets

    return _read(xlsx_sheets, raw)


def read_xls(raw: bytes) -> Iterator[Read]:
    """An old workbook; raises what `xls_sheets` raises, `BankHeadings` where no sheet has headings."""
    from exams.interop.sheets.xls import xls_sheets

    return _read(xls_sheets, raw)


def _read(sheets: Callable[[bytes], Iterable[Sheet]], raw: bytes) -> Iterator[Read]:
    found = False
    skipped: list[str] = []
    for sheet in sheets(raw):
        if sheet.is_hidden or _MANUAL.search(sheet.title):
            skipped.append(sheet.title)
            continue
        table, rows = Table(sheet.title), _Noticing(sheet.rows)
        yield from table.read(rows)
        found |= table.found
        if rows.filled and not table.found:
            skipped.append(sheet.title)
    if not found:
        raise BankHeadings
    yield from (Warned(Code.SHEET_SKIPPED, {"sheet": title}) for title in skipped)


class _Noticing:
    """Rows passed on; `filled` tells whether there was anything in them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.filled = False

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.filled = self.filled or any(row.cells)
            yield row


def read_csv(text: str) -> Iterator[Read]:
    """A text table; raises `BankHeadings` where there are none."""
    separator = separator_of(text)
    if not separator:
        raise BankHeadings
    lines = lines_of(text)
    start = 1 if re.fullmatch(r"sep=.\n", lines[0]) else 0
    table = Table()
    spoilt: list[Rejected] = []
    for one in table.read(_whole(csv_rows(lines, separator, start), spoilt)):
        if spoilt:
            yield from _told(spoilt)
        yield one
    yield from _told(spoilt)


def _whole(rows: Iterable[Row | Rejected], spoilt: list[Rejected]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, Row):
            yield row
        else:
            spoilt.append(row)


def _told(spoilt: list[Rejected]) -> Iterator[Rejected]:
    while spoilt:
        yield spoilt.pop(0)
