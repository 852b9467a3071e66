"""Certificates: what they claim is what HR's own grading of the same sitting says."""

from collections.abc import Iterator, Mapping, Sequence

from exams.bundles.bundle import Bundle, Token
from exams.bundles.hr_trust import Claim, ClaimReader
from exams.bundles.story import Story
from exams.bundles.verdict import Code, Finding, Judged
from exams.devices.record import DeviceRecord
from exams.errors import AcademyError
from exams.grading.marks import Result
from exams.journal.line import Event, Record
from exams.sittings.replay import replay


def issue_findings(story: Story, result: Result | None) -> Iterator[Finding]:
    """A certificate was issued for a sitting that HR's grading does not pass."""
    for step in story.of(Event.CERTIFICATE):
        if result is None or not result.passed:
            yield Finding(Code.CERTIFICATE, step.record.line.seq, story.att, {"reason": "failed"})


def claim_findings(
    bundle: Bundle,
    record: DeviceRecord,
    judged: Mapping[str, Judged],
    known: Mapping[str, Sequence[Record]],
    read: ClaimReader | None,
) -> Iterator[Finding]:
    """Each token in the bundle, read by whoever knows its spelling; without a reader none is looked at.

    A branch that has no receipt yet hands the same sittings in again: those that were judged before are held against
    the lines that are `known` of them.
    """
    for token in bundle.certificates if read else ():
        try:
            claim = read(token.raw, record) if read else None
        except AcademyError as error:
            yield Finding(error.code, sitting=token.sitting[:16], facts={"reason": "token"})
            continue
        if claim is None:
            continue
        again = claim.sitting not in judged and claim.sitting in known
        reason = _reason_again(token, claim, known[claim.sitting]) if again else _reason(token, claim, judged)
        if reason:
            yield Finding(Code.CERTIFICATE, sitting=token.sitting[:16], facts={"reason": reason})


def _reason(token: Token, claim: Claim, judged: Mapping[str, Judged]) -> str:
    one = judged.get(claim.sitting)
    if one is None or token.sitting != claim.sitting:
        return "sitting"
    told = (claim.number, claim.staff_id)
    if told != (one.sitting.certificate, one.sitting.staff_id):
        return "number" if claim.staff_id == one.sitting.staff_id else "person"
    score = one.result.percent if one.result and one.result.passed else None
    return "" if claim.score == score else "score"


def _reason_again(token: Token, claim: Claim, records: Sequence[Record]) -> str:
    """The same against what the lines told when they were judged: a claim that changed since is a false one."""
    if token.sitting != claim.sitting:
        return "sitting"
    try:
        sitting = replay(records)
    except AcademyError:
        return "sitting"
    if sitting.staff_id != claim.staff_id:
        return "person"
    if sitting.certificate != claim.number:
        return "number"
    return "" if sitting.result is not None and sitting.result.percent == claim.score else "score"
