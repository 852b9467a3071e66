"""Draws a `Sheet` with reportlab: text is set as it is, broken by our own widths, so that nothing in it is markup."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import HexColor, black
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    Image,
    KeepTogether,
    PageBreak,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from certificates.fonts import BOLD, RARE, SANS, face, runs
from certificates.page_fonts import font_name
from certificates.qr import qr_modules
from certificates.sheets import Grid, Heading, Lines, NewPage, Pairs, Part, Raster, ScanCode, Sheet, Signatures

MARGIN, WIDTH = 51.0, 595.28 - 2 * 51.0
_BODY, _CELL, _TITLE, _HEADING, _FOOT = 9.5, 8.5, 17.0, 12.0, 8.0
_LEADING = 1.45
_QR, _QUIET = 104.0, 4
_TALLEST = 560.0
"""Of a picture: a taller one would be higher than a page."""

_RULE, _SHADE, _PEN = HexColor("#b8c0cc"), HexColor("#eef1f5"), HexColor("#5a6472")
_PIECES = re.compile(r"[!-~\u00c0-\u024f]+|\s|.", re.DOTALL)
"""What a line is not broken inside: words of Latin letters; Chinese breaks anywhere."""


def sheet_pdf(sheet: Sheet) -> bytes:
    """The document on A4 pages; the same sheet gives the same bytes."""
    out = BytesIO()
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), MARGIN)
    document = SimpleDocTemplate(out, title=sheet.title, author=sheet.foot, invariant=1, **margins)
    story = [Words(sheet.title, _TITLE, BOLD), Spacer(1, 4), Words(sheet.below, _CELL), Spacer(1, 10)]
    for part in sheet.parts:
        story += [*_drawn(part), Spacer(1, 9)]

    def foot(canvas: Any, _document: Any) -> None:
        canvas.setFillGray(0.35)
        canvas.setFont(font_name(SANS), _FOOT)
        canvas.drawRightString(MARGIN + WIDTH, MARGIN / 2, f"{sheet.foot}    {canvas.getPageNumber()}".strip())

    document.build(story, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


class Words(Flowable):  # type: ignore[misc]
    """One text in one size, as wide as it may be; a face that does not draw a character lends it from another."""

    def __init__(self, text: str, size: float, name: str = SANS) -> None:
        super().__init__()
        self._text, self._size = text, size
        self._name = name if face(name).missing(text) is None else RARE
        self._lines: tuple[str, ...] = ()

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its width and height where so much width is there."""
        self._lines = tuple(line for part in self._text.split("\n") for line in self._broken(part, width / self._size))
        return width, self._size * _LEADING * max(1, len(self._lines))

    def draw(self) -> None:
        """Line by line from the top."""
        height = self._size * _LEADING * max(1, len(self._lines))
        self.canv.setFillGray(0)
        for number, line in enumerate(self._lines, 1):
            left, bottom = 0.0, height - number * self._size * _LEADING + self._size * 0.3
            for name, piece in runs(self._name, line):
                self.canv.setFont(font_name(name), self._size)
                self.canv.drawString(left, bottom, piece)
                left += face(name).width(piece) * self._size

    def _broken(self, text: str, most: float) -> Iterator[str]:
        line, wide, measure = "", 0.0, face(self._name).width
        for piece in (part for word in _PIECES.findall(text) for part in self._cut(word, most)):
            width = measure(piece)
            if line and wide + width > most:
                yield line.rstrip()
                line, wide = "", 0.0
            if line or not piece.isspace():
                line, wide = line + piece, wide + width
        yield line.rstrip()

    def _cut(self, word: str, most: float) -> Iterator[str]:
        """A word that is wider than a whole line, sign by sign."""
        return iter(word) if face(self._name).width(word) > most else iter((word,))


def _drawn(part: Part) -> Iterator[Flowable]:
    match part:
        case Heading(text):
            heading = Words(text, _HEADING, BOLD)
            heading.keepWithNext = True
            yield heading
        case NewPage():
            yield PageBreak()
        case Lines(texts):
            yield KeepTogether([Words(text, _BODY) for text in texts])
        case Pairs(rows):
            yield _table([[Words(name, _CELL), Words(told, _CELL)] for name, told in rows], (0.34, 0.66))
        case Grid(head, rows, shares, tall):
            yield _grid(head, rows, shares, tall=tall)
        case ScanCode(code, texts):
            beside = [Words(text, _BODY) for text in texts]
            yield _table([[_symbol(code), beside]], (0.24, 0.76), lined=False)
        case Raster() | Signatures():
            yield _below(part)


def _below(part: Raster | Signatures) -> Flowable:
    if isinstance(part, Raster):
        return _picture(part.png, WIDTH * part.share)
    line = [[Spacer(1, 34), HRFlowable("92%", 0.7, color=_PEN, hAlign="LEFT"), Words(one, _CELL)] for one in part.names]
    return _table([line], tuple(1 / len(part.names) for _ in part.names), lined=False)


def _grid(head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], *, tall: bool) -> Flowable:
    whole = sum(shares)
    cells = [[Words(text, _CELL, BOLD) for text in head], *([Words(text, _CELL) for text in row] for row in rows)]
    return _table(cells, tuple(share / whole for share in shares), head=True, high=30.0 if tall else 0.0)


def _table(
    cells: list[list[Any]], shares: Sequence[float], *, head: bool = False, lined: bool = True, high: float = 0.0
) -> Flowable:
    if not cells:
        return Spacer(1, 0)
    heights = [None, *[high] * (len(cells) - 1)] if high else None
    table = Table(cells, [WIDTH * share for share in shares], heights, repeatRows=int(head), hAlign="LEFT")
    style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if high else "TOP")]
    if lined:
        style.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, _RULE))
    if head:
        style.append(("BACKGROUND", (0, 0), (-1, 0), _SHADE))
    table.setStyle(TableStyle(style))
    return table


def _picture(png: bytes, wide: float) -> Flowable:
    shown = Image(BytesIO(png))
    scale = min(wide / shown.imageWidth, _TALLEST / shown.imageHeight)
    shown.drawHeight, shown.drawWidth = shown.imageHeight * scale, shown.imageWidth * scale
    shown.hAlign = "LEFT"
    return shown


def _symbol(code: str) -> Flowable:
    rows = qr_modules(code)
    unit = _QR / (len(rows) + 2 * _QUIET)
    drawing = Drawing(_QR, _QR)
    for place, row in enumerate(rows):
        for column, dark in enumerate(row):
            if dark:
                left, bottom = (column + _QUIET) * unit, (len(rows) + _QUIET - 1 - place) * unit
                drawing.add(Rect(left, bottom, unit * 1.02, unit * 1.02, fillColor=black, strokeColor=None))
    return drawing
