"""Questions that are answered by pointing into a picture, as their author writes them."""

import re
from collections.abc import Mapping, Sequence

from exams.content.faults import Code
from exams.content.fields import Fields
from exams.content.svg import is_safe_drawing
from exams.items.spots import BOARD, SpotBoard, read_board, regions, shape_of

MOST_OF_BOARD = 420_000
"""Bytes of a picture with its regions."""

_BOX = re.compile(r'viewBox="0 0 ([0-9]+) ([0-9]+)"')


def read_board_options(fields: Fields) -> Mapping[str, str]:
    """The picture and the names of its regions."""
    table = fields.table("options")
    options = {letter: table.text(letter, limit=MOST_OF_BOARD) for letter in table.names()}
    if fields.has("options") and (reason := board_fault(options)):
        fields.note("options", Code.BOARD, reason=reason)
    return options


def board_fault(options: Mapping[str, str]) -> str:
    """What is wrong with a picture and its regions: the line, the letters, the size or the drawing; else empty."""
    try:
        board = read_board(options.get(BOARD, ""))
    except ValueError as error:
        return " ".join(str(error).split())[:60] or BOARD
    named = regions([*options])
    if named != tuple(board.shapes) or len(named) == 1:
        return ", ".join(options)
    if named and not all(options[letter].strip() for letter in named):
        return ", ".join(letter for letter in named if not options[letter].strip())
    return "" if is_safe_board(board) else "svg"


def is_safe_board(board: SpotBoard) -> bool:
    """Whether a drawing keeps to our profile and is as large as the board says; a picture from a file is looked at
    where it is drawn."""
    if not board.picture.startswith("<svg "):
        return True
    box = _BOX.search(board.picture)
    return box is not None and box.groups() == (str(board.width), str(board.height)) and is_safe_drawing(board.picture)


def read_board_key(value: Sequence[str], letters: Sequence[str]) -> tuple[str, ...] | None:
    """The regions to point at; None where one is not there, or stands twice, or a free one is no shape."""
    named = regions(letters)
    if not value or len(set(value)) < len(value):
        return None
    if named:
        return tuple(sorted(value)) if set(value) <= set(named) and len(value) < len(named) else None
    try:
        return tuple(value) if all(shape_of(one) for one in value) else None
    except ValueError:
        return None
