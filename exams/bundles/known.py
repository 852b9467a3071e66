"""What HR keeps of a bundle that it took in: the next one is held against it."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence

from exams.bundles.attempt_checks import quiz_passed, talks_told
from exams.bundles.clock_checks import floor_after
from exams.bundles.hr_trust import Known, Try
from exams.bundles.story import gathered, told
from exams.bundles.study_checks import rules_after
from exams.bundles.verdict import Verdict
from exams.journal.line import Record


def known_after(known: Known, raw: bytes, verdict: Verdict) -> Known:
    """The same device with the lines of a bundle that is `whole`; any other verdict changes nothing."""
    if not verdict.whole:
        return known
    records = verdict.records
    new = gathered(records)
    sittings = {**known.sittings, **{att: (*known.sittings.get(att, ()), *its) for att, its in new.items()}}
    judged = {one.id: one.settled for one in verdict.sittings}
    return Known(
        size=max(known.size, verdict.last),
        head=verdict.head,
        hashes=(*known.hashes, *verdict.hashes),
        files=known.files | {hashlib.sha256(raw).hexdigest()},
        moment=records[-1].line.moment if records else known.moment,
        floor_wt=floor_after(records, known.floor_wt),
        sittings=sittings,
        unsettled=(known.unsettled - judged.keys()) | {att for att, settled in judged.items() if not settled},
        vouched=verdict.vouched,
        studied=_studied(known, sittings, new, judged.keys()),
        talks=talks_told(verdict.apart, known),
        rules=rules_after(verdict.apart, known.rules),
    )


def tries_after(tries: Mapping[str, Sequence[Try]], verdict: Verdict) -> dict[str, tuple[Try, ...]]:
    """All devices' tries with those of a verdict, which replace earlier ones of the same sittings."""
    new = {one.id: one.tried for one in verdict.sittings}
    kept = [one for each in tries.values() for one in each if one.sitting not in new]
    grown: dict[str, tuple[Try, ...]] = {}
    for one in (*kept, *new.values()):
        grown[one.staff_id] = (*grown.get(one.staff_id, ()), one)
    return grown


def _studied(
    known: Known, sittings: Mapping[str, Sequence[Record]], new: Iterable[str], finals: Collection[str]
) -> dict[tuple[str, int], int]:
    studied = dict(known.studied)
    for att in new:
        passed = None if att in finals else quiz_passed(told(att, sittings[att]))
        if passed is not None:
            staff, chapter, ended = passed
            studied[staff, chapter] = max(ended, studied.get((staff, chapter), 0))
    return studied
