"""How a text is made to fit its measure: first it shrinks, then it wraps, and it never runs over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from certificates.fonts import face

_PIECE = re.compile(r"[!-~\u00a1-\u024f\u2018\u2019]+\s*|.\s*", re.DOTALL)  # a Latin word, or one character by itself
_NOT_FIRST = frozenset("·，。、；：！？）》」』】〉”’…—,.;:!?)]}%")
_NOT_LAST = frozenset("（《「『【〈“‘([{")
_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Style:
    """How a text may be set: the size it would like, the least it accepts, and how it is tracked (in size)."""

    face: str
    size: float
    least: float
    lines: int = 1
    tracking: float = 0.0
    one_line: float = 0.8  # shrinks so far before it begins another line

    def width(self, text: str, size: float) -> float:
        """The width of a text at a size."""
        return size * (face(self.face).width(text) + self.tracking * max(0, len(text) - 1))

    def scaled(self, factor: float) -> "Style":
        """The same style, liking a smaller size."""
        return replace(self, size=max(self.least, self.size * factor))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text broken into lines at one size."""

    lines: tuple[str, ...]
    size: float


def fit(text: str, style: Style, measure: float) -> Fitted | None:
    """The fewest lines, then the largest size, that fit the measure; None where even the least size does not.

    A word too long for a line is broken only where nothing else helps.
    """
    for pieces in (_pieces(text), list(text)):
        for count in range(1, style.lines + 1):
            found = _in_lines(pieces, style, measure, count)
            if found:
                return found
    return None


def wrap(pieces: Sequence[str], style: Style, size: float, measure: float) -> tuple[str, ...]:
    """Break greedily into lines no wider than the measure; nothing if one piece alone is wider."""
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if style.width((line + piece).rstrip(), size) <= measure:
            line += piece
            continue
        if not line or style.width(piece.rstrip(), size) > measure:
            return ()
        lines.append(line.rstrip())
        line = piece
    return (*lines, line.rstrip())


def _in_lines(pieces: Sequence[str], style: Style, measure: float, count: int) -> Fitted | None:
    least = style.least if count == style.lines else max(style.least, style.size * style.one_line)
    size = style.size
    while size >= least:
        lines = wrap(pieces, style, size, measure)
        if 0 < len(lines) <= count:
            return Fitted(_balanced(pieces, style, size, lines), size)
        size -= _STEP
    return None


def _balanced(pieces: Sequence[str], style: Style, size: float, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The same number of lines, set as evenly as they go."""
    low, high = 0.0, max(style.width(line, size) for line in lines)
    while len(lines) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = wrap(pieces, style, size, middle)
        if tried and len(tried) == len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _pieces(text: str) -> list[str]:
    """What must stay together: Latin words, and characters with the punctuation that clings to them."""
    pieces: list[str] = []
    for part in _PIECE.findall(text):
        if pieces and (part[0] in _NOT_FIRST or pieces[-1].rstrip()[-1:] in _NOT_LAST):
            pieces[-1] += part
        else:
            pieces.append(part)
    return pieces
