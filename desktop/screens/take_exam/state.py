"""What the exam screen shows."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Option, Place, SaveState


class Hint(Enum):
    """A line under the answer, when there is something to say."""

    NONE = auto()
    NOT_A_NUMBER = auto()
    NOT_SAVED = auto()
    PAUSED = auto()


@dataclass(frozen=True, slots=True)
class TakeExamState:
    """One question of a running sitting. `value` is the response's JSON form, None while unanswered."""

    title: str = ""
    position: int = 1
    total: int = 1
    item_type: str = "single"
    stem: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""
    value: object = None
    points: int = 1000
    flagged: bool = False
    places: tuple[Place, ...] = ()
    answered: int = 0
    saved: SaveState = SaveState.IDLE
    hint: Hint = Hint.NONE
    seconds_left: int | None = None
    open: bool = True
