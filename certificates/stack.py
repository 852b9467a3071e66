"""Rows set under each other and centred: they shrink and wrap, and their gaps give, until the column holds them."""

from dataclasses import dataclass, replace

from certificates.boxes import ASCENT, DESCENT, PAGE_WIDTH, Box, TextLine
from certificates.errors import TextTooLong
from certificates.fit import Fitted, Style, fit

_LEADING = 1.22
_TIGHT, _LOOSE = 0.55, 1.45
_WORD_GAP = 0.6


@dataclass(frozen=True, slots=True)
class Part:
    """A text with one look and one language."""

    field: str
    text: str
    style: Style
    colour: str
    language: str
    tag: str = "P"


@dataclass(frozen=True, slots=True)
class Row:
    """Parts that stand side by side (one part may wrap), the gap below them, and how wide they may be at most."""

    parts: tuple[Part, ...]
    gap: float
    measure: float = PAGE_WIDTH


def stack(rows: tuple[Row, ...], column: Box) -> tuple[TextLine, ...]:
    """The rows as lines from the top of the column to its bottom; raises `TextTooLong`."""
    for factor in (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64):
        smaller = tuple(replace(row, parts=tuple(_scaled(part, factor) for part in row.parts)) for row in rows)
        fitted = [_fit_row(row, min(row.measure, column.width)) for row in smaller]
        free = column.height - sum(_height(each) for each in fitted)
        wanted = sum(row.gap for row in rows[:-1])
        if free >= wanted * _TIGHT:
            stretch = min(_LOOSE, free / wanted)
            return _placed(smaller, fitted, column, stretch)
    longest = max((part for row in rows for part in row.parts), key=lambda part: len(part.text))
    raise TextTooLong(field=longest.field, text=longest.text)


def centred(part: Part, box: Box, baseline: float) -> TextLine:
    """One part on one line in the middle of a box, shrunk to fit; raises `TextTooLong`."""
    fitted = fit(part.text, replace(part.style, lines=1), box.width)
    if fitted is None:
        raise TextTooLong(field=part.field, text=part.text)
    x = box.middle - part.style.width(part.text, fitted.size) / 2
    return _line(part, part.text, fitted.size, x, baseline)


def _scaled(part: Part, factor: float) -> Part:
    return replace(part, style=part.style.scaled(factor))


def _fit_row(row: Row, measure: float) -> list[Fitted]:
    if len(row.parts) == 1:
        part = row.parts[0]
        fitted = fit(part.text, part.style, measure)
        if fitted is None:
            raise TextTooLong(field=part.field, text=part.text)
        return [fitted]
    wide = sum(part.style.width(part.text, part.style.size) for part in row.parts) + _gaps(row)
    shrink = min(1.0, measure / wide)
    if any(part.style.size * shrink < part.style.least for part in row.parts):
        raise TextTooLong(field=row.parts[0].field, text=" ".join(part.text for part in row.parts))
    return [Fitted((part.text,), part.style.size * shrink) for part in row.parts]


def _gaps(row: Row) -> float:
    return sum(_WORD_GAP * part.style.size for part in row.parts[1:])


def _height(fitted: list[Fitted]) -> float:
    return max(each.size * ((len(each.lines) - 1) * _LEADING + ASCENT + DESCENT) for each in fitted)


def _placed(rows: tuple[Row, ...], fitted: list[list[Fitted]], column: Box, stretch: float) -> tuple[TextLine, ...]:
    used = sum(_height(each) for each in fitted) + stretch * sum(row.gap for row in rows[:-1])
    top = column.top - max(0.0, column.height - used) / 2
    lines: list[TextLine] = []
    for row, each in zip(rows, fitted, strict=True):
        lines += _placed_row(row, each, column, top)
        top -= _height(each) + row.gap * stretch
    return tuple(lines)


def _placed_row(row: Row, fitted: list[Fitted], column: Box, top: float) -> list[TextLine]:
    size = max(each.size for each in fitted)
    baseline = top - ASCENT * size
    if len(row.parts) == 1:
        part, only = row.parts[0], fitted[0]
        return [
            _line(part, text, size, column.middle - part.style.width(text, size) / 2, baseline - n * _LEADING * size)
            for n, text in enumerate(only.lines)
        ]
    widths = [part.style.width(part.text, each.size) for part, each in zip(row.parts, fitted, strict=True)]
    x = column.middle - (sum(widths) + sum(_WORD_GAP * each.size for each in fitted[1:])) / 2
    lines = []
    for part, each, width in zip(row.parts, fitted, widths, strict=True):
        lines.append(_line(part, part.text, each.size, x, baseline))
        x += width + _WORD_GAP * each.size
    return lines


def _line(part: Part, text: str, size: float, x: float, baseline: float) -> TextLine:
    return TextLine(part.field, text, part.style, size, part.colour, x, baseline, part.language, part.tag)
