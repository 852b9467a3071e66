"""What the result of a simulated call shows."""

from dataclasses import dataclass

from desktop.widgets.values import ChapterScore, Fact, RowValue


@dataclass(frozen=True, slots=True)
class Better:
    """A reply that was not the best: what was asked, what was said, why, and what a good line would have been."""

    caller: str
    said: str
    why: str
    better: str


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that stayed undone, and what it would have been; `icon` says of which kind."""

    text: str
    detail: str
    icon: str


@dataclass(frozen=True, slots=True)
class CallResultState:
    """A play that was ended. `best` tells how it stands to the personal best, `red_line` what was crossed."""

    title: str = ""
    score: int = 0
    passed: bool = False
    verdict: str = ""
    meaning: str = ""
    best: str = ""
    red_line: str = ""
    facts: tuple[Fact, ...] = ()
    criteria: tuple[ChapterScore, ...] = ()
    missed: tuple[Miss, ...] = ()
    better: tuple[Better, ...] = ()
    sections: tuple[RowValue, ...] = ()
    tries: tuple[RowValue, ...] = ()
