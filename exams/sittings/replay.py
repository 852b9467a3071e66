"""From journal lines to a sitting: the only way a sitting comes about or changes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from exams.errors import AcademyError
from exams.items.response import parse_response
from exams.journal.line import Event, Record
from exams.papers.codec import paper_from_json
from exams.sittings import rules
from exams.sittings.codec import result_from_json
from exams.sittings.errors import SittingUnreadable
from exams.sittings.sitting import Kind, Sitting, State
from exams.timing.elapsed import step

Facts = dict[str, Any]

_SPOILT = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, AcademyError)
"""What reading a body can stumble over when it is not the one that was written."""


def replay(records: Iterable[Record]) -> Sitting:
    """The sitting these records tell, first its `start`, others' lines passed over; raises `SittingUnreadable`."""
    sitting: Sitting | None = None
    for record in records:
        if sitting is None:
            sitting = _started(record)
        elif record.line.att == sitting.id:
            sitting = apply(sitting, record)
    if sitting is None:
        raise SittingUnreadable(seq=0)
    return sitting


def apply(sitting: Sitting, record: Record) -> Sitting:
    """The sitting after one more of its lines; time runs while it is open and not paused."""
    aged = age(sitting, record)
    rule = _RULES.get(record.line.type)
    if rule is None:
        return aged
    try:
        return rule(aged, record, facts_of(record))
    except _SPOILT as error:
        raise SittingUnreadable(seq=record.line.seq) from error


def facts_of(record: Record) -> Facts:
    """The facts of a line; raises `SittingUnreadable` where its body is erased or spoilt."""
    if record.body is None:
        raise SittingUnreadable(seq=record.line.seq)
    try:
        return record.facts()
    except _SPOILT as error:
        raise SittingUnreadable(seq=record.line.seq) from error


def age(sitting: Sitting, record: Record) -> Sitting:
    """The same sitting, its clock moved on to the line's moment."""
    now = record.line.moment
    if sitting.state is not State.OPEN:
        return replace(sitting, last=now)
    return replace(sitting, elapsed_ms=sitting.elapsed_ms + step(sitting.last, now).ms, last=now)


def _started(record: Record) -> Sitting:
    if record.line.type != Event.START:
        raise SittingUnreadable(seq=record.line.seq)
    try:
        return _first(record, facts_of(record))
    except _SPOILT as error:
        raise SittingUnreadable(seq=record.line.seq) from error


def _first(record: Record, facts: Facts) -> Sitting:
    return Sitting(
        id=record.line.att,
        kind=Kind(facts["kind"]),
        staff_id=facts["staff"],
        session=facts["session"],
        attempt=facts["attempt"],
        paper=paper_from_json(facts["paper"]),
        state=State.OPEN,
        limit_ms=facts["limit_ms"],
        elapsed_ms=0,
        started_wt=record.line.wt,
        last=record.line.moment,
        content=facts["content"],
    )


def _show(sitting: Sitting, _record: Record, facts: Facts) -> Sitting:
    position = facts["position"]
    return replace(sitting, position=position, seen=sitting.seen | {position})


def _answer(sitting: Sitting, _record: Record, facts: Facts) -> Sitting:
    """What the app would have refused does not count here either: an answer too late, or after the end."""
    if not sitting.is_open or rules.too_late(sitting):
        return sitting
    position = facts["position"]
    answers = dict(sitting.answers)
    if facts["value"] is None:
        answers.pop(position, None)
    else:
        place = sitting.paper.at(position)
        answers[position] = parse_response(place.type, place.order, facts["value"])
    return replace(sitting, answers=answers, position=position, seen=sitting.seen | {position})


def _flag(sitting: Sitting, _record: Record, facts: Facts) -> Sitting:
    position = facts["position"]
    return replace(sitting, flags=sitting.flags | {position} if facts["on"] else sitting.flags - {position})


def _pause(sitting: Sitting, record: Record, _facts: Facts) -> Sitting:
    return replace(sitting, state=State.PAUSED, paused_at=record.line.moment)


def _resume(sitting: Sitting, _record: Record, facts: Facts) -> Sitting:
    """A credit gives lost time back; it never exceeds what has gone."""
    credit = min(int(facts.get("credit_ms", 0)), sitting.elapsed_ms)
    return replace(sitting, state=State.OPEN, paused_at=None, elapsed_ms=sitting.elapsed_ms - credit)


def _void(sitting: Sitting, record: Record, _facts: Facts) -> Sitting:
    return replace(sitting, state=State.VOID, ended_wt=record.line.wt)


def _submit(sitting: Sitting, record: Record, _facts: Facts) -> Sitting:
    return replace(sitting, state=State.SUBMITTED, ended_wt=record.line.wt)


def _graded(sitting: Sitting, _record: Record, facts: Facts) -> Sitting:
    return replace(sitting, state=State.GRADED, result=result_from_json(facts["result"]))


def _certificate(sitting: Sitting, _record: Record, facts: Facts) -> Sitting:
    return replace(sitting, certificate=facts["number"])


_RULES: dict[str, Callable[[Sitting, Record, Facts], Sitting]] = {
    Event.SHOW: _show,
    Event.ANSWER: _answer,
    Event.FLAG: _flag,
    Event.PAUSE: _pause,
    Event.RESUME: _resume,
    Event.VOID: _void,
    Event.SUBMIT: _submit,
    Event.GRADED: _graded,
    Event.CERTIFICATE: _certificate,
}
