"""The rules of the room: who was expected, until when one could begin, from when one could hand in."""

from collections.abc import Iterator

from exams.bundles.hr_trust import HrSession
from exams.bundles.story import Story
from exams.bundles.verdict import Code, Finding
from exams.journal.line import Event


def room_findings(story: Story, session: HrSession, floor_wt: int) -> Iterator[Finding]:
    """`W_NOT_ON_ROSTER`, `E_LATE_ENTRY`, `W_EARLY_HAND_IN`, by headquarters' own plan of the session."""
    sitting, line = story.begun, story.start.line
    if sitting is None:
        return
    if session.roster and sitting.staff_id not in session.roster:
        yield Finding(Code.NO_ROSTER, line.seq, story.att, {"staff_id": sitting.staff_id[:16]})
    until = session.rules.entry_until_wt
    if until and max(line.wt, floor_wt) >= until:
        yield Finding(Code.LATE_ENTRY, line.seq, story.att, {"until_wt": until})
    for step in story.of(Event.SUBMIT):
        earliest = min(session.rules.earliest_ms, step.after.limit_ms)
        if step.facts.get("cause") == "hand" and step.after.elapsed_ms < earliest:
            yield Finding(Code.EARLY_HAND_IN, step.record.line.seq, story.att)
