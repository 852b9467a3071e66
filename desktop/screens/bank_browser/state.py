"""What the list of the bank's questions shows."""

from dataclasses import dataclass, field

from exams import Sought

PAGE = 200
"""Questions on a page."""


@dataclass(frozen=True, slots=True)
class BankRow:
    """One question in words; a figure is a dash until an exam was analysed, `flags` what is to be looked at."""

    number: int
    question: str
    type: str
    chapter: str
    level: str
    state: str
    facility: str
    discrimination: str
    review: str
    flags: str = ""

    @property
    def key(self) -> str:
        """What tells rows apart."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class BankBrowserState:
    """`choices` are the values to filter by, of each filter by its name; `offset` is the first row's place."""

    rows: tuple[BankRow, ...] = ()
    total: int = 0
    offset: int = 0
    sought: Sought = field(default_factory=Sought)
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    chosen: str = ""
    empty: bool = True
    busy: bool = False
    told: str = ""
    fault: str = ""

    @property
    def has_before(self) -> bool:
        """True where an earlier page is."""
        return self.offset > 0

    @property
    def has_after(self) -> bool:
        """True where a further page is."""
        return self.offset + len(self.rows) < self.total

    @property
    def chosen_flags(self) -> str:
        """What is to be looked at in the row one is at."""
        return next((row.flags for row in self.rows if row.key == self.chosen), "")
