"""One person's simulated calls: begun, played reply by reply, left and come back to, scored, played again."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.bundles.study_rules import StudyRules
from exams.scenarios.errors import CallGoesOn, CallIsOver, CallStands, NoSuchCall, NotAReply
from exams.scenarios.handling import Handling, brought_up, held, seconds_of, taken_up
from exams.scenarios.play import Call, Result, call_result, check_note, fill_note, give_reply, start_call
from exams.scenarios.scenario import Scenario
from exams.store.call_rows import CallRow, call_of, calls_of, drop_call, save_call
from exams.store.content_rows import ContentStore
from exams.timing.clock import Moment

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class CallTry:
    """A play that was ended: its score of 100, the seconds it took, when it ended (ms UTC)."""

    play: str
    score: int
    passed: bool
    seconds: int
    ended_wt: int
    version: int


@dataclass(frozen=True, slots=True)
class CallLine:
    """One row of the list; `best` is the personal best at the version in force, `running` a play to come back to."""

    scenario: Scenario
    best: CallTry | None
    plays: int
    running: bool


@dataclass(frozen=True, slots=True)
class CallPlay:
    """A play as it stands; `note` is the form so far, `result` is there once it was ended."""

    id: str
    call: Call
    note: Mapping[str, str]
    seconds: int
    runs: bool
    pausable: bool
    result: Result | None = None


class CallBook:
    """Every change is on the disk when its method returns; another person's play is not to be found here.

    `rules` says whether a call may be paused: no customer can be.
    """

    def __init__(
        self,
        db: "Database",
        person: Person,
        content: ContentStore,
        now: Callable[[], Moment],
        rules: Callable[[], StudyRules],
    ) -> None:
        self._db = db
        self._person = person
        self._content = content
        self._now = now
        self._rules = rules

    def lines(self) -> tuple[CallLine, ...]:
        """All calls of the course in order."""
        rows = calls_of(self._db, self._person.staff_id)
        return tuple(self._line(scenario, rows) for scenario in self._content.scenarios())

    def tries(self, scenario_id: str) -> tuple[CallTry, ...]:
        """What came of a call so far, newest first."""
        rows = calls_of(self._db, self._person.staff_id)
        return tuple(reversed([_try(row) for row in rows if row.scenario == scenario_id and row.ended_wt is not None]))

    def open(self, scenario_id: str) -> CallPlay:
        """Go on with the play that was left, or begin one; raises `NotInContent`."""
        scenario = self._content.scenario(scenario_id)
        row = self._left(scenario)
        if row is None:
            return self.begin_again(scenario_id)
        handling = taken_up(row.handling, self._now(), pausable=self.pausable)
        return self._keep(replace(row, handling=handling))

    def begin_again(self, scenario_id: str) -> CallPlay:
        """Begin afresh; a play that was left is forgotten and counts for nothing."""
        scenario, now = self._content.scenario(scenario_id), self._now()
        for row in calls_of(self._db, self._person.staff_id):
            if row.scenario == scenario_id and row.ended_wt is None:
                drop_call(self._db, row.id)
        whose, begun = self._person.staff_id, Handling(0, now)
        return self._keep(CallRow(secrets.token_hex(8), whose, scenario_id, scenario.version, (), {}, begun, now.wt))

    def play(self, play_id: str) -> CallPlay:
        """A play of this person, ended or not; raises `NoSuchCall`."""
        return self._told(self._row(play_id))

    def reply(self, play_id: str, choice_id: str) -> CallPlay:
        """Say one of the replies; raises `NotAReply`, `CallIsOver`, `CallStands` while it is paused."""
        row = self._open_row(play_id)
        if not row.handling.runs:
            raise CallStands
        give_reply(self._call(row), choice_id)
        return self._keep(self._timed(replace(row, replies=(*row.replies, choice_id))))

    def fill(self, play_id: str, field: str, value: str) -> CallPlay:
        """Write one field of the note at any time of the call; an empty value takes it back."""
        row = self._open_row(play_id)
        note = {name: one for name, one in {**row.note, field: value}.items() if one}
        check_note(self._content.scenario(row.scenario), note)
        return self._keep(self._timed(replace(row, note=note)))

    def hold(self, play_id: str) -> CallPlay:
        """The person pauses, or goes away: the clock stands where this branch lets it."""
        row = self._open_row(play_id)
        return self._keep(replace(row, handling=held(row.handling, self._now(), pausable=self.pausable)))

    def go_on(self, play_id: str) -> CallPlay:
        """The clock runs again."""
        row = self._open_row(play_id)
        return self._keep(replace(row, handling=taken_up(row.handling, self._now(), pausable=self.pausable)))

    def beat(self, play_id: str) -> CallPlay:
        """Write the time down, so that a program that dies loses little of it."""
        return self._keep(self._timed(self._open_row(play_id)))

    def seconds(self, play_id: str) -> int:
        """What the clock shows now; nothing is written."""
        return seconds_of(self._row(play_id).handling, self._now(), pausable=self.pausable)

    def finish(self, play_id: str) -> CallPlay:
        """Hand the note in and score the play; raises `CallGoesOn` while the caller is on the line."""
        row = self._open_row(play_id)
        call = self._call(row)
        if not call.over:
            raise CallGoesOn
        now = self._now()
        handling = replace(brought_up(row.handling, now, pausable=self.pausable), since=None)
        result = call_result(fill_note(call, row.note), handling.ms // 1000)
        ended = replace(row, handling=handling, ended_wt=now.wt, score=result.total, passed=result.passed)
        return self._keep(ended)

    @property
    def pausable(self) -> bool:
        """Whether this branch lets a call be paused."""
        return self._rules().call_pause

    def _line(self, scenario: Scenario, rows: tuple[CallRow, ...]) -> CallLine:
        mine = [row for row in rows if row.scenario == scenario.id]
        ended = [_try(row) for row in mine if row.ended_wt is not None]
        return CallLine(scenario, best_of(ended, scenario.version), len(ended), self._left(scenario, rows) is not None)

    def _left(self, scenario: Scenario, rows: tuple[CallRow, ...] | None = None) -> CallRow | None:
        """The play to come back to; one of another wording, or with replies the call has not, leads nowhere."""
        for row in rows if rows is not None else calls_of(self._db, self._person.staff_id):
            if (row.scenario, row.version) == (scenario.id, scenario.version) and row.ended_wt is None:
                with suppress(NotAReply, CallIsOver):
                    self._call(row)
                    return row
        return None

    def _row(self, play_id: str) -> CallRow:
        row = call_of(self._db, self._person.staff_id, play_id)
        if row is None:
            raise NoSuchCall(call=play_id)
        return row

    def _open_row(self, play_id: str) -> CallRow:
        row = self._row(play_id)
        if row.ended_wt is not None:
            raise NoSuchCall(call=play_id)
        return row

    def _timed(self, row: CallRow) -> CallRow:
        return replace(row, handling=brought_up(row.handling, self._now(), pausable=self.pausable))

    def _keep(self, row: CallRow) -> CallPlay:
        play = self._told(row)
        save_call(self._db, row)
        return play

    def _call(self, row: CallRow) -> Call:
        call = start_call(self._content.scenario(row.scenario))
        for reply in row.replies:
            call = give_reply(call, reply)
        return call

    def _told(self, row: CallRow) -> CallPlay:
        call, result = self._call(row), None
        seconds = seconds_of(row.handling, self._now(), pausable=self.pausable)
        if row.ended_wt is not None:
            call = fill_note(call, row.note)
            result = call_result(call, seconds)
        note = MappingProxyType(dict(row.note))
        return CallPlay(row.id, call, note, seconds, row.handling.runs, self.pausable, result)


def best_of(tries: list[CallTry], version: int) -> CallTry | None:
    """The personal best: passed before not passed, then by score, the quicker one of two; the newest wins a tie."""
    comparable = [one for one in tries if one.version == version]
    return max(reversed(comparable), key=lambda one: (one.passed, one.score, -one.seconds), default=None)


def _try(row: CallRow) -> CallTry:
    return CallTry(
        row.id, row.score or 0, bool(row.passed), row.handling.ms // 1000, row.ended_wt or row.begun_wt, row.version
    )
