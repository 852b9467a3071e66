"""The time of a sitting by the app's own account: what was allowed at the start, taken, given back, and too late."""

from collections.abc import Callable, Iterator
from dataclasses import fields

from exams.bundles.story import Step, Story
from exams.bundles.verdict import Code, Finding
from exams.journal.line import Event
from exams.papers.blueprint import Blueprint
from exams.papers.part_limits import part_limits
from exams.sittings.sitting import Sitting
from exams.timing.gaps import Cause, Gap
from exams.timing.parts import is_part_late
from exams.timing.policy import MINUTE_MS, TimePolicy


def allowance_findings(story: Story, begun: Sitting, blueprint: Blueprint, most: TimePolicy) -> Iterator[Finding]:
    """The limit is the blueprint's and what was granted; neither that nor the start line's policy is above HR's."""
    policy, seq = begun.time.policy, story.start.line.seq
    above = [field.name for field in fields(policy) if getattr(policy, field.name) > getattr(most, field.name)]
    if above:
        yield Finding(Code.EXTRA_TIME, seq, story.att, {"reason": above[0]})
    extra = begun.extra_ms if blueprint.minutes else 0
    if not 0 <= extra <= most.extra_ms or begun.limit_ms != blueprint.minutes * MINUTE_MS + extra:
        yield Finding(Code.EXTRA_TIME, seq, story.att, {"reason": "limit", "extra_ms": begun.extra_ms})
    if begun.parts != part_limits(blueprint, begun.paper, extra):
        yield Finding(Code.EXTRA_TIME, seq, story.att, {"reason": "parts", "extra_ms": begun.extra_ms})


def time_findings(story: Story) -> Iterator[Finding]:
    """Line by line: answers out of time, minutes above a cap, and every gap with its code."""
    for step in story.steps:
        record, before, after, _ = step
        rule = _RULES.get(record.line.type)
        code = None if rule is None or before.has_ended else rule(step)
        if code is not None:
            yield Finding(code, record.line.seq, record.line.att)
        if after.time is not before.time:
            for gap in after.time.gaps[len(before.time.gaps) :]:
                yield from _of_gap(gap, step)


def _out_of_time(step: Step) -> Code | None:
    """Such an answer was dropped by the replay, which has let its time go on; the app would have refused it."""
    after = step.after
    if after.time.stop is not None:
        return Code.NO_RESUME
    late = after.account.too_late or is_part_late(after.part_left_at(int(step.facts["position"])))
    return Code.LATE_ANSWER if late else None


def _too_much_back(step: Step) -> Code | None:
    given = step.after.time.credited_ms - step.before.time.credited_ms
    return Code.CREDIT if step.facts.get("by") and int(step.facts.get("credit_ms", 0)) > given else None


def _too_much_added(step: Step) -> Code | None:
    """What a second authority granted has a check of its own."""
    above = int(step.facts["ms"]) > step.before.extendable_ms
    return Code.EXTRA_TIME if above and not step.facts.get("phone") else None


_RULES: dict[str, Callable[[Step], Code | None]] = {
    Event.ANSWER: _out_of_time,
    Event.DRAFT: _out_of_time,
    Event.RESUME: _too_much_back,
    Event.EXTEND: _too_much_added,
}


def _of_gap(gap: Gap, step: Step) -> Iterator[Finding]:
    """A wall clock that was turned is told of the whole journal, not of each sitting in it."""
    if gap.cause is not Cause.CLOCK:
        facts = {"cause": gap.cause.value, "ms": gap.ms}
        yield Finding(gap.code, step.record.line.seq, step.record.line.att, facts)
