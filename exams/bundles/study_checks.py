"""How a branch learned: each line about rules of learning names what HR signed, for this branch, and none goes back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exams.bundles.hr_trust import SignedRules
from exams.bundles.verdict import Code, Finding
from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of

_STUDY_RULES = Event.STUDY_RULES.value


def study_findings(
    records: Sequence[Record], branch: str, before: str, signed: Sequence[SignedRules] | None
) -> Iterator[Finding]:
    """`W_STUDY_RULES` with its reason: unknown (HR signed no such rules), other (it signed other switches under this
    hash), branch (for other branches), older (than rules that this PC had heeded).

    `before` is the hash that held before the records; where `signed` is None nobody asks.
    """
    if signed is None:
        return
    places = {one.sha256: place for place, one in enumerate(signed)}
    newest = places.get(before, -1)
    for record in records:
        if record.line.type != _STUDY_RULES:
            continue
        facts = _facts(record)
        place = places.get(str(facts.get("sha", "")), -1)
        reason = _reason(signed[place], facts, branch) if place >= 0 else "unknown"
        reason = reason or ("older" if place < newest else "")
        if reason:
            yield Finding(Code.STUDY_RULES, record.line.seq, facts={"reason": reason})
        newest = max(newest, place)


def rules_after(records: Sequence[Record], before: str) -> str:
    """The hash of the rules that hold after these records."""
    told = [record for record in records if record.line.type == _STUDY_RULES]
    return str(_facts(told[-1]).get("sha", "")) if told else before


def _reason(signed: SignedRules, facts: Mapping[str, Any], branch: str) -> str:
    if (facts.get("gating"), facts.get("call_pause")) != (int(signed.gating), int(signed.call_pause)):
        return "other"
    return "" if not signed.branches or branch in signed.branches else "branch"


def _facts(record: Record) -> Mapping[str, Any]:
    try:
        return facts_of(record)
    except SittingUnreadable:
        return {}
