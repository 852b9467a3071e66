"""One sitting told line by line by the app's own replay, so that each check can look before and after a line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import apply, facts_of, replay
from exams.sittings.sitting import Kind, Sitting


class Step(NamedTuple):
    """One line of a sitting, what the sitting was before it and what it is after."""

    record: Record
    before: Sitting
    after: Sitting

    @property
    def facts(self) -> Mapping[str, Any]:
        """The body's facts; the replay has read them without fault."""
        return facts_of(self.record)


@dataclass(frozen=True, slots=True)
class Story:
    """All lines of one sitting: as it was `begun`, as it stands now.

    `again` are further starts under its id, `spoilt` the line that tells no story.
    """

    att: str
    start: Record
    begun: Sitting | None
    sitting: Sitting | None
    steps: tuple[Step, ...] = ()
    again: tuple[int, ...] = ()
    spoilt: int = 0

    def of(self, *events: Event) -> Iterator[Step]:
        """The steps of these types."""
        return (step for step in self.steps if step.record.line.type in events)

    @property
    def is_final(self) -> bool:
        """True also for what cannot be told: nobody hides a final by spoiling its first line."""
        return self.sitting is None or self.sitting.kind is Kind.FINAL

    @property
    def submit_seq(self) -> int:
        """Where it was handed in last; 0 while it was not."""
        return max((step.record.line.seq for step in self.of(Event.SUBMIT)), default=0)

    @property
    def void_seq(self) -> int:
        """Where it was made void; 0 where it counts."""
        return next((step.record.line.seq for step in self.of(Event.VOID)), 0)


def gathered(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The lines of each sitting, in the order the sittings began."""
    found: dict[str, list[Record]] = {}
    for record in records:
        if record.line.att:
            found.setdefault(record.line.att, []).append(record)
    return found


def told(att: str, records: Sequence[Record]) -> Story:
    """The story of these lines, as far as it can be told."""
    start, steps, again = records[0], list[Step](), list[int]()
    try:
        begun = sitting = replay([start])
    except SittingUnreadable:
        return Story(att, start, None, None, spoilt=start.line.seq)
    for record in records[1:]:
        if record.line.type == Event.START:
            again.append(record.line.seq)
            continue
        try:
            after = apply(sitting, record)
        except SittingUnreadable:
            return Story(att, start, begun, sitting, tuple(steps), tuple(again), record.line.seq)
        # Most lines of a long sitting are beats in which nothing but its time went on.
        if record.line.type != Event.HEARTBEAT or after.time is not sitting.time:
            steps.append(Step(record, sitting, after))
        sitting = after
    return Story(att, start, begun, sitting, tuple(steps), tuple(again))
