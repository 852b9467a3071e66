"""Old workbooks (.xls), read only."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from exams.interop.errors import BankLocked, BankSheet
from exams.interop.sheets.cells import Row, clean, number_text
from exams.interop.sheets.limits import MOST_COLUMNS, Sheet
from exams.interop.sheets.styles import shown_number

if TYPE_CHECKING:
    from xlrd.book import Book

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the files of older office programs begin; locked new ones too."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_EPOCH_1904 = 1462  # days


def xls_sheets(raw: bytes) -> Iterator[Sheet]:
    """Each sheet in its order; raises `BankLocked`, and `BankSheet` for what is no such workbook."""
    if _LOCKED in raw:
        raise BankLocked
    book = _opened(raw)
    for sheet in book.sheets():
        rows = (Row(number + 1, _cells(book, sheet.row(number)[:MOST_COLUMNS])) for number in range(sheet.nrows))
        yield Sheet(clean(sheet.name), rows, bool(sheet.visibility))


def _opened(raw: bytes) -> "Book":
    import xlrd

    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  # what it prints over a spoilt file
            return xlrd.open_workbook(file_contents=raw, formatting_info=True, logfile=nowhere)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise BankLocked from None
        raise BankSheet(detail=str(error)[:200]) from None
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # it stumbles over a spoilt file in any way
        raise BankSheet(detail=type(error).__name__) from None


def _cells(book: "Book", cells: list[object]) -> list[str]:
    return [_value(book, cell) for cell in cells]


def _value(book: "Book", cell: object) -> str:
    import xlrd

    kind, value = cell.ctype, cell.value  # type: ignore[attr-defined]
    if kind == xlrd.XL_CELL_TEXT:
        return clean(value)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind not in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return ""
    style = book.xf_list[cell.xf_index]  # type: ignore[attr-defined]
    shown = book.format_map[style.format_key].format_str if style.format_key in book.format_map else ""
    days = value + _EPOCH_1904 * book.datemode if kind == xlrd.XL_CELL_DATE else value
    return shown_number(days, shown) or number_text(value)
