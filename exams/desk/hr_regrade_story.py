"""A run of re-grading with everything that it found, as screens, commands and files tell it."""

from dataclasses import dataclass

from exams.register.regrading import Consequence, Regraded, Tally, Unreadable, tally_of
from exams.store.register_regrade_rows import Run, RunState


@dataclass(frozen=True, slots=True)
class RunStory:
    """A run with everything that it found; `names` of people by staff id, as far as HR knows them."""

    run: Run
    rows: tuple[Regraded, ...]
    faults: tuple[Unreadable, ...]
    names: dict[str, str]

    @property
    def tally(self) -> Tally:
        """In counts."""
        return tally_of(self.rows, len(self.faults))

    @property
    def open_rows(self) -> tuple[Regraded, ...]:
        """Certificates that an officer still has to see to; none before the run is released."""
        return tuple(one for one in self.rows if one.is_open) if self.run.state is RunState.RELEASED else ()

    def numbers(self, what: Consequence) -> tuple[str, ...]:
        """Certificates of which this follows."""
        return tuple(one.certificate for one in self.rows if one.consequence is what and one.certificate)
