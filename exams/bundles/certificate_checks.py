"""Certificates: what they claim is what HR's own grading of the same sitting says."""

from collections.abc import Iterator, Mapping

from exams.bundles.bundle import Bundle, Token
from exams.bundles.hr_trust import Claim, ClaimReader
from exams.bundles.story import Story
from exams.bundles.verdict import Code, Finding, Judged
from exams.devices.record import DeviceRecord
from exams.errors import AcademyError
from exams.grading.marks import Result
from exams.journal.line import Event


def issue_findings(story: Story, result: Result | None) -> Iterator[Finding]:
    """A certificate was issued for a sitting that HR's grading does not pass."""
    for step in story.of(Event.CERTIFICATE):
        if result is None or not result.passed:
            yield Finding(Code.CERTIFICATE, step.record.line.seq, story.att, {"reason": "failed"})


def claim_findings(
    bundle: Bundle, record: DeviceRecord, judged: Mapping[str, Judged], read: ClaimReader | None
) -> Iterator[Finding]:
    """Each token in the bundle, read by whoever knows its spelling; without a reader none is looked at."""
    for token in bundle.certificates if read else ():
        try:
            claim = read(token.raw, record) if read else None
        except AcademyError as error:
            yield Finding(error.code, sitting=token.sitting[:16], facts={"reason": "token"})
            continue
        reason = _reason(token, claim, judged) if claim else ""
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
