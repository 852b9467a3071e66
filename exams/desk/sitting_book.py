"""All sittings of this PC: every change is one journal line first, the cache and the memory follow."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from exams.desk.errors import NotCertifiable
from exams.desk.sightings import HEARTBEAT_MS, Sighting, sightings
from exams.desk.sitting_shelf import SittingShelf
from exams.errors import AcademyError
from exams.grading.grade import grade
from exams.grading.marks import Result
from exams.grading.policy import GradingPolicy
from exams.items.errors import BadResponse
from exams.items.item import Response
from exams.items.response import response_json
from exams.journal.line import Event, Record
from exams.packs.errors import BlobSpoilt
from exams.papers.blueprint import Blueprint
from exams.papers.codec import paper_to_json
from exams.papers.paper import Paper
from exams.sittings import rules
from exams.sittings.answers import answered
from exams.sittings.codec import result_to_json
from exams.sittings.handover import Carried
from exams.sittings.identity import answers_digest, sitting_id
from exams.sittings.replay import apply, replay
from exams.sittings.sitting import PROCTORED, RUNNING, Kind, Sitting, State
from exams.store.content_errors import ExamSealed
from exams.store.content_rows import ContentStore
from exams.store.errors import DiskFull, HomeReadOnly
from exams.store.journal_rows import JournalStore
from exams.store.sitting_rows import row_of, rows_of, save_row
from exams.timing.account import TimeAccount
from exams.timing.clock import Moment
from exams.timing.parts import Parts, parts_as_json
from exams.timing.policy import DEFAULT, TimePolicy
from exams.trust.errors import TooLarge

if TYPE_CHECKING:
    from sqlite_utils import Database

_UNENDED = frozenset({*RUNNING, State.SUBMITTED})

KeysOf = Callable[[str], AbstractContextManager[None]]
"""Inside the block the exam keys of a session can be asked for; raises `ExamSealed` while they are not here."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a start line records beside the paper."""

    kind: Kind
    staff_id: str
    session: str
    attempt: int
    limit_ms: int
    extra_ms: int
    policy: TimePolicy = DEFAULT
    seen: frozenset[str] = frozenset()  # items of earlier sittings: the draw passes them over, at HR as here
    parts: Parts = ()  # limits inside the paper


