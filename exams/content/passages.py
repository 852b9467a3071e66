"""The running text of a section, piece by piece: in which block it stands, on which line, in which column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from exams.content.files import SourceText
from exams.content.markdown import MARK, PART, line_of

_WORDS = ("text", "code_inline")
_BREAKS = ("softbreak", "hardbreak")
_BREAK_IN_CHINESE = re.compile(r"(?<![\x00-\x7f])\n(?![\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item, heading or table cell as plain text.

    `block` is the name of the block around it, empty in running text; `number` counts the section's blocks and texts
    from 0, so that two languages can be held against each other; `column` counts from 1 and is 0 outside tables.
    """

    file: str
    line: int
    text: str
    block: str = ""
    number: int = 0
    column: int = 0
    heading: bool = False


class _Place:
    """Where in the text the reading stands."""

    def __init__(self) -> None:
        self.block = ""
        self.number = -1
        self.column = 0
        self.heading = False
        self.in_text = False

    def take(self, token: Token) -> None:
        if token.level == 0:
            self._outermost(token)
        if token.type == "tr_open":
            self.column = 0
        elif token.type in ("th_open", "td_open"):
            self.column += 1
        elif token.type == "table_close":
            self.column = 0
        self.heading = token.type in ("heading_open", "th_open") or (self.heading and token.type == "inline")

    def _outermost(self, token: Token) -> None:
        part = token.type == PART
        if token.nesting < 0:
            self.block = ""
        elif part or not self.in_text:
            self.number += 1
            self.block = token.info.strip().partition(" ")[0] if part else ""
        if token.nesting >= 0:
            self.in_text = not part


def body_passages(tokens: Sequence[Token], source: SourceText) -> tuple[Passage, ...]:
    """Every passage of a body in order, source marks left out; titles of blocks count as headings."""
    return tuple(_passages(tokens, source))


def _passages(tokens: Sequence[Token], source: SourceText) -> Iterator[Passage]:
    place = _Place()
    for token in tokens:
        place.take(token)
        text, heading = "", place.heading
        if token.type == PART and place.block not in ("figure", "check"):
            text, heading = token.info.strip().partition(" ")[2], True
        elif token.type == "inline":
            text = _plain(token.children or ())
        if text.strip():
            line = line_of(token, source)
            yield Passage(source.file, line, text.strip(), place.block, place.number, place.column, heading)


def _plain(children: Iterable[Token]) -> str:
    text = "".join(_content(child) for child in children)
    return MARK.sub("", _BREAK_IN_CHINESE.sub("", text)).replace("\n", " ")


def _content(child: Token) -> str:
    if child.type in _BREAKS:
        return "\n"
    return child.content if child.type in _WORDS else ""
