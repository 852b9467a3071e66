"""A question about a picture as a form to write in: the names of its regions, where they lie, and which are right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from exams.desk.bank_preview import spots_in
from exams.interop.question import Question
from exams.interop.spot_cards import Spots
from exams.interop.write_qti.spots import with_spots
from exams.items.spots import SpotBoard, board_text, read_board, shape_of

_ANY = "\npicture\n<svg >"


def spot_fields(asked: Question, most: int) -> tuple[tuple[str, ...], str, str] | None:
    """Names of regions, key and regions as lines; None where the form, with room for so many names, would lose some."""
    spots = spots_in(asked) if asked.type == "hotspot" else None
    if spots is None or len(spots.names) > most:
        return None
    key = "".join(spots.right) if spots.names else "\n".join(spots.right)
    return tuple(spots.names.values()), key, board_text(spots.board).partition("\npicture\n")[0]


def spot_faults(names: Sequence[str], key: str, regions: str) -> Iterator[tuple[str, dict[str, str]]]:
    """What keeps such a form from being saved: regions that cannot be read, a key beside them."""
    try:
        board = read_board(regions + _ANY)
        wrong = _strangers(names, key, board)
    except ValueError as error:
        yield "E_BOARD", {"reason": " ".join(str(error).split())[:60] or "–"}
        return
    if wrong:
        yield "E_SHEET_KEY", {"key": wrong, "last": [*board.shapes, "–"][len(board.shapes) - 1]}


def spot_question(asked: Question, before: Question, form: tuple[Sequence[str], str, str]) -> Question:
    """The changed question with its item written anew; `before` still holds the picture."""
    names, key, regions = form
    spots = spots_in(before)
    if spots is None:
        return asked
    board = replace(read_board(regions + _ANY), picture=spots.board.picture)
    named = dict(zip(ascii_uppercase, (one.strip() for one in names if one.strip()), strict=False))
    right = tuple(sorted(key)) if named else tuple(line.strip() for line in key.splitlines() if line.strip())
    return with_spots(asked, Spots(board, named, right))


def _strangers(names: Sequence[str], key: str, board: SpotBoard) -> str:
    """A letter of the key that no region bears; raises `ValueError` where names and regions, or areas, do not fit."""
    filled = [letter for letter, name in zip(ascii_uppercase, names, strict=False) if name.strip()]
    if filled != [*board.shapes] or len(filled) == 1:
        raise ValueError(", ".join(filled) or ", ".join(board.shapes))
    if not filled:
        for line in key.splitlines():
            if line.strip():
                shape_of(line)
        return ""
    return next((letter for letter in key if letter not in filled), "")
