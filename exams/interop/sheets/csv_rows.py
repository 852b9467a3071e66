"""Text files with separators: encoding and separator found out, a spoilt row told and left out."""

import csv
import re
from collections.abc import Iterator

from exams.interop.codes import Code
from exams.interop.result import Rejected
from exams.interop.sheets.cells import Row, clean_row
from exams.interop.sheets.headings import find_columns, is_remark

_SEPARATORS = ",\t;|，"
_HEAD = 5
_MOST_LINES = 400
"""Of one row: more means that a quotation mark is missing."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_SPOILT = 1000


def lines_of(text: str) -> list[str]:
    """The lines with one kind of end each."""
    return [f"{line}\n" for line in _LINE_END.split(text)]


def separator_of(text: str) -> str:
    """The sign between the cells: the one with which headings are found; empty where there are none."""
    head = lines_of(text[:65_536])[:40]
    if re.fullmatch(r"sep=.\n", head[0]):
        head = head[1:]
    for sign in _SEPARATORS:
        if not any(sign in line for line in head):
            continue
        rows = [one for one in csv_rows(head, sign) if isinstance(one, Row) and any(one.cells)]
        rows = [row for row in rows if not is_remark(row.cells)]
        if any(find_columns(row.cells) for row in rows[:_HEAD]):
            return sign
    return ""


def csv_rows(lines: list[str], separator: str, start: int = 0) -> Iterator[Row | Rejected]:
    """Each row with its number and the line it begins at; one with a quotation mark too few is a finding."""
    number = spoilt = 0
    while start < len(lines):
        feed = _Feed(lines, start)
        reader = csv.reader(feed, delimiter=separator, strict=True)
        try:
            for cells in reader:
                number += 1
                yield Row(number, clean_row(cells), start + 1)
                start = feed.row = feed.place
            return
        except csv.Error as error:
            number += 1
            saved = _loosely(lines[start], separator) if "after" in str(error) else None
            if saved is None:
                spoilt += 1
                yield Rejected(Code.SHEET_QUOTE, {}, start + 1, number)
                if spoilt > _SPOILT:
                    return
            else:
                yield Row(number, clean_row(saved), start + 1)
            start += 1


class _Feed:
    """Lines from a place on, as the csv module takes them; gives up a row that does not end."""

    def __init__(self, lines: list[str], start: int) -> None:
        self._lines = lines
        self.place = start
        self.row = start

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self.place >= len(self._lines):
            raise StopIteration
        if self.place - self.row > _MOST_LINES:
            raise csv.Error("long")
        self.place += 1
        return self._lines[self.place - 1]


def _loosely(line: str, separator: str) -> list[str] | None:
    """One line with quotation marks inside its cells: one ends a cell only before a separator; None where none does."""
    sign = re.escape(separator)
    pattern = re.compile(rf'(?:"((?:[^"]|"(?!\s*(?:{sign}|$)))*)"\s*|([^"{sign}][^{sign}]*|))(?:{sign}|$)')
    cells: list[str] = []
    place, line = 0, line.rstrip("\n")
    while place <= len(line):
        found = pattern.match(line, place)
        if found is None:
            return None
        cells.append((found[1] or found[2] or "").replace('""', '"'))
        place = found.end() + (not line.endswith(separator, place, found.end()))
    return cells
