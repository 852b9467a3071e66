"""What the exam screen shows."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.widgets.values import Option, Place, SaveState
from desktop.words.waiting import Waiting


class Hint(Enum):
    """A line under the answer, when there is something to say."""

    NONE = auto()
    HALF = auto()
    GAPS = auto()
    NO_NUMBER_YET = auto()
    UNREADABLE = auto()
    NOT_SAVED = auto()
    PART_OVER = auto()


class Panel(Enum):
    """What is open below the answer."""

    NONE = auto()
    NOTES = auto()
    CALCULATOR = auto()
    REMARK = auto()


@dataclass(frozen=True, slots=True)
class AidState:
    """Marks and notes beside the answer; `lang` is the language of the question, `remark` its kind and its text.

    `striking`: a press on an option strikes it out.
    """

    lang: str = "zh"
    strikes: frozenset[str] = frozenset()
    spans: tuple[tuple[int, int], ...] = ()
    striking: bool = False
    panel: Panel = Panel.NONE
    calculates: bool = False
    scratch: str = ""
    remark: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class TakeExamState:
    """One question of a running sitting.

    `value` is the saved response's JSON form, None while unanswered; `draft` what stands there and is no
    answer; `fault` the sentence why a draft cannot be read; `alert` the warning about the time that holds, in
    minutes. `part_seconds` are left of the time that the question, or its part of the paper, has of its own; at 0 it
    takes no answer any more. A sitting that waits for the proctor says why, and has neither stem nor options. `trial`:
    a question to try out, from which the way leads back.
    """

    title: str = ""
    position: int = 1
    total: int = 1
    item_type: str = "single"
    stem: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""
    value: object = None
    draft: object = None
    points: int = 1000
    flagged: bool = False
    places: tuple[Place, ...] = ()
    answered: int = 0
    saved: SaveState = SaveState.IDLE
    hint: Hint = Hint.NONE
    fault: str = ""
    alert: int | None = None
    seconds_left: int | None = None
    part_seconds: int | None = None
    clock_hidden: bool = False
    waiting: Waiting | None = None
    open: bool = True
    trial: bool = False
    aids: AidState = AidState()
