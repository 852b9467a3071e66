"""Marks in a text that is shown: characters are counted without blanks and without the numbers of sources."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from desktop.style.look import look
from desktop.widgets.safe_view import SafeView


def selected_span(view: SafeView) -> tuple[int, int] | None:
    """The characters that are selected, from the first to before the last; None where nothing is."""
    cursor = view.textCursor()
    if not cursor.hasSelection():
        return None
    places = list(_places(view.document()))
    first = sum(place < cursor.selectionStart() for place in places)
    last = sum(place < cursor.selectionEnd() for place in places)
    return (first, last) if last > first else None


def paint_spans(view: SafeView, spans: Iterable[tuple[int, int]]) -> None:
    """Lay a ground and a line under these characters: colour never speaks alone."""
    places, painted = list(_places(view.document())), []
    for first, last in spans:
        if 0 <= first < min(last, len(places)):
            one: Any = SafeView.ExtraSelection()  # its fields are not in the stubs
            one.cursor = QTextCursor(view.document())
            one.cursor.setPosition(places[first])
            one.cursor.setPosition(places[min(last, len(places)) - 1] + 1, QTextCursor.MoveMode.KeepAnchor)
            one.format = _format()
            painted.append(one)
    view.setExtraSelections(painted)


def _format() -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setBackground(QColor(look().colours.warn_soft))
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    shape.setUnderlineColor(QColor(look().colours.warn))
    return shape


def lines_of(view: SafeView) -> list[str]:
    """The paragraphs and cells of a text as they are read aloud."""
    return ["".join(piece.text() for piece in block) for block in _blocks(view.document())]


def _places(document: QTextDocument) -> Iterator[int]:
    """Where each counted character stands in the document."""
    for block in _blocks(document):
        for piece in block:
            yield from _counted(piece.text(), piece.position())


def _blocks(document: QTextDocument) -> Iterator[list[QTextFragment]]:
    """The pieces of each block, without the numbers of sources."""
    block = document.begin()
    while block.isValid():
        kept, pieces = [], block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if not piece.charFormat().anchorHref().startswith("fact:"):
                kept.append(piece)
            pieces += 1
        yield kept
        block = block.next()


def _counted(text: str, place: int) -> Iterator[int]:
    for letter in text:
        if not letter.isspace():
            yield place
        place += 1 if ord(letter) < 0x10000 else 2  # Qt counts in UTF-16
