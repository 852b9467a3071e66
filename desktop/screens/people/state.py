"""What the list of people shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exams import Person, Standing


@dataclass(frozen=True, slots=True)
class PeopleState:
    """Everybody by staff id; `filter` is what was typed, `chosen` the staff id one is at.

    `standings` tells by staff id who waits or is locked at the door; only HR `may_change` anything.
    """

    rows: tuple[Person, ...] = ()
    filter: str = ""
    chosen: str = ""
    fault: str = ""
    standings: Mapping[str, Standing] = field(default_factory=dict)
    may_change: bool = True

    @property
    def person(self) -> Person | None:
        """The one at the line one is at; None where one is at none."""
        return next((person for person in self.rows if person.staff_id == self.chosen), None)
