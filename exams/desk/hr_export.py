"""Everybody's standing as a file: a workbook, a text table, or xAPI statements; whole or not at all."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from exams.desk.hq_errors import FileNotWritten
from exams.interop.sheets.write_files import csv_lines, workbook
from exams.packs.disk import remove
from exams.register.errors import TooManyRows
from exams.register.export_rows import COLUMNS, cells_of, statements
from exams.register.matrix import Standing
from exams.store.register_dialect import RegisterDb
from exams.store.register_matrix import every_standing

MOST_XLSX = 1_000_000
"""Rows that every program for workbooks opens; more go into a text table."""

_WIDTHS = {"staff_id": 12, "name": 16, "certificate": 26}


def write_table(db: RegisterDb, kind: str, out: Path, day: str, narrowed: tuple[str, str] = ("", "")) -> int:
    """Beside its place, then moved there; gives the rows. Raises `FileNotWritten`, `TooManyRows` for a workbook."""
    counted = _Counted(every_standing(db, day, *narrowed))
    beside = out.with_name(f".{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            for piece in _pieces(kind, counted, day):
                file.write(piece)
        beside.replace(out)
    except OSError as error:
        raise FileNotWritten(path=str(out), detail=error.strerror or "") from error
    finally:
        remove(beside)
    return counted.count


class _Counted:
    """Rows passed on, and how many they were."""

    def __init__(self, rows: Iterator[Standing]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Standing]:
        for row in self._rows:
            self.count += 1
            yield row


def _pieces(kind: str, rows: _Counted, day: str) -> Iterator[bytes]:
    if kind == "xapi":
        return (f"{line}\n".encode() for line in statements(rows, day))
    table = chain((COLUMNS,), (cells_of(one) for one in rows))
    if kind == "csv":
        return (line.encode() for line in csv_lines(table))
    return iter((workbook(_few(table), "matrix", _WIDTHS),))


def _few(table: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for number, row in enumerate(table):
        if number > MOST_XLSX:
            raise TooManyRows(most=MOST_XLSX)
        yield row
