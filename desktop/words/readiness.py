"""The names of the checks of a PC."""

from collections.abc import Iterable
from typing import Protocol

from desktop.words.catalogue import mark, tr

_NAMES = {
    "clock": mark("Clock"),
    "zone": mark("Time zone"),
    "disk": mark("Disk"),
    "fonts": mark("Fonts"),
    "glyphs": mark("Rare characters"),
    "input_method": mark("Typing Chinese"),
    "printer": mark("Printer"),
    "display": mark("Screens"),
    "power": mark("Power"),
    "database": mark("Database"),
    "journal": mark("Journal"),
    "pack": mark("Pack in use"),
    "keys": mark("Enrolment"),
    "officers": mark("HR's officers"),
}


class Line(Protocol):
    """A line of the slip."""

    @property
    def check(self) -> str: ...  # noqa: D102
    @property
    def ok(self) -> bool: ...  # noqa: D102
    @property
    def detail(self) -> str: ...  # noqa: D102
    @property
    def what_to_do(self) -> str: ...  # noqa: D102


def check_name(check: str) -> str:
    """What is looked at, in a word or two."""
    return tr(_NAMES[check])


def line_text(line: Line) -> str:
    """A line as people read it."""
    state = tr("in order") if line.ok else tr("TO DO")
    return " ".join(filter(None, (f"{check_name(line.check)}: {state}.", line.detail, line.what_to_do)))


def slip_text(lines: Iterable[Line]) -> str:
    """The whole slip."""
    return "\n".join(map(line_text, lines))
