"""What a simulated call shows."""

from dataclasses import dataclass

from desktop.widgets.values import NoticeValue, SaveState


@dataclass(frozen=True, slots=True)
class Bubble:
    """One line; `mood` is the caller's at it, from 0 calm to 4, and `speaker` who says it."""

    from_caller: bool
    speaker: str
    text: str
    mood: int


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing the agent may say, with the key that says it."""

    id: str
    key: int
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that must be said; `late` where the time for it is over, `hint` how soon it has to be."""

    text: str
    said: bool
    late: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NoteField:
    """One field of the note: what may be chosen, by id, and what is."""

    id: str
    title: str
    options: tuple[tuple[str, str], ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class CallState:
    """The whole page. `over` leaves only the note to write; while `paused` nothing of the call is shown."""

    title: str = ""
    caller: str = ""
    mood: int = 0
    situation: str = ""
    bubbles: tuple[Bubble, ...] = ()
    replies: tuple[Reply, ...] = ()
    over: bool = False
    hung_up: bool = False
    phrases: tuple[Phrase, ...] = ()
    found: tuple[str, ...] = ()
    hidden: int = 0
    note: tuple[NoteField, ...] = ()
    seconds: int = 0
    target: int = 0
    paused: bool = False
    pausable: bool = True
    saved: SaveState = SaveState.IDLE
    notice: NoticeValue | None = None
