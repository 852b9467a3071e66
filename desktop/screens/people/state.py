"""What the list of people shows."""

from dataclasses import dataclass

from exams import Person


@dataclass(frozen=True, slots=True)
class PeopleState:
    """Everybody by staff id; `filter` is what was typed, `chosen` the staff id one is at."""

    rows: tuple[Person, ...] = ()
    filter: str = ""
    chosen: str = ""
    fault: str = ""

    @property
    def person(self) -> Person | None:
        """The one at the line one is at; None where one is at none."""
        return next((person for person in self.rows if person.staff_id == self.chosen), None)
