"""What the page of a replayed sitting shows."""

from dataclasses import dataclass

from desktop.widgets.tone import Tone
from desktop.widgets.values import Fact, Option, Place


@dataclass(frozen=True, slots=True)
class StepRow:
    """One line of the list of steps; `left` is the time that was left, as a clock."""

    number: int
    left: str
    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Disturbance:
    """A pause, a gap or an incident on the line of time; `at` in ten-thousandths of its length."""

    at: int
    step: int
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class ShownItem:
    """The question as it stood before the person, and what they had done to it by then."""

    item_type: str = "single"
    stem: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""
    value: object = None
    struck: frozenset[str] = frozenset()
    spans: tuple[tuple[int, int], ...] = ()
    flagged: bool = False
    remark: str = ""
    known: bool = True  # False where the pack is not kept here


@dataclass(frozen=True, slots=True)
class HrReplayState:
    """`opened`: the sitting is here. `places` are the steps on the line of time, in ten-thousandths."""

    title: str = ""
    facts: tuple[Fact, ...] = ()
    opened: bool = False
    busy: bool = False
    fault: str = ""
    disagrees: str = ""
    rows: tuple[StepRow, ...] = ()
    places: tuple[int, ...] = ()
    disturbances: tuple[Disturbance, ...] = ()
    step: int = 1
    told: str = ""
    stopped: str = ""
    clock: str = ""
    position: int = 1
    total: int = 1
    item: ShownItem = ShownItem()
    questions: tuple[Place, ...] = ()
    scratch: str = ""
    lang: str = "zh"
    lang_told: str = ""

    @property
    def last(self) -> int:
        """The number of steps."""
        return len(self.rows)
