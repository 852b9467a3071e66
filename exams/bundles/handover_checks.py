"""A sitting that changed its PC: told as one story from both halves, and each half held against the other."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from exams.bundles.hr_trust import HrTrust, Known
from exams.bundles.story import Story, told
from exams.bundles.verdict import Code, Finding
from exams.devices.record import DeviceRecord, check_in_force, read_record_under
from exams.errors import AcademyError
from exams.journal.line import Event, Record
from exams.sittings.handover import IN, between_ms, completed, lines_of
from exams.sittings.replay import facts_of
from exams.sittings.sitting import Sitting, State
from exams.trust.envelope import Purpose, open_envelope
from exams.trust.errors import BadSignature
from exams.trust.keys import key_id
from exams.trust.shapes import bytes_in, text_in

_SPOILT = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, AcademyError)
_NOTHING_CHANGES = frozenset({Event.ERROR, Event.HEARTBEAT, Event.HANDOVER})
"""Lines that may stand behind a hand-over on the old PC; any other says that it went on there."""

Lines = Sequence[Record]


def whole_lines(lines: Lines) -> Lines:
    """The lines from the very start, where they begin with a hand-over; raises what spoilt facts raise."""
    if not lines or lines[0].line.type != Event.HANDOVER:
        return lines
    carried = facts_of(lines[1])["lines"] if len(lines) > 1 and lines[1].line.type == Event.CARRIED else ()
    return [*whole_lines(completed(lines_of(facts_of(lines[0])), carried)), *lines]


def whole_story(story: Story, lines: Lines) -> Story:
    """The same sitting from its very start; as it is where it began here, or where nobody can tell it."""
    if story.start.line.type != Event.HANDOVER or story.sitting is None:
        return story
    try:
        return told(story.att, whole_lines(lines))
    except _SPOILT:
        return story


def origin_of(story: Story, here: str) -> str:
    """The serial of the PC where the sitting began."""
    moves = [step.facts for step in story.of(Event.HANDOVER)]
    return next((str(facts["from"]) for facts in moves if facts["dir"] == IN), here)


def handover_findings(story: Story, lines: Lines, record: DeviceRecord, trust: HrTrust) -> Iterator[Finding]:
    """`E_HANDOVER_PAIR` with its reason, `W_HANDOVER_HALF` where the other PC's journal has not come yet.

    Reasons: signed (not by a device of the branch), differs (the two halves tell different things), went_on (both PCs
    wrote on).
    """
    if lines[0].line.type == Event.HANDOVER:
        yield from _taken_findings(story.att, lines, record, trust)
    for at, one in enumerate(lines):
        if at and one.line.type == Event.HANDOVER:
            yield from _handed_findings(story.att, lines, at, trust)
            return


def went_on_findings(sitting: Sitting, seq: int, here: str, trust: HrTrust) -> Iterator[Finding]:
    """Another PC has taken it over and told of it, and this one says nothing of a hand-over: a disk put back."""
    others = {one.told_by for one in trust.tries.get(sitting.staff_id, ()) if one.sitting == sitting.id} - {"", here}
    if others and sitting.state is not State.MOVED:
        yield Finding(Code.HANDOVER, seq, sitting.id, {"reason": "went_on"})


def _taken_findings(att: str, lines: Lines, record: DeviceRecord, trust: HrTrust) -> Iterator[Finding]:
    first = lines[0]
    facts = facts_of(first)
    try:
        embedded = _signed_lines(facts, record, trust)
    except _SPOILT:
        yield _pair(att, first, "signed")
        return
    if not _answers_fit(lines, embedded):
        yield _pair(att, first, "differs")
    if between_ms(embedded[-1].line.moment, first.line.moment) != first.line.wt - embedded[-1].line.wt:
        yield Finding(Code.CLOCK_BACK, first.line.seq, att)
    other = trust.known.get(str(facts["from"]), Known())
    old = other.sittings.get(att, ())
    is_part = [one.raw for one in old] == [one.raw for one in embedded[: len(old)]]
    if embedded[-1].line.seq > other.size and is_part:
        yield Finding(Code.HANDOVER_HALF, first.line.seq, att, {"serial": str(facts["from"])[:16]})
        return
    reason = _contradiction(old, embedded)
    if reason:
        yield _pair(att, first, reason)


def _handed_findings(att: str, lines: Lines, at: int, trust: HrTrust) -> Iterator[Finding]:
    out = lines[at]
    if any(one.line.type not in _NOTHING_CHANGES for one in lines[at + 1 :]):
        yield _pair(att, out, "went_on")
    to = str(facts_of(out)["to"])
    there = trust.known.get(to, Known()).sittings.get(att, ())
    if not there:
        yield Finding(Code.HANDOVER_HALF, out.line.seq, att, {"serial": to[:16]})
        return
    reason = _told_safely(lambda: _contradiction(lines, lines_of(facts_of(there[0]))))
    if reason and reason != "went_on":
        yield _pair(att, out, reason)


def _told_safely(tell: Callable[[], str]) -> str:
    try:
        return tell()
    except _SPOILT:
        return "differs"


def _signed_lines(facts: Mapping[str, Any], record: DeviceRecord, trust: HrTrust) -> tuple[Record, ...]:
    """The lines that the old PC signed for this one; raises where it did not."""
    sender = read_record_under(bytes_in(dict(facts), "record"), trust.roots)
    signers = {key_id(sender.sign): sender.sign}
    signed = open_envelope(text_in(dict(facts), "envelope").encode(), Purpose.HANDOVER, signers)
    lines = lines_of(facts)
    out = facts_of(lines[-1])
    check_in_force(sender, max(sender.not_before_wt, lines[-1].line.wt), trust.revocations)
    registered = trust.devices is None or trust.devices.get(sender.serial) == sender.sign
    said = (signed["serial"], signed["branch"], out["to"], out["nonce"], sender.branch, facts["from"])
    meant = (sender.serial, record.branch, record.serial, signed["nonce"], record.branch, sender.serial)
    if said != meant or not registered:
        raise BadSignature(good=0, needed=1)
    return lines


def _answers_fit(lines: Lines, embedded: Lines) -> bool:
    """Every body is the one that its line names; those of answers may be sealed or erased here with their line."""
    carries = len(lines) > 1 and lines[1].line.type == Event.CARRIED
    if carries and lines[1].body is None:
        return True
    carried = facts_of(lines[1])["lines"] if carries else ()
    whole = completed(embedded, carried)
    return all(one.body is not None and _is_body(one) for one in whole)


def _is_body(record: Record) -> bool:
    return hashlib.sha256(record.body or b"").hexdigest() == record.line.bh


def _contradiction(old: Lines, embedded: Iterable[Record]) -> str:
    """What the old PC's own journal says against the lines that it has handed over."""
    signed = [one.raw for one in embedded]
    if [one.raw for one in old[: len(signed)]] != signed:
        return "differs"
    more = old[len(signed) :]
    return "went_on" if any(one.line.type not in _NOTHING_CHANGES for one in more) else ""


def _pair(att: str, record: Record, reason: str) -> Finding:
    return Finding(Code.HANDOVER, record.line.seq, att, {"reason": reason})
