"""From journal lines to a sitting: the only way a sitting comes about or changes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from exams.errors import AcademyError
from exams.items.response import parse_response
from exams.journal.line import ANSWERING, Event, Record
from exams.papers.codec import paper_from_json
from exams.sittings import handover, rules
from exams.sittings.aid_lines import AID_LINES
from exams.sittings.answers import answered, drafted
from exams.sittings.codec import result_from_json
from exams.sittings.errors import SittingUnreadable
from exams.sittings.sitting import PROCTORED, Kind, Sitting, State
from exams.timing import account
from exams.timing.account import TimeAccount, TimeRecord
from exams.timing.clock import Moment
from exams.timing.parts import parts_of
from exams.timing.policy import TimePolicy

Facts = dict[str, Any]

SPOILT = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, AcademyError)
"""What reading a body can stumble over when it is not the one that was written."""


def replay(records: Iterable[Record]) -> Sitting:
    """The sitting these records tell, first its beginning, others' lines passed over; raises `SittingUnreadable`."""
    sitting: Sitting | None = None
    for record in records:
        if sitting is None:
            sitting = begun(record)[0]
        elif record.line.att == sitting.id:
            sitting = apply(sitting, record)
    if sitting is None:
        raise SittingUnreadable(seq=0)
    return sitting


def apply(sitting: Sitting, record: Record) -> Sitting:
    """The sitting after one more of its lines; time runs as the account in `exams.timing` says."""
    return applied(sitting, record)[0]


def applied(sitting: Sitting, record: Record) -> tuple[Sitting, Facts | None]:
    """The same, and the line's facts where they were read for it: so nobody reads them twice."""
    rule = _RULES.get(record.line.type)
    if rule is None:
        return rules.at(sitting, record.line.moment), None
    try:
        facts = facts_of(record)
        return rule(sitting, record, facts), facts
    except SPOILT as error:
        if record.body is None and record.line.type in ANSWERING:
            return _withheld(sitting, record), None
        raise SittingUnreadable(seq=record.line.seq) from error


def remaining_at(records: Iterable[Record], now: Moment) -> int | None:
    """Milliseconds left at a moment, read from the lines alone; None without a limit: what HR compares with."""
    return rules.at(replay(records), now).remaining_ms


def facts_of(record: Record) -> Facts:
    """The facts of a line; raises `SittingUnreadable` where its body is erased or spoilt."""
    if record.body is None:
        raise SittingUnreadable(seq=record.line.seq)
    try:
        return record.facts()
    except SPOILT as error:
        raise SittingUnreadable(seq=record.line.seq) from error


def begun(record: Record) -> tuple[Sitting, Facts]:
    """The sitting that a `start` line or a hand-over begins, and the line's facts; raises `SittingUnreadable`."""
    if record.line.type not in (Event.START, Event.HANDOVER):
        raise SittingUnreadable(seq=record.line.seq)
    try:
        facts = facts_of(record)
        first = _first if record.line.type == Event.START else _moved_here
        return first(record, facts), facts
    except SPOILT as error:
        raise SittingUnreadable(seq=record.line.seq) from error


def _first(record: Record, facts: Facts) -> Sitting:
    kind, paper = Kind(facts["kind"]), paper_from_json(facts["paper"])
    return Sitting(
        id=record.line.att,
        kind=kind,
        staff_id=facts["staff"],
        session=facts["session"],
        attempt=facts["attempt"],
        paper=paper,
        state=State.OPEN,
        limit_ms=int(facts["limit_ms"]),
        elapsed_ms=0,
        started_wt=record.line.wt,
        last=record.line.moment,
        content=facts["content"],
        time=TimeRecord(TimePolicy.of(facts.get("time", {})), proctored=kind in PROCTORED),
        extra_ms=int(facts.get("extra_ms", 0)),
        parts=parts_of(facts.get("parts", ()), len(paper.items)),
    )


def _moved_here(record: Record, facts: Facts) -> Sitting:
    """From the lines that the spare PC was given; the answers follow in a line of their own."""
    if facts["dir"] != handover.IN:
        raise SittingUnreadable(seq=record.line.seq)
    sitting = replay(handover.lines_of(facts))
    if sitting.id != record.line.att:
        raise SittingUnreadable(seq=record.line.seq)
    return handover.taken_over(sitting, record.line.moment)


