"""One sitting told line by line by the app's own replay, so that each check can look before and after a line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, NamedTuple

from exams.journal.line import Event, Line, Record
from exams.sittings import rules
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import applied, begun, facts_of
from exams.sittings.sitting import Kind, Sitting, State
from exams.timing.account import account_of, pass_to
from exams.timing.elapsed import plain_ms
from exams.timing.gaps import AWAY_MS


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
    typed: Mapping[str, Sequence[Step]] = field(init=False)  # its steps by the type of their line

    def __post_init__(self) -> None:
        typed: dict[str, list[Step]] = {}
        for step in self.steps:
            event = step[0].line.type
            if event in typed:
                typed[event].append(step)
            else:
                typed[event] = [step]
        object.__setattr__(self, "typed", typed)

    def of(self, *events: Event) -> Iterable[Step]:
        """The steps of these types."""
        if len(events) == 1:
            return self.typed.get(events[0], ())
        wanted = frozenset(events)
        # Not put together from each: of a sitting that changed its PC, the numbers of its lines tell no order.
        return () if wanted.isdisjoint(self.typed) else [s for s in self.steps if s.record.line.type in wanted]

    @property
    def is_final(self) -> bool:
        """True also for what cannot be told: nobody hides a final by spoiling its first line."""
        return self.sitting is None or self.sitting.kind is Kind.FINAL

    @property
    def submit_seq(self) -> int:
        """Where it was handed in last; 0 while it was not."""
        steps = self.typed.get(Event.SUBMIT)
        return steps[-1].record.line.seq if steps else 0

    @property
    def void_seq(self) -> int:
        """Where it was made void; 0 where it counts."""
        steps = self.typed.get(Event.VOID)
        return steps[0].record.line.seq if steps else 0


type_of = attrgetter("line.type")
_COMMON = frozenset({Event.HEARTBEAT.value, Event.SHOW.value, Event.ANSWER.value})


def apart(records: Iterable[Record]) -> tuple[Record, ...]:
    """Without the lines that a sitting has by the hundred, of beats and of questions shown and answered."""
    return tuple([record for record in records if record.line.type not in _COMMON])


_sitting_of = attrgetter("line.att")


def gathered(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The lines of each sitting, in the order the sittings began."""
    found: dict[str, list[Record]] = {}
    for att, its in groupby(records, _sitting_of):
        if att:
            found.setdefault(att, []).extend(its)
    return found


def told(att: str, records: Sequence[Record]) -> Story:
    """The story of these lines, as far as it can be told."""
    start = records[0]
    try:
        sitting, about = begun(start)
    except SittingUnreadable:
        return Story(att, start, None, None, spoilt=start.line.seq)
    telling, again, spoilt = _Telling(sitting), list[int](), 0
    for record in islice(records, 1, None):
        event = record.line.type
        if event == _BEAT:
            telling.beat(record)
        elif event == _START:
            again.append(record.line.seq)
        else:
            try:
                telling.hear(record)
            except SittingUnreadable:
                spoilt = record.line.seq
                break
    return Story(att, start, sitting, telling.now(), tuple(telling.steps), tuple(again), spoilt, about)


# A member of an enum takes long to look up.
_BEAT, _START, _OPEN = Event.HEARTBEAT.value, Event.START.value, State.OPEN
_step: "partial[Step]" = partial(tuple.__new__, Step)


class _Telling:
    """Most lines of a long sitting are beats in which nothing but its time went on: they make no step."""

    def __init__(self, begun: Sitting) -> None:
        self.steps: list[Step] = []
        self._beaten: Line | None = None  # the last beat since its last step, and the time that ran up to it
        self._ran_ms = 0
        self._begin(begun)

    def hear(self, record: Record) -> None:
        """One line more that is no beat; raises `SittingUnreadable`."""
        before = self.now()
        after, facts = applied(before, record)
        self.steps.append(_step((record, before, after, facts)))
        self._begin(after)

    def now(self) -> Sitting:
        """The sitting with the time of the last beat."""
        last = self._beaten
        if last is not None:
            account = self._sitting.account
            aged = account_of((account.limit_ms, account.elapsed_ms + self._ran_ms, last.moment, account.record))
            self._begin(rules.kept(self._sitting, aged))
        return self._sitting

    def beat(self, record: Record) -> None:
        """A beat more, after which mostly no more has happened than that time ran on."""
        line = record.line
        ran = plain_ms(self._beaten or self._sitting.last, line, AWAY_MS) if self._runs else None
        if ran is None:
            self._beat_apart(record)
        else:
            self._ran_ms += ran
            self._beaten = line

    def _beat_apart(self, record: Record) -> None:
        before = self.now()
        if before.has_ended:
            return
        account = before.account
        aged = pass_to(account, record.line.moment)
        after = rules.kept(before, aged)
        if aged.record is not account.record:
            self.steps.append(Step(record, before, after))
        self._begin(after)

    def _begin(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._runs = sitting.state is _OPEN and sitting.time.stop is None
        self._beaten, self._ran_ms = None, 0
