"""A table of marks from outside: strict CSV with commas, in UTF-8 or GB18030, refused at the first bad place."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from exams.analysis.errors import MarksCell, MarksEmpty, MarksEncoding, MarksHeading, MarksLimit, MarksTable
from exams.analysis.marks import Column, Marks

MOST_ITEMS = 1000
MOST_SITTINGS = 50_000
MOST_CELLS = 2_000_000
_FIRST = "sitting"
_NAME_MOST = 100
_NUMBER = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,20})?")
_SHOWN = 40


def read_marks(raw: bytes) -> Marks:
    """Heading `sitting,<item>[:max],…` (max 1 where none is given), then a row a sitting; an empty cell is a blank.

    Raises the classes of `errors`.
    """
    rows = _rows(_text(raw))
    headings = _headings(next(rows, (1, []))[1])
    kept: dict[str, list[Decimal | None]] = {}
    read = 0
    for number, cells in rows:
        sitting, marks = _row(number, cells, headings)
        read += 1
        kept[sitting] = marks
        _refuse_many(len(kept), len(headings))
    if not kept:
        raise MarksEmpty
    return _marks(headings, kept, read)


def _text(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
    raise MarksEncoding


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with their number; those without any text are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield number, stripped
    except csv.Error as error:
        raise MarksTable(row=number + 1, reason="quote") from error


def _headings(cells: list[str]) -> list[tuple[str, Decimal]]:
    if not cells:
        raise MarksEmpty
    if cells[0].lower() != _FIRST:
        raise MarksHeading(column=1, text=cells[0][:_SHOWN], reason="sitting")
    if len(cells) == 1:
        raise MarksEmpty
    if len(cells) - 1 > MOST_ITEMS:
        raise MarksLimit(most=MOST_ITEMS, reason="items")
    found: dict[str, Decimal] = {}
    for place, cell in enumerate(cells[1:], 2):
        item, maximum = _heading(place, cell)
        if item in found:
            raise MarksHeading(column=place, text=item, reason="twice")
        found[item] = maximum
    return list(found.items())


def _heading(place: int, cell: str) -> tuple[str, Decimal]:
    name, colon, most = cell.rpartition(":")
    item = name.strip() if colon else cell
    if not item or len(item) > _NAME_MOST or not item.isprintable():
        raise MarksHeading(column=place, text=cell[:_SHOWN], reason="name")
    maximum = _number(most.strip()) if colon else Decimal(1)
    if maximum is None or maximum <= 0:
        raise MarksHeading(column=place, text=cell[:_SHOWN], reason="maximum")
    return item, maximum


def _row(number: int, cells: list[str], headings: list[tuple[str, Decimal]]) -> tuple[str, list[Decimal | None]]:
    if len(cells) != len(headings) + 1:
        raise MarksTable(row=number, cells=len(cells), wanted=len(headings) + 1, reason="width")
    sitting = cells[0]
    if not sitting or len(sitting) > _NAME_MOST or not sitting.isprintable():
        raise MarksCell(row=number, column=1, item=_FIRST, text=sitting[:_SHOWN], reason="sitting")
    return sitting, [
        _mark(number, place, cell, heading)
        for place, (cell, heading) in enumerate(zip(cells[1:], headings, strict=True), 2)
    ]


def _mark(row: int, column: int, cell: str, heading: tuple[str, Decimal]) -> Decimal | None:
    if not cell:
        return None
    item, maximum = heading
    mark = _number(cell)
    if mark is None or abs(mark) > maximum:
        reason = "number" if mark is None else "range"
        raise MarksCell(row=row, column=column, item=item, text=cell[:_SHOWN], maximum=f"{maximum:f}", reason=reason)
    return mark


@lru_cache(4096)
def _number(text: str) -> Decimal | None:
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _refuse_many(sittings: int, items: int) -> None:
    if sittings > MOST_SITTINGS:
        raise MarksLimit(most=MOST_SITTINGS, reason="sittings")
    if sittings * items > MOST_CELLS:
        raise MarksLimit(most=MOST_CELLS, reason="cells")


def _marks(headings: list[tuple[str, Decimal]], kept: dict[str, list[Decimal | None]], read: int) -> Marks:
    numbers = {maximum for _, maximum in headings} | {mark for row in kept.values() for mark in row if mark is not None}
    unit = 10 ** max(_decimals(number) for number in numbers)
    columns = tuple(
        Column(item, int(maximum * unit), tuple(int((mark or 0) * unit) for mark in marks))
        for (item, maximum), marks in zip(headings, zip(*kept.values(), strict=True), strict=True)
    )
    blanks = sum(mark is None for row in kept.values() for mark in row)
    return Marks(tuple(kept), columns, unit, blanks, read - len(kept))


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
