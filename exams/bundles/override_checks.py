"""Minutes above the limit: each stands in headquarters' own log, for this PC, this person and no more minutes."""

from collections.abc import Iterator, Mapping

from exams.bundles.hr_trust import Granted
from exams.bundles.story import Story
from exams.bundles.verdict import Code, Finding
from exams.journal.line import Event
from exams.timing.policy import MINUTE_MS


def override_findings(story: Story, serial: str, granted: Mapping[str, Granted]) -> Iterator[Finding]:
    """`E_OVERRIDE` with its reason: unknown (nobody at headquarters gave a code), other, twice."""
    used: set[str] = set()
    for step in story.of(Event.EXTEND, Event.HANDOVER):
        if step.record.line.type == Event.HANDOVER:
            serial = str(step.facts.get("to", serial))  # minutes granted from here on are another PC's
            continue
        nonce = str(step.facts.get("phone", ""))
        if not nonce:
            continue
        found = granted.get(nonce)
        wanted = Granted(serial, step.before.staff_id, int(step.facts["ms"]) // MINUTE_MS)
        reason = "unknown" if found is None else "other" if found != wanted else "twice" if nonce in used else ""
        used.add(nonce)
        if reason:
            yield Finding(Code.OVERRIDE, step.record.line.seq, story.att, {"reason": reason})
