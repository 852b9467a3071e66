"""A page of text to print, before anybody knows about printers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with its paragraphs; shown and printed letter by letter, nothing in it is markup."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handout:
    """One page: its title, a line below it, its passages, and the line at its end."""

    title: str
    told: str
    passages: tuple[Passage, ...]
    foot: str = ""
