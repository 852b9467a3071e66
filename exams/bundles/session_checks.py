"""The session: planned by headquarters for this branch, released, and the sitting begun in its window."""

from collections.abc import Iterator

from exams.bundles.hr_trust import HrSession
from exams.bundles.story import Story
from exams.bundles.verdict import Code, Finding
from exams.packs.slots import SlotPurpose
from exams.papers.blueprint import Blueprint
from exams.timing.policy import MINUTE_MS, TimePolicy
from exams.trust.revocation import Revocations

SLACK_MS = 30 * MINUTE_MS
"""What releasing and grading may take beside the exam itself (security design, section 5, rule 11)."""


def session_findings(
    story: Story, session: HrSession | None, branch: str, revocations: Revocations
) -> Iterator[Finding]:
    """`E_SESSION` with its reason: unknown, branch, withdrawn, released (nobody was ever given its code)."""
    reason = _reason(session, branch, revocations)
    if reason:
        yield Finding(Code.SESSION, story.start.line.seq, story.att, {"reason": reason})


def _reason(session: HrSession | None, branch: str, revocations: Revocations) -> str:
    if session is None:
        return "unknown"
    if session.branch != branch:
        return "branch"
    if session.session in revocations.sessions:
        return "withdrawn"
    return "" if any(one.purpose is SlotPurpose.ITEMS for one in session.releases) else "released"


def window_findings(story: Story, session: HrSession, floor_wt: int) -> Iterator[Finding]:
    """Begun inside the window, by the wall clock but never earlier than the journal shows it can have been."""
    began = max(story.start.line.wt, floor_wt)
    if not session.not_before_wt <= began < session.not_after_wt:
        yield Finding(Code.WINDOW, story.start.line.seq, story.att, {"began_wt": began})


def duration_findings(session: HrSession, blueprint: Blueprint, policy: TimePolicy) -> Iterator[Finding]:
    """By headquarters' clock alone: from the first code to the anchor that paid for the grading code."""
    given = [one.wt for one in session.releases if one.purpose is SlotPurpose.ITEMS]
    graded = [one.wt for one in session.releases if one.purpose is SlotPurpose.KEY and one.anchor]
    most = blueprint.minutes * MINUTE_MS + policy.extra_ms + SLACK_MS
    if given and graded and min(graded) - min(given) > most:
        yield Finding(Code.SESSION_LONG, facts={"session": session.session, "ms": min(graded) - min(given)})
