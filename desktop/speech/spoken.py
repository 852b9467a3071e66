"""What is read aloud, as plain text. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.widgets.values import Option
from exams import BOARD, board_of

MOST = 8_000
"""Characters of one piece; longer ones are cut, as no voice is listened to for half an hour."""

_PLACE = re.compile(r"([0-9]+)\+?([A-Z]?)")
_COMMANDS = re.compile(r"\[\[|\]\]|\*\*")
"""Phonemes of eSpeak, and the bold of a stem."""


class Piece(NamedTuple):
    """Something to read aloud in one go; `place` is where it stands on the page."""

    text: str
    lang: str
    place: int = 0


def readable(text: str) -> str:
    """Without what a speech program would take for a command or stumble over."""
    plain = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs") else char for char in text)
    return " ".join(_COMMANDS.sub(" ", plain).split())[:MOST]


def question_text(task: str, stem: str, options: Sequence[Option], struck: frozenset[str] = frozenset()) -> str:
    """A question with what is to be done and its options by the letters on the screen; those struck out are left."""
    left = (line for option, line in zip(options, _lettered(options), strict=True) if option.letter not in struck)
    return sentences([task, stem, *left])


def check_text(stem: str, options: Sequence[Option], explanation: str = "") -> str:
    """A self-check; once it is checked, why each option is right or wrong."""
    lines = (text for option, line in zip(options, _lettered(options), strict=True) for text in (line, option.why))
    return sentences([stem, *lines, explanation])


def _lettered(options: Sequence[Option]) -> Iterator[str]:
    """As the screen letters them: by their order, or by the number of a place and the letters of its list."""
    shown = [option for option in options if option.letter != BOARD]
    for option in options:
        place = _PLACE.fullmatch(option.letter)
        if option.letter == BOARD:
            board = board_of([(BOARD, option.text)])
            yield board.says if board is not None else ""
            continue
        sign = chr(ord("A") + shown.index(option)) if place is None else place.group(2) or place.group(1)
        yield f"{sign}: {option.text}" if option.text else ""


def sentences(lines: Sequence[str]) -> str:
    """Lines that are each heard as a sentence of their own."""
    ended = (line if line[-1] in "。！？.!?：:" else f"{line}。" for line in filter(None, map(readable, lines)))
    return "\n".join(ended)
