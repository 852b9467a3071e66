"""Each act of a proctor as a form: which fields it has, how many minutes there are, what the desk is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from desktop.screens.proctor_act.state import Draft, Field
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.clock import clock_text, datetime_text
from desktop.words.overrides import Act, length_text, no_time_left, standing_text
from exams import Person, Rehearsals, SessionInfo, SessionPlan, SessionReport, Sitting, SittingLine, TimePolicy

MINUTE_MS = 60_000
USUAL_MINUTES = 5


class ActDesk(Protocol):
    """The part of a proctor's desk that acts."""

    rehearsals: Rehearsals

    def pause(self, sitting_id: str, reason: str) -> Sitting: ...  # noqa: D102
    def resume(self, sitting_id: str, reason: str, credit_minutes: int = 0) -> Sitting: ...  # noqa: D102
    def credit(self, sitting_id: str, minutes: int, reason: str) -> Sitting: ...  # noqa: D102
    def extend(self, sitting_id: str, minutes: int, reason: str) -> Sitting: ...  # noqa: D102
    def force(self, sitting_id: str, reason: str) -> Sitting: ...  # noqa: D102
    def void(self, sitting_id: str, reason: str) -> Sitting: ...  # noqa: D102
    def reopen(self, sitting_id: str, reason: str, minutes: int = 0) -> Sitting: ...  # noqa: D102
    def pause_session(self, session: str, reason: str) -> tuple[Sitting, ...]: ...  # noqa: D102
    def resume_session(  # noqa: D102
        self, session: str, reason: str, credit_minutes: int = 0
    ) -> tuple[Sitting, ...]: ...
    def extend_session(self, session: str, minutes: int, reason: str) -> tuple[Sitting, ...]: ...  # noqa: D102
    def grant_extra(self, staff_id: str, minutes: int, reason: str) -> None: ...  # noqa: D102
    def locked(self) -> tuple[Person, ...]: ...  # noqa: D102
    def unlock(self, staff_id: str, reason: str) -> None: ...  # noqa: D102
    def confirm_clock(self, reason: str) -> None: ...  # noqa: D102
    @property
    def needs_code(self) -> bool: ...  # noqa: D102
    def now_wt(self) -> int: ...  # noqa: D102
    def planned(self) -> tuple[SessionPlan, ...]: ...  # noqa: D102
    def open_session(  # noqa: D102
        self, title: str, blueprint: str = "final", *, session: str = "", code: str = ""
    ) -> tuple[SessionInfo, str]: ...
    def unseal(self, session: str, code: str) -> None: ...  # noqa: D102
    def grade_session(self, session: str, code: str) -> tuple[Sitting, ...]: ...  # noqa: D102
    def anchor(self) -> str: ...  # noqa: D102
    def close_session(self, session: str) -> SessionReport: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Minutes:
    """From `least` to `most`; `usual` stands in the field at first."""

    least: int
    most: int
    usual: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One act on one thing; `do` asks the desk with what was typed and the minutes read from it.

    An act that takes headquarters' code is `coded` and slow: it is done beside the window. `plans` are the sessions to
    choose from, `session` the one that is chosen at first; `told_codes` are known in a demonstration alone; `blocked`
    says why it cannot be done.
    """

    act: Act
    do: Callable[[Draft, int], object]
    whom: str = ""
    minutes: Minutes | None = None
    facts: Callable[[], tuple[Fact, ...]] = tuple  # words: read again after a change of language
    warns: Callable[[], str] = str
    titled: bool = False
    for_person: bool = False
    reasoned: bool = True
    coded: bool = False
    plans: tuple[SessionPlan, ...] = ()
    session: str = ""
    told_codes: Mapping[str, str] = field(default_factory=dict)
    blocked: Callable[[], str] = str

    def fields(self) -> tuple[Field, ...]:
        """Its fields from top to bottom."""
        asked = {
            Field.SESSION: bool(self.plans),
            Field.STAFF_ID: self.for_person,
            Field.TITLE: self.titled,
            Field.MINUTES: self.minutes is not None,
            Field.CODE: self.coded,
            Field.REASON: self.reasoned,
        }
        return tuple(one for one, wanted in asked.items() if wanted)


def sitting_task(desk: ActDesk, act: Act, line: SittingLine, sitting: Sitting) -> Task:
    """What is done to one exam."""
    minutes = {
        Act.RESUME: _lost(sitting.creditable_ms),
        Act.CREDIT: Minutes(1, max(1, _ceil(sitting.creditable_ms)), _ceil(sitting.creditable_ms)),
        Act.EXTEND: _added(1, sitting.extendable_ms),
        Act.REOPEN: _added(0 if sitting.remaining_ms else 1, sitting.account.extendable_ms),
    }.get(act)
    do = _sitting_acts(desk, sitting.id)[act]
    warns = partial(no_time_left, sitting) if act is Act.RESUME else str
    return Task(act, do, line.name, minutes, lambda: _facts(line), warns=warns)


def session_task(
    desk: ActDesk, act: Act, session: str, lines: tuple[SittingLine, ...], codes: Mapping[str, str] | None = None
) -> Task:
    """What is done to a session, or to this computer's clock; `lines` are the exams of the session.

    `codes` are headquarters' by session, where a demonstration knows them.
    """
    if act is Act.OPEN:
        return _opening(desk, codes or {})
    if act is Act.REHEARSE:
        return Task(act, lambda _draft, _: desk.rehearsals.open(tr("Rehearsal of the room")), reasoned=False)
    if act is Act.UNSEAL:
        return _unsealing(desk, session, codes or {})
    if act is Act.GRADE:
        return _grading(desk, session, lines)
    running = tuple(line for line in lines if line.state in {"open", "paused"})
    return _session_tasks(desk, session, running)[act](act)


def _sitting_acts(desk: ActDesk, one: str) -> dict[Act, Callable[[Draft, int], object]]:
    return {
        Act.RESUME: lambda draft, minutes: desk.resume(one, draft.reason, minutes),
        Act.PAUSE: lambda draft, _: desk.pause(one, draft.reason),
        Act.CREDIT: lambda draft, minutes: desk.credit(one, minutes, draft.reason),
        Act.EXTEND: lambda draft, minutes: desk.extend(one, minutes, draft.reason),
        Act.FORCE: lambda draft, _: desk.force(one, draft.reason),
        Act.VOID: lambda draft, _: desk.void(one, draft.reason),
        Act.REOPEN: lambda draft, minutes: desk.reopen(one, draft.reason, minutes),
    }


def _session_tasks(desk: ActDesk, session: str, running: tuple[SittingLine, ...]) -> dict[Act, Callable[[Act], Task]]:
    lost = _lost(max((line.creditable_ms for line in running), default=0))
    added = _added(1, min((line.extendable_ms for line in running), default=0))
    extra = Minutes(0, TimePolicy().extra_ms // MINUTE_MS)

    def those() -> tuple[Fact, ...]:
        return tuple(Fact(line.name, standing_text(line)) for line in running)

    def pause(draft: Draft, _: int) -> object:
        return desk.pause_session(session, draft.reason)

    def resume(draft: Draft, minutes: int) -> object:
        return desk.resume_session(session, draft.reason, minutes)

    def extend(draft: Draft, minutes: int) -> object:
        return desk.extend_session(session, minutes, draft.reason)

    def grant(draft: Draft, minutes: int) -> None:
        desk.grant_extra(draft.staff_id.strip().upper(), minutes, draft.reason)

    def unlock(draft: Draft, _: int) -> None:
        desk.unlock(draft.staff_id.strip().upper(), draft.reason)

    return {
        Act.PAUSE_ALL: lambda act: Task(act, pause, facts=those),
        Act.RESUME_ALL: lambda act: Task(act, resume, minutes=lost, facts=those),
        Act.EXTEND_ALL: lambda act: Task(act, extend, minutes=added, facts=those),
        Act.EXTRA: lambda act: Task(act, grant, minutes=extra, for_person=True),
        Act.UNLOCK: lambda act: Task(act, unlock, facts=partial(_people, desk.locked()), for_person=True),
        Act.CLOCK: lambda act: Task(act, lambda draft, _: desk.confirm_clock(draft.reason)),
        Act.CLOSE: lambda act: Task(act, lambda _draft, _: desk.close_session(session), facts=those, reasoned=False),
    }


def _opening(desk: ActDesk, codes: Mapping[str, str]) -> Task:
    """With the session's id and code where the exam is sealed; a name alone is enough elsewhere."""
    if not desk.needs_code:
        return Task(Act.OPEN, lambda draft, _: desk.open_session(draft.title), titled=True, reasoned=False)
    plans = desk.planned()
    if not plans:
        return Task(Act.OPEN, lambda _draft, _: None, reasoned=False, blocked=_no_session_planned)

    ahead = [plan.session for plan in plans if plan.not_after_wt > desk.now_wt()]

    def open_it(draft: Draft, _: int) -> object:
        return desk.open_session(draft.title, session=draft.session, code=draft.code)

    first = ahead[0] if ahead else plans[-1].session
    coded = Task(Act.OPEN, open_it, titled=True, reasoned=False, coded=True)
    return replace(coded, plans=plans, session=first, told_codes=codes)


