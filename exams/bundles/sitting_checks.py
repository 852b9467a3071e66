"""A sitting in itself: its lines in an order that the app could have written, its id, the answers it handed in."""

from collections.abc import Callable, Iterator

from exams.bundles.story import Step, Story
from exams.bundles.verdict import Code, Finding
from exams.journal.line import Event
from exams.sittings.identity import answers_digest, sitting_id
from exams.sittings.sitting import RUNNING, Sitting, State

_ENDED = frozenset({State.SUBMITTED, State.GRADED})
_MAY_COME: dict[str, frozenset[State]] = {
    **dict.fromkeys((Event.SHOW, Event.FLAG, Event.ANSWER, Event.DRAFT), RUNNING),
    **dict.fromkeys((Event.STRIKE, Event.HIGHLIGHT, Event.SCRATCH, Event.COMMENT), RUNNING),
    **dict.fromkeys((Event.PAUSE, Event.RESUME, Event.EXTEND, Event.SUBMIT), RUNNING),
    Event.GRADED: frozenset({State.SUBMITTED}),
    Event.HANDOVER: frozenset({*RUNNING, State.MOVED}),
    Event.CARRIED: RUNNING,
    Event.REOPEN: _ENDED,
    Event.VOID: frozenset({*RUNNING, *_ENDED}),
    Event.CERTIFICATE: frozenset({State.GRADED}),
}
"""In which states the app writes a line of a type; others it writes in any."""


def start_findings(story: Story) -> Iterator[Finding]:
    """One start, and all of it about one person, session and attempt."""
    for seq in story.again:
        yield Finding(Code.DUPLICATE, seq, story.att)
    if story.spoilt:
        yield Finding(Code.SHAPE, story.spoilt, story.att, {"reason": "line"})
    if story.sitting is not None and not _is_one_story(story.sitting):
        yield Finding(Code.SHAPE, story.start.line.seq, story.att, {"reason": "start"})


def _is_one_story(sitting: Sitting) -> bool:
    paper, texts = sitting.paper, (sitting.staff_id, sitting.session, sitting.content)
    return (
        all(type(text) is str for text in texts)
        and type(sitting.attempt) is int
        and sitting.limit_ms >= 0
        and (paper.staff_id, paper.session, paper.attempt) == (sitting.staff_id, sitting.session, sitting.attempt)
    )


def shape_findings(story: Story) -> Iterator[Finding]:
    """The first line that the app would not have written there."""
    for step in story.steps:
        event = step.record.line.type
        states, rule = _MAY_COME.get(event), _FACTS.get(event)
        reason = ""
        if states is not None and step.before.state not in states:
            reason = event
        elif rule is not None and not rule(step):
            reason = "facts"
        if reason:
            yield Finding(Code.SHAPE, step.record.line.seq, story.att, {"reason": reason})
            return


def _names_its_item(step: Step) -> bool:
    facts = step.facts
    return bool(facts.get("item") == step.before.paper.at(facts["position"]).item)


_FACTS: dict[str, Callable[[Step], bool]] = {
    Event.ANSWER: _names_its_item,
    Event.DRAFT: _names_its_item,
    Event.STRIKE: _names_its_item,
    Event.HIGHLIGHT: _names_its_item,
    Event.COMMENT: _names_its_item,
    Event.SUBMIT: lambda step: step.facts.get("cause") in ("hand", "time", "forced"),
    Event.CERTIFICATE: lambda step: isinstance(step.facts.get("number"), str),
}


def id_findings(story: Story, serial: str) -> Iterator[Finding]:
    """The id is the digest over device, sequence number and start record."""
    try:
        told = sitting_id(serial, story.start.line.seq, story.about)
    except ValueError:  # no number, or half a character: nothing that the app could have written
        told = ""
    if told != story.att:
        yield Finding(Code.ATTEMPT_ID, story.start.line.seq, story.att)


def answers_findings(story: Story) -> Iterator[Finding]:
    """What was handed in is what the answers before it add up to."""
    for step in story.of(Event.SUBMIT):
        if step.facts.get("answers") != answers_digest(step.before.answers):
            yield Finding(Code.ANSWERS, step.record.line.seq, story.att)
