"""What the page of statistics shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatRow:
    """A question in the list; `order` are the numbers its columns are sorted by, -999 where there are none."""

    number: int
    question: str
    facility: str
    discrimination: str
    exposure: str
    look: str
    order: tuple[float, float, int, int]

    @property
    def key(self) -> str:
        """What the row is kept by."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Bar:
    """A share from 0 to 100 with what it says; `tone` as the palette names it."""

    title: str
    percent: float
    text: str
    tone: str = "accent"


@dataclass(frozen=True, slots=True)
class OptionBars:
    """An option: of all, of the best and of the weakest quarter; `right` for the key."""

    title: str
    right: bool
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class ItemStatisticsState:
    """The list and the question one is at."""

    rows: tuple[StatRow, ...] = ()
    chosen: str = ""
    title: str = ""
    facts: str = ""
    bars: tuple[Bar, ...] = ()
    options: tuple[OptionBars, ...] = ()
    flags: tuple[str, ...] = ()
    few: str = ""
    remarks: tuple[str, ...] = ()
    busy: bool = False
    told: str = ""
    fault: str = ""
    no_bank: bool = False

    @property
    def is_empty(self) -> bool:
        """True until an exam has shown something."""
        return not self.rows