class SittingBook(SittingShelf):
    """Begins, changes and ends sittings. What a method returns has been committed."""

    def __init__(  # what it stands on, passed in
        self,
        db: "Database",
        journal: JournalStore,
        content: ContentStore,
        device: str,
        keys_of: KeysOf,
        give_back: Callable[[str], bool] = lambda _sitting: False,
    ) -> None:
        super().__init__(db, journal)
        self._give_back = give_back
        self._content = content
        self._device = device
        self._keys_of = keys_of
        self._watched: set[str] = set()  # sittings this process has looked at since it began

    def begin(self, beginning: Beginning, paper: Paper) -> Sitting:
        """Write the start line; the sitting's id is a digest over device, sequence number and paper.

        Raises `JournalBroken` where the chain does not hold: no sitting starts on a spoilt record.
        """
        self.require_whole()
        facts = {
            "kind": beginning.kind.value,
            "staff": beginning.staff_id,
            "session": beginning.session,
            "attempt": beginning.attempt,
            "limit_ms": beginning.limit_ms,
            "extra_ms": beginning.extra_ms,
            "time": beginning.policy.as_json(),
            "content": self._content.parts_sha256(),
            "seen": sorted(beginning.seen),
            "paper": paper_to_json(paper),
            **({"parts": parts_as_json(beginning.parts)} if beginning.parts else {}),
        }
        self._journal.make_room()
        with self._journal.together():
            seq = self._journal.head()[0] + 1
            att = sitting_id(self._device, seq, facts)
            record = self._journal.append(Event.START, facts, att)
            sitting = replay([record])
            save_row(self._db, row_of(sitting, seq, seq))
        self._watched.add(att)
        return self.keep(sitting, seq)

    def take_over(self, att: str, facts: Mapping[str, object], carried: Sequence[Carried], position: int) -> Sitting:
        """A sitting of another PC goes on here: its hand-over line, and one with what was answered there."""
        self.require_whole()
        self._journal.make_room()
        with self._journal.together():
            first = last = self._journal.append(Event.HANDOVER, facts, att)
            sitting = replay([first])
            if carried:
                last = self._journal.append(Event.CARRIED, {"lines": carried, "position": position}, att)
                sitting = apply(sitting, last)
            save_row(self._db, row_of(sitting, first.line.seq, last.line.seq))
        self._watched.add(att)
        return self.keep(sitting, first.line.seq)

    def blueprint(self, name: str) -> Blueprint:
        """The plan of a kind of exam; raises `NotInContent`."""
        return self._content.blueprint(name)

    def has_blueprint(self, name: str) -> bool:
        """True where the content has such an exam."""
        return name in self._content.blueprints()

    def now(self, sitting: Sitting) -> Sitting:
        """The sitting at this moment, nothing written: what a list shows."""
        return rules.at(sitting, self._journal.now(), stopped=self._is_unwatched(sitting))

    def show(self, sitting: Sitting, position: int, lang: str = "") -> Sitting:
        """Note which place is on the screen, and in which language where that is told."""
        sitting = self.watch(sitting)
        rules.require_open(sitting)
        rules.place(sitting, position)
        return self.note(sitting, Event.SHOW, {"position": position, **({"lang": lang} if lang else {})})

    def answer(self, sitting: Sitting, position: int, value: object) -> tuple[Sitting, Record]:
        """Save one response, None to clear it; what `rules.accept` refuses is recorded by its code alone."""
        now = self._journal.now()
        sitting = self.watch(sitting, now)
        try:
            response, aged = rules.accept(sitting, position, value, now)
        except AcademyError as refusal:
            self._refused(sitting, position, refusal)
            raise
        return self._answered(sitting, position, response, aged, now)

    def draft(self, sitting: Sitting, position: int, value: object) -> Sitting:
        """Save what stands in a field while it is typed: as the answer where it is one, else as a draft.

        Raises what `answer` raises where it can be kept as neither; that is not recorded.
        """
        now = self._journal.now()
        sitting = self.watch(sitting, now)
        try:
            response, aged = rules.accept(sitting, position, value, now)
        except BadResponse:
            text = rules.draft_of(sitting, position, value)
            if text is None:
                raise
            facts = {"position": position, "item": sitting.paper.at(position).item, "text": text}
            return self.note(sitting, Event.DRAFT, facts, now)
        return self._answered(sitting, position, response, aged, now)[0]

    def flag(self, sitting: Sitting, position: int, on: bool) -> Sitting:
        """Mark a place to come back to."""
        sitting = self.watch(sitting)
        rules.require_open(sitting)
        rules.place(sitting, position)
        return self.note(sitting, Event.FLAG, {"position": position, "on": on})

    def focus(self, sitting: Sitting, lost: bool) -> Sitting:
        """Note that the exam window lost the focus or has it again; only what is sat under a proctor keeps count."""
        if sitting.has_ended or sitting.kind not in PROCTORED:
            return sitting
        return self.note(self.watch(sitting), Event.FOCUS_LOST if lost else Event.FOCUS_GAINED, {})

    def tick(self, sitting: Sitting) -> Sitting:
        """The sitting now: a heartbeat every 15 s while its time runs, handed in and graded once it is over.

        One whose answer key is sealed stays handed in.
        """
        now = self._journal.now()
        if rules.time_is_over(sitting, now, stopped=self._is_unwatched(sitting)):
            return self.finish(sitting, "time")
        if sitting.state is State.SUBMITTED:
            return self._grade(sitting)
        sitting = self.watch(sitting, now)
        if sitting.limit_ms and sitting.time_runs and now.bt - sitting.last.bt >= HEARTBEAT_MS:
            return self.note(sitting, Event.HEARTBEAT, {}, now)
        return rules.at(sitting, now)

    def watch(self, sitting: Sitting, now: Moment | None = None) -> Sitting:
        """Write down what became of the time since the last line: app gone, machine asleep, clock turned."""
        moment = now or self._journal.now()
        unwatched = self._is_unwatched(sitting)
        if unwatched and sitting.time_runs:
            self._journal.make_room()
        seen = sightings(sitting, moment, unwatched=unwatched)
        if seen:
            sitting = self._noted(sitting, seen, moment)
        self._watched.add(sitting.id)
        return sitting

    def finish(self, sitting: Sitting, cause: str, by: Mapping[str, object] | None = None) -> Sitting:
        """Hand in and grade in one transaction; `cause` is hand, time or forced, then with who and why.

        Without its answer key it stays handed in, to be graded when the key comes.
        """
        stopped = self._is_unwatched(sitting)
        if cause == "hand":
            sitting = self.watch(sitting)
            rules.require_open(sitting)
        rules.require_running(sitting)
        digest = answers_digest(sitting.answers)
        gone = {"stopped": True} if stopped and cause != "hand" else {}
        with self.together(sitting):
            facts = {"cause": cause, "answers": digest, **gone, **(by or {})}
            return self._grade(self.note(sitting, Event.SUBMIT, facts))

    def close_overdue(self) -> tuple[Sitting, ...]:
        """Hand in and grade whatever ran out while nobody came back; what cannot be read now stays as it is."""
        closed = []
        for row in rows_of(self._db):
            if row.state in _UNENDED:
                with suppress(AcademyError):
                    sitting = self.load(row.id)
                    over = rules.time_is_over(sitting, self._journal.now(), stopped=self._is_unwatched(sitting))
                    if over or sitting.state is State.SUBMITTED:
                        ticked = self.tick(sitting)
                        closed += [ticked] if ticked is not sitting else []
        return tuple(closed)

    def unseal(self, sitting_id: str) -> None:
        """Have a sitting's answers back where this PC still can: before it is reopened."""
        if self._give_back(sitting_id):
            self.forget(sitting_id)

    def certified(self, sitting_id: str, number: str, sha256: str) -> Sitting:
        """Journal the certificate of a passed final once; a second call changes nothing."""
        sitting = self.load(sitting_id)
        if sitting.certificate is not None:
            return sitting
        if sitting.kind is not Kind.FINAL or sitting.result is None or not sitting.result.passed:
            raise NotCertifiable(sitting=sitting_id)
        return self.note(sitting, Event.CERTIFICATE, {"number": number, "sha256": sha256})

    def _noted(self, sitting: Sitting, seen: list[Sighting], moment: Moment) -> Sitting:
        before = sitting
        with self.together(before):
            for event, facts in seen:
                sitting = self.note(sitting, event, facts, moment)
        return sitting

    def _grade(self, sitting: Sitting) -> Sitting:
        if sitting.withheld:
            return sitting  # what was handed in is not here any more: HR grades it
        try:
            with self._keys_of(sitting.sealed_in):
                result = self._result(sitting)
        except (ExamSealed, BlobSpoilt, TooLarge):
            return sitting  # what was handed in is kept, whatever became of the key
        return self.note(sitting, Event.GRADED, {"result": result_to_json(result)})

    def _result(self, sitting: Sitting) -> Result:
        policy = GradingPolicy.of(self._content.blueprint(sitting.paper.blueprint))
        pairs = {(place.item, place.version) for place in sitting.paper.items}
        items = {name: self._content.item(name, version) for name, version in pairs}
        keys = {name: self._content.key(name, version) for name, version in pairs}
        return grade(sitting.paper, keys, items, sitting.answers, policy)

    def _answered(
        self, sitting: Sitting, position: int, response: Response | None, aged: TimeAccount, now: Moment
    ) -> tuple[Sitting, Record]:
        given = None if response is None else response_json(response)
        facts = {"position": position, "item": sitting.paper.at(position).item, "value": given}
        return self.write(sitting, Event.ANSWER, facts, now, lambda held: answered(held, aged, position, response))

    def _refused(self, sitting: Sitting, position: int, refusal: AcademyError) -> None:
        with suppress(DiskFull, HomeReadOnly):  # the person hears of the refusal all the same
            self.write(sitting, Event.ERROR, {"code": refusal.code, "position": position})

    def _is_unwatched(self, sitting: Sitting) -> bool:
        return sitting.id not in self._watched


def today(moment: Moment) -> datetime:
    """The wall clock of a moment, in UTC."""
    return datetime.fromtimestamp(moment.wt / 1000, UTC)