def _handover(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    """Out: once, while it runs. In: where HR tells both halves as one story."""
    if facts["dir"] == handover.IN and sitting.state is State.MOVED:
        return handover.taken_over(sitting, record.line.moment)
    if facts["dir"] != handover.OUT or sitting.has_ended:
        return sitting
    return handover.handed_out(sitting, record.line.moment, str(facts.get("reason", "")))


def _carried(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    """What was told already, where HR tells both halves as one story, is not told twice."""
    told = handover.with_carried(sitting, facts["lines"], facts["position"]) if sitting.withheld else sitting
    return rules.at(told, record.line.moment)


def _with(sitting: Sitting, record: Record, **changes: Any) -> Sitting:
    """The sitting at a line's moment, and what the line changes; in one step, as a long sitting has many."""
    if sitting.has_ended:
        return sitting._replace(**changes)
    return rules.kept(sitting, account.pass_to(sitting.account, record.line.moment), **changes)


def _show(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    position = facts["position"]
    return _with(sitting, record, position=position, seen=sitting.seen | {position})


def _answer(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    """What the app would have refused does not count here either: too late, after the end, while it waits."""
    if sitting.has_ended:
        return sitting
    aged, position, value = account.pass_to(sitting.account, record.line.moment), facts["position"], facts["value"]
    if not _in_time(sitting, position, aged):
        return rules.kept(sitting, aged)
    place = sitting.paper.at(position)
    response = None if value is None else parse_response(place.type, place.order, value)
    return answered(sitting, aged, position, response)


def _withheld(sitting: Sitting, record: Record) -> Sitting:
    """That an answer was given still counts for the time; what it was is not told here any more."""
    if sitting.has_ended:
        return sitting
    aged = account.pass_to(sitting.account, record.line.moment)
    return rules.kept(sitting, aged, withheld=sitting.withheld + 1)


def _draft(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    if sitting.has_ended:
        return sitting
    aged, position, text = account.pass_to(sitting.account, record.line.moment), facts["position"], str(facts["text"])
    sitting.paper.at(position)
    told = drafted(sitting, aged, position, text)
    return told if _in_time(sitting, position, aged) else rules.kept(sitting, aged)


def _in_time(sitting: Sitting, position: int, aged: TimeAccount) -> bool:
    going_on = aged.record.stop is None and not aged.too_late
    return going_on and not (sitting.parts and rules.part_is_over(sitting, position, aged))


def _flag(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    position = facts["position"]
    flags = sitting.flags | {position} if facts["on"] else sitting.flags - {position}
    return _with(sitting, record, flags=flags)


def _aid(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    return _with(sitting, record, **AID_LINES[record.line.type](sitting, facts))


def _focus_lost(sitting: Sitting, record: Record, _facts: Facts) -> Sitting:
    return _with(sitting, record, focus_lost=sitting.focus_lost + 1, away_since=record.line.moment)


def _focus_gained(sitting: Sitting, record: Record, _facts: Facts) -> Sitting:
    since, now = sitting.away_since, record.line.moment
    away = now.bt - since.bt if since is not None and since.boot == now.boot else 0
    return _with(sitting, record, away_ms=sitting.away_ms + max(0, away), away_since=None)


def _pause(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    if sitting.has_ended:
        return sitting
    paused = rules.kept(sitting, account.pause(sitting.account, record.line.moment))
    return paused._replace(reason=str(facts.get("reason", "")))


def _resume(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    """By nobody: the app is back after it was gone. By a proctor: the sitting goes on, with time given back."""
    if sitting.has_ended:
        return sitting
    if not facts["by"]:
        return rules.at(sitting, record.line.moment, stopped=True)
    credit = int(facts.get("credit_ms", 0))
    resumed = rules.kept(sitting, account.resume(sitting.account, record.line.moment, credit))
    return resumed._replace(reason=str(facts.get("reason", "")))


def _extend(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    if sitting.has_ended:
        return sitting
    beyond = bool(facts.get("phone"))  # a second authority's: HR holds it against headquarters' log
    return rules.kept(sitting, account.extend(sitting.account, record.line.moment, int(facts["ms"]), beyond=beyond))


def _void(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    """What was graded before counts no more; the journal keeps it."""
    aged = rules.at(sitting, record.line.moment)
    ended = sitting.ended_wt or record.line.wt
    return aged._replace(state=State.VOID, ended_wt=ended, result=None, reason=str(facts.get("reason", "")))


def _submit(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    if sitting.has_ended:
        return sitting
    aged = rules.at(sitting, record.line.moment, stopped=bool(facts.get("stopped")))
    reason, cause = str(facts.get("reason", "")), str(facts.get("cause", ""))
    return aged._replace(state=State.SUBMITTED, ended_wt=record.line.wt, reason=reason, cause=cause)


def _reopen(sitting: Sitting, record: Record, facts: Facts) -> Sitting:
    """What was left when it ended is left again; the time between counts for nothing, and the first result no more."""
    if sitting.state not in {State.SUBMITTED, State.GRADED}:
        return sitting
    return sitting._replace(
        state=State.OPEN,
        elapsed_ms=min(sitting.elapsed_ms, sitting.limit_ms),
        last=record.line.moment,
        time=replace(sitting.time, stop=None, stopped_at=None),
        ended_wt=None,
        result=None,
        cause="",
        reason=str(facts.get("reason", "")),
    )


def _graded(sitting: Sitting, _record: Record, facts: Facts) -> Sitting:
    return sitting._replace(state=State.GRADED, result=result_from_json(facts["result"]))


def _certificate(sitting: Sitting, _record: Record, facts: Facts) -> Sitting:
    return sitting._replace(certificate=facts["number"])


_RULES: dict[str, Callable[[Sitting, Record, Facts], Sitting]] = {
    Event.SHOW: _show,
    Event.ANSWER: _answer,
    Event.DRAFT: _draft,
    Event.FLAG: _flag,
    **dict.fromkeys(AID_LINES, _aid),
    Event.FOCUS_LOST: _focus_lost,
    Event.FOCUS_GAINED: _focus_gained,
    Event.PAUSE: _pause,
    Event.RESUME: _resume,
    Event.EXTEND: _extend,
    Event.REOPEN: _reopen,
    Event.HANDOVER: _handover,
    Event.CARRIED: _carried,
    Event.VOID: _void,
    Event.SUBMIT: _submit,
    Event.GRADED: _graded,
    Event.CERTIFICATE: _certificate,
}
