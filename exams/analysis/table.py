"""A table of marks from outside: strict CSV with commas, in UTF-8 or GB18030, refused at the first bad place."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from exams.analysis.errors import MarksCell, MarksEmpty, MarksEncoding, MarksHeading, MarksLimit, MarksTable
from exams.analysis.marks import Column, Marks

MOST_ITEMS = 1000
MOST_SITTINGS = 50_000
MOST_CELLS = 2_000_000
_FIRST = "sitting"
_NAME_MOST = 100
_NUMBER = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,20})?")
_SHOWN = 40
_ASIDE = re.compile(r"(.+):\s*(answer|remark)")
_ASIDE_MOST = 200


class _Heading(NamedTuple):
    place: int  # from 1, the sitting's
    item: str
    maximum: Decimal


def read_marks(raw: bytes) -> Marks:
    """Heading `sitting,<item>[:max],…` (max 1 where none is given), then a row a sitting; an empty cell is a blank.

    Columns `<item>:answer` and `<item>:remark` hold what was chosen and what was written beside. Raises the classes of
    `errors`.
    """
    rows = _rows(_text(raw))
    first = next(rows, (1, []))[1]
    headings, asides = _headings(first), _asides(first)
    kept: dict[str, list[Decimal | None]] = {}
    said: dict[str, list[str]] = {}
    read = 0
    for number, cells in rows:
        sitting, marks = _row(number, cells, headings, len(first))
        read += 1
        kept[sitting] = marks
        said[sitting] = [cells[place - 1][:_ASIDE_MOST] for place in asides]
        _refuse_many(len(kept), len(headings))
    if not kept:
        raise MarksEmpty
    return replace(_marks(headings, kept, read), **_told(asides, said))


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


def _headings(cells: list[str]) -> list[_Heading]:
    if not cells:
        raise MarksEmpty
    if cells[0].lower() != _FIRST:
        raise MarksHeading(column=1, text=cells[0][:_SHOWN], reason="sitting")
    if len(cells) == 1:
        raise MarksEmpty
    if len(cells) - 1 > MOST_ITEMS:
        raise MarksLimit(most=MOST_ITEMS, reason="items")
    found = _items(cells)
    if not found:
        raise MarksEmpty
    return found


def _items(cells: list[str]) -> list[_Heading]:
    found: dict[str, _Heading] = {}
    for place, cell in enumerate(cells[1:], 2):
        if _ASIDE.fullmatch(cell):
            continue
        item, maximum = _heading(place, cell)
        if item in found:
            raise MarksHeading(column=place, text=item, reason="twice")
        found[item] = _Heading(place, item, maximum)
    return list(found.values())


def _asides(cells: list[str]) -> dict[int, tuple[str, str]]:
    """Item and kind of each column beside the marks; two of one kind for an item are one too many."""
    found: dict[int, tuple[str, str]] = {}
    for place, cell in enumerate(cells, 1):
        aside = _ASIDE.fullmatch(cell)
        if aside is None:
            continue
        name = (aside[1].strip(), aside[2])
        if name in found.values():
            raise MarksHeading(column=place, text=cell[:_SHOWN], reason="twice")
        found[place] = name
    return found


def _told(asides: Mapping[int, tuple[str, str]], said: Mapping[str, list[str]]) -> dict[str, Any]:
    columns = dict(zip(asides.values(), zip(*said.values(), strict=True), strict=True))
    return {
        f"{kind}s": {item: told for (item, one), told in columns.items() if one == kind}
        for kind in ("answer", "remark")
    }


def _heading(place: int, cell: str) -> tuple[str, Decimal]:
    name, colon, most = cell.rpartition(":")
    item = name.strip() if colon else cell
    if not item or len(item) > _NAME_MOST or not item.isprintable():
        raise MarksHeading(column=place, text=cell[:_SHOWN], reason="name")
    maximum = _number(most.strip()) if colon else Decimal(1)
    if maximum is None or maximum <= 0:
        raise MarksHeading(column=place, text=cell[:_SHOWN], reason="maximum")
    return item, maximum


def _row(number: int, cells: list[str], headings: list[_Heading], wide: int) -> tuple[str, list[Decimal | None]]:
    if len(cells) != wide:
        raise MarksTable(row=number, cells=len(cells), wanted=wide, reason="width")
    sitting = cells[0]
    if not sitting or len(sitting) > _NAME_MOST or not sitting.isprintable():
        raise MarksCell(row=number, column=1, item=_FIRST, text=sitting[:_SHOWN], reason="sitting")
    return sitting, [_mark(number, cells[heading.place - 1], heading) for heading in headings]


def _mark(row: int, cell: str, heading: _Heading) -> Decimal | None:
    if not cell:
        return None
    column, item, maximum = heading
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


def _marks(headings: list[_Heading], kept: dict[str, list[Decimal | None]], read: int) -> Marks:
    numbers = {maximum for _, _, maximum in headings} | {
        mark for row in kept.values() for mark in row if mark is not None
    }
    unit = 10 ** max(_decimals(number) for number in numbers)
    columns = tuple(
        Column(item, int(maximum * unit), tuple(int((mark or 0) * unit) for mark in marks))
        for (_, item, maximum), marks in zip(headings, zip(*kept.values(), strict=True), strict=True)
    )
    blanks = sum(mark is None for row in kept.values() for mark in row)
    return Marks(tuple(kept), columns, unit, blanks, read - len(kept))


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