def _unsealing(desk: ActDesk, session: str, codes: Mapping[str, str]) -> Task:
    def facts() -> tuple[Fact, ...]:
        return (Fact(tr("Session"), session),)

    def unseal(draft: Draft, _: int) -> None:
        desk.unseal(session, draft.code)

    return Task(Act.UNSEAL, unseal, facts=facts, reasoned=False, coded=True, session=session, told_codes=codes)


def _grading(desk: ActDesk, session: str, lines: tuple[SittingLine, ...]) -> Task:
    def facts() -> tuple[Fact, ...]:
        handed_in = tuple(Fact(line.name, standing_text(line)) for line in lines if line.state == "submitted")
        return (Fact(tr("Release anchor"), desk.anchor()), Fact(tr("Session"), session), *handed_in)

    def grade_them(draft: Draft, _: int) -> object:
        return desk.grade_session(session, draft.code)

    return Task(Act.GRADE, grade_them, facts=facts, warns=_read_out_the_anchor, reasoned=False, coded=True)


def _no_session_planned() -> str:
    return tr("Headquarters has planned no further session for this branch. Take in what it has sent, then come back.")


def _read_out_the_anchor() -> str:
    return tr("Headquarters gives the code by telephone: read out the release anchor that stands below.")


def _people(waiting: tuple[Person, ...]) -> tuple[Fact, ...]:
    """Whose next try waits for a talk."""
    return tuple(Fact(person.name, person.staff_id) for person in waiting) or (
        Fact(tr("Nobody waits for a talk"), "–"),
    )


def _lost(ms: int) -> Minutes | None:
    """All that a restart has cost stands in the field at first; the proctor may give less."""
    return Minutes(0, _ceil(ms), _ceil(ms)) if ms else None


def _added(least: int, ms: int) -> Minutes:
    most = ms // MINUTE_MS
    return Minutes(least, most, min(USUAL_MINUTES, most))


def _ceil(ms: int) -> int:
    """Whole minutes that hold all of it: what is asked for above it, the desk leaves out."""
    return -(-ms // MINUTE_MS)


def _facts(line: SittingLine) -> tuple[Fact, ...]:
    facts = [Fact(tr("State"), standing_text(line)), Fact(tr("Started"), datetime_text(line.started_wt))]
    facts.append(Fact(tr("Answered"), f"{line.answered} / {line.items}"))
    if line.remaining_ms is not None:
        facts.append(Fact(tr("Time left"), clock_text(line.remaining_ms // 1000)))
    if line.creditable_ms:
        facts.append(Fact(tr("Can still be given back"), length_text(line.creditable_ms)))
    return tuple(facts)
