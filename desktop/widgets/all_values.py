"""The values of all widgets; `values` is the door to them."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.widgets.tone import Tone


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path in the header."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class NavItem:
    """One line of a navigation or a menu."""

    key: str
    text: str
    icon: str = ""
    badge: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value, one line of a fact list."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class NoticeValue:
    """What a notice bar says."""

    tone: Tone
    text: str
    action: str = ""
    detail: str = ""
    closable: bool = False


class OptionMark(StrEnum):
    """How an option or a place fared: MISSED is right but was not chosen."""

    NONE = "none"
    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


class PlaceState(StrEnum):
    """How far a question has come."""

    UNSEEN = "unseen"
    SEEN = "seen"
    ANSWERED = "answered"


class SaveState(StrEnum):
    """SAVED only after the commit returned."""

    IDLE = "idle"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


class FaceKind(StrEnum):
    """The four faces of a place that has nothing else to show."""

    EMPTY = "empty"
    LOADING = "loading"
    ERROR = "error"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Place:
    """One question in the navigator."""

    position: int
    state: PlaceState
    flagged: bool = False
    mark: OptionMark = OptionMark.NONE


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a question: `letter` as authored; the shown letter is its place."""

    letter: str
    text: str
    why: str = ""
    mark: OptionMark = OptionMark.NONE


@dataclass(frozen=True, slots=True)
class Ask:
    """A question over the window; `details` are facts to decide by."""

    title: str
    text: str
    confirm: str
    cancel: str
    tone: Tone = Tone.ACCENT
    details: tuple[Fact, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """What a state panel shows."""

    kind: FaceKind
    title: str
    text: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class ChapterScore:
    """One bar of the score by chapter."""

    title: str
    percent: int
    detail: str = ""
    pass_percent: int | None = None
