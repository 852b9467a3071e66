"""Plain printed pages in our own fonts: titles, facts, tables, codes to scan, lines to sign on. No words of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs, one below the other."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and what they are, two columns."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `shares` are the widths of its columns in relation to each other, the head is repeated on each page."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    tall: bool = False  # with room to write by hand


@dataclass(frozen=True, slots=True)
class ScanCode:
    """A QR code of a text with what stands beside it."""

    code: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, each with whose it is below."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Raster:
    """A PNG, over `share` of the width of the page."""

    png: bytes
    share: float = 1.0


Part = Heading | NewPage | Lines | Pairs | Grid | ScanCode | Signatures | Raster


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document: its title, what stands in small below it, its parts; `foot` stands on every page with its number."""

    title: str
    below: str
    parts: tuple[Part, ...]
    foot: str = ""
