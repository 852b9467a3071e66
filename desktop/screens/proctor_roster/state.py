"""What the roster of a session shows."""

from dataclasses import dataclass, field

from desktop.widgets.values import Fact
from exams import RosterLine


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields of the person one is at."""

    seat: str = ""
    note: str = ""
    id_checked: bool = False


@dataclass(frozen=True, slots=True)
class ProctorRosterState:
    """`rows` are those that `query` finds of `total`; `chosen` the staff id one is at.

    `code` is what the chosen person begins with, good until `code_until_wt`; empty where none was shown. `local`
    counts those whom this branch has added. `turn` grows with every try, then a fault is looked at.
    """

    title: str = ""
    rules: tuple[Fact, ...] = ()
    rows: tuple[RosterLine, ...] = ()
    query: str = ""
    total: int = 0
    checked: int = 0
    local: int = 0
    chosen: str = ""
    draft: Draft = field(default_factory=Draft)
    asks_code: bool = False
    code: str = ""
    code_until_wt: int = 0
    fault: str = ""
    turn: int = 0

    @property
    def person(self) -> RosterLine | None:
        """The one at the line one is at; None where one is at none."""
        return next((line for line in self.rows if line.staff_id == self.chosen), None)
