"""What a search gives: where in the course the words stand."""

from dataclasses import dataclass
from enum import StrEnum


class FindKind(StrEnum):
    """What was found: a paragraph of a section, a word of the glossary, a line of a simulated call."""

    SECTION = "section"
    TERM = "term"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Find:
    """The best place in one section, term or call; `block` counts a section's blocks from 0.

    `snippet` is plain text with what was found between U+0002 and U+0003.
    """

    kind: FindKind
    ref: str
    block: int
    lang: str
    title: str
    snippet: str
