"""One sitting told line by line by the app's own replay, so that each check can look before and after a line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, NamedTuple

from exams.items.item import Response
from exams.items.response import parse_response
from exams.journal.line import Event, Line, Record
from exams.sittings import rules
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import SPOILT, applied, begun, facts_of
from exams.sittings.sitting import Kind, Sitting, State
from exams.timing.account import account_of, pass_to
from exams.timing.elapsed import LATE_MS, plain_ms
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


def told(att: str, records: Sequence[Record], *, brief: bool = False) -> Story:
    """The story of these lines, as far as it can be told.

    A `brief` one has no step for a question that was simply shown, or simply answered in time: in these no check finds
    anything.
    """
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
                if not (brief and event in _SIMPLE and telling.goes_on(record)):
                    telling.hear(record)
            except SittingUnreadable:
                spoilt = record.line.seq
                break
    return Story(att, start, sitting, telling.now(), tuple(telling.steps), tuple(again), spoilt, about)


# A member of an enum takes long to look up.
_BEAT, _START, _ANSWER, _OPEN = Event.HEARTBEAT.value, Event.START.value, Event.ANSWER.value, State.OPEN
_SIMPLE = frozenset({Event.SHOW.value, _ANSWER})
_step: "partial[Step]" = partial(tuple.__new__, Step)


class _Telling:
    """Most lines of a long sitting are beats in which nothing but its time went on: they make no step."""

    def __init__(self, begun: Sitting) -> None:
        self.steps: list[Step] = []
        self._beaten: Line | None = None  # the last beat since its last step, and the time that ran up to it
        self._ran_ms = 0
        self._seen: set[int] = (
            set()
        )  # as its last step left it, and what questions shown and answered since have changed
        self._answers: dict[int, Response] = {}
        self._position, self._went_on = 0, False
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
            self._begin(rules.kept(self._sitting, aged, **self._changes()))
        return self._sitting

    def _changes(self) -> dict[str, Any]:
        if not self._went_on:
            return {}
        return {"position": self._position, "seen": frozenset(self._seen), "answers": self._answers}

    def goes_on(self, record: Record) -> bool:
        """One line more in which a question was shown or answered, and time simply ran on; False where it is not so.

        What `hear` would make of it, without a sitting and a step for each. Where a check would find something, `hear`
        is to make the step that it is found in.
        """
        sitting, line = self._sitting, record.line
        if not self._runs or sitting.parts or sitting.drafts:
            return False
        ran = plain_ms(self._beaten or sitting.last, line, AWAY_MS)
        if ran is None:
            return False
        if not self._went_on:
            self._seen, self._answers = {*sitting.seen}, {**sitting.answers}
        try:
            facts = facts_of(record)
            position = facts["position"]
            if line.type == _ANSWER and not self._answered(facts, position, self._ran_ms + ran):
                return False
            self._seen.add(position)
        except SPOILT:
            return False
        self._position, self._went_on = position, True
        self._ran_ms += ran
        self._beaten = line
        return True

    def _answered(self, facts: Mapping[str, Any], position: int, ran_ms: int) -> bool:
        sitting = self._sitting
        place, value, limit_ms = sitting.paper.at(position), facts["value"], sitting.limit_ms
        if 0 < limit_ms < sitting.elapsed_ms + ran_ms - LATE_MS or value is None or facts.get("item") != place.item:
            return False
        self._answers[position] = parse_response(place.type, place.order, value)
        return True

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
        self._beaten, self._ran_ms, self._went_on = None, 0, False
