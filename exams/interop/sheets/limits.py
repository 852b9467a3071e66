"""What a workbook may hold, and a sheet as all kinds of workbooks give it."""

from collections.abc import Iterable
from typing import NamedTuple

from exams.interop.sheets.cells import Row

MOST_ROWS = 100_000
MOST_COLUMNS = 64
"""What stands further right is not read."""
MOST_PART = 64 * 1024 * 1024
"""Bytes of one sheet, unpacked: 50,000 questions."""


class Sheet(NamedTuple):
    """A sheet's title and its rows, read as they are asked for."""

    title: str
    rows: Iterable[Row]
    is_hidden: bool = False
