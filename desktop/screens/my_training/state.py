"""What the training page shows."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Face, RowValue


@dataclass(frozen=True, slots=True)
class NextCard:
    """The one thing to do next."""

    overline: str = ""
    title: str = ""
    text: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class ChapterPart:
    """One chapter; `note` says why it is locked, `foldable` whether its rows may be put away."""

    key: str
    title: str
    percent: int
    progress: str
    rows: tuple[RowValue, ...]
    note: str = ""
    foldable: bool = False
    unfolded: bool = True


class Stage(Enum):
    """Where a milestone stands; only the first undone one is NOW."""

    DONE = auto()
    NOW = auto()
    LATER = auto()


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step on the way to the certificate."""

    stage: Stage
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class GaugeLine:
    """One chapter: its chance in words, what that rests on, and in percent (0 where nothing is known)."""

    title: str
    chance: str
    basis: str
    percent: int


@dataclass(frozen=True, slots=True)
class GaugePart:
    """How likely the final is passed; `percent` None while too little is known."""

    headline: str
    basis: str
    advice: str
    lines: tuple[GaugeLine, ...]
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class MyTrainingState:
    """The whole page; `certificate` only where it is not the next step already, a `face` instead of everything."""

    name: str = ""
    course: str = ""
    time: str = ""
    next: NextCard = NextCard()
    chapters: tuple[ChapterPart, ...] = ()
    exams: tuple[RowValue, ...] = ()
    way: tuple[Milestone, ...] = ()
    loop: tuple[RowValue, ...] = ()
    gauge: GaugePart | None = None
    certificate: str = ""
    face: Face | None = None
