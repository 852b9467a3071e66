"""The course as it is read: chapters, sections, blocks. Both languages side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Text:
    """Cleaned HTML of our small tag set (p h3 h4 ul ol li table thead tbody tr th td strong em blockquote a code)."""

    html: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A framed part: kind is one of case, example, say, do, dont, note, summary."""

    kind: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of our SVG profile: words filled in, colours still `{{c:token}}` for the reader's theme."""

    name: str
    svg: str
    caption: str
    description: str


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The place in the text where a practice item stands."""

    item: str


Block = Text | Callout | Figure | SelfCheck


@dataclass(frozen=True, slots=True)
class Objective:
    """What a reader can do afterwards; `level` is Bloom's letter R U A An E C."""

    id: str
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionText:
    """One language of a section."""

    title: str
    objectives: tuple[Objective, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a chapter; `checks` are its practice items in order of appearance."""

    id: str
    chapter: int
    minutes: int
    texts: Mapping[str, SectionText]
    facts: tuple[str, ...]
    checks: tuple[str, ...]
    review_date: date | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter with its sections' ids in order."""

    number: int
    titles: Mapping[str, str]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry, found by its words in either language."""

    id: str
    names: Mapping[str, str]
    meanings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of the course as a whole."""

    code: str
    version: str
    titles: Mapping[str, str]
    minutes: int
    chapters: tuple[Chapter, ...]
