"""What a cell says, as text: no invisible characters, numbers as they were typed."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple
from unicodedata import normalize

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|_x000[dD]_"
)
_SPACES = re.compile(r"[\u00a0\u2007\u202f]")
_IMAGE = re.compile(r"=?\s*(?:_xlfn\.)?DISPIMG\s*\([^()]*\)", re.IGNORECASE)
_GUARD = re.compile(r"'+[=+\-@\t\r\n|%＝＋－＠]")
IMAGE = "[图片]"
"""Stands where a picture was that is not taken in."""


class Row(NamedTuple):
    """A row of a sheet: its number from 1, its texts from column A on; `line` only in a text file."""

    number: int
    cells: list[str]
    line: int = 0


def clean(text: str) -> str:
    """Without invisible characters, spaces around it, and the apostrophe that keeps a program from calculating."""
    if not text.isprintable() or "_x000" in text:  # all that is odd is not printable
        text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        text = _SPACES.sub(" ", text)
    text = text.strip()
    if text[:1] == "'" and _GUARD.match(text):
        return text[1:]
    return _IMAGE.sub(IMAGE, text) if "DISPIMG" in text else text


def clean_row(cells: Sequence[str]) -> list[str]:
    """`clean` of each, in one look where none of them has anything to be cleaned of but spaces."""
    text = "".join(cells)
    if text.isprintable() and not ("'" in text or "DISPIMG" in text or "_x000" in text):
        return [cell.strip() for cell in cells]
    return [clean(cell) for cell in cells]


def folded(text: str) -> str:
    """Full-width forms as plain ones, in upper case, without spaces around: how answers are compared."""
    return (text if text.isascii() else normalize("NFKC", text)).upper().strip()


def number_text(number: float, shown: str = "") -> str:
    """A number as it was typed: 3 for 3.0, 50% where the cell's format `shown` says so, no rounding error."""
    if "%" in shown and '"' not in shown and "\\" not in shown:
        return f"{number * 100:.12g}%"
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else f"{number:.15g}"


def moment_text(moment: datetime | date | time) -> str:
    """A day, a time, or both, in the order of ISO 8601."""
    if isinstance(moment, datetime):
        is_day = not (moment.hour or moment.minute or moment.second)
        return moment.date().isoformat() if is_day else moment.isoformat(" ", "seconds")
    return moment.isoformat() if isinstance(moment, date) else moment.isoformat("seconds")


def column_letter(place: int) -> str:
    """The letters of a column counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_place(letters: str) -> int:
    """The column counted from 0, of a reference such as AB12; -1 where there are no letters."""
    place = 0
    for sign in letters:
        if not "A" <= sign <= "Z":
            break
        place = place * 26 + ord(sign) - 64
    return place - 1
