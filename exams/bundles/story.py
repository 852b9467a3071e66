"""One sitting told line by line by the app's own replay, so that each check can look before and after a line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from exams.journal.line import Event, Record
from exams.sittings import rules
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import applied, begun, facts_of
from exams.sittings.sitting import Kind, Sitting
from exams.timing.account import TimeAccount, pass_to


class Step(NamedTuple):
    """One line of a sitting, what the sitting was before it and what it is after; `told` as the replay read them."""

    record: Record
    before: Sitting
    after: Sitting
    told: Mapping[str, Any] | None = None

    @property
    def facts(self) -> Mapping[str, Any]:
        """The body's facts; raises `SittingUnreadable` where it is erased."""
        return facts_of(self.record) if self.told is None else self.told


@dataclass(frozen=True, slots=True)
class Story:
    """All lines of one sitting: as it was `begun`, as it stands now.

    `again` are further starts under its id, `spoilt` the line that tells no story, `about` the facts of its start.
    """

    att: str
    start: Record
    begun: Sitting | None
    sitting: Sitting | None
    steps: tuple[Step, ...] = ()
    again: tuple[int, ...] = ()
    spoilt: int = 0
    about: Mapping[str, Any] = field(default_factory=dict)
    kinds: frozenset[str] = field(init=False)  # the types of its steps

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", frozenset([step.record.line.type for step in self.steps]))

    def of(self, *events: Event) -> Iterator[Step]:
        """The steps of these types."""
        if self.kinds.isdisjoint(events):
            return iter(())
        return (step for step in self.steps if step.record.line.type in events)

    @property
    def is_final(self) -> bool:
        """True also for what cannot be told: nobody hides a final by spoiling its first line."""
        return self.sitting is None or self.sitting.kind is Kind.FINAL

    @property
    def submit_seq(self) -> int:
        """Where it was handed in last; 0 while it was not."""
        return next((step.record.line.seq for step in reversed(self.steps) if step.record.line.type == Event.SUBMIT), 0)

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
    start = records[0]
    try:
        sitting, about = begun(start)
    except SittingUnreadable:
        return Story(att, start, None, None, spoilt=start.line.seq)
    telling, again, spoilt = _Telling(sitting), list[int](), 0
    for record in records[1:]:
        if record.line.type == _START:
            again.append(record.line.seq)
            continue
        try:
            telling.hear(record)
        except SittingUnreadable:
            spoilt = record.line.seq
            break
    return Story(att, start, sitting, telling.now(), tuple(telling.steps), tuple(again), spoilt, about)


_BEAT, _START = Event.HEARTBEAT.value, Event.START.value  # a member of an enum takes long to look up


class _Telling:
    """Most lines of a long sitting are beats in which nothing but its time went on: they make no step."""

    def __init__(self, begun: Sitting) -> None:
        self.steps: list[Step] = []
        self._sitting = begun
        self._aged: TimeAccount | None = None  # its time after the beats since then

    def hear(self, record: Record) -> None:
        """One line more; raises `SittingUnreadable`."""
        if record.line.type == _BEAT:
            self._beat(record)
            return
        before = self.now()
        self._sitting, facts = applied(before, record)
        self.steps.append(Step(record, before, self._sitting, facts))

    def now(self) -> Sitting:
        """The sitting with the time of the last beat."""
        if self._aged is not None:
            self._sitting, self._aged = rules.kept(self._sitting, self._aged), None
        return self._sitting

    def _beat(self, record: Record) -> None:
        if self._sitting.has_ended:
            return
        before = self._aged or self._sitting.account
        after = pass_to(before, record.line.moment)
        if after.record is not before.record:
            told = self.now()
            self.steps.append(Step(record, told, rules.kept(told, after)))
        self._aged = after
