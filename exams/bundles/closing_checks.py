"""The closing report agrees with the journal: HR counts every session that was closed anew, and compares."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exams.bundles.closing import Sums, stories_before, sums_of_room, sums_of_sittings
from exams.bundles.story import Story, gathered
from exams.bundles.verdict import Code, Finding
from exams.journal.line import Event, Record
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of

_AFTERWARDS = frozenset({Event.GRADED, Event.CERTIFICATE})
"""What may come to a sitting after the closing without changing what was counted then."""

_CLOSE = Event.SESSION_CLOSE.value  # a member of an enum takes long to look up, and this is asked of every line

Lines = Mapping[str, Sequence[Record]]


def closing_findings(records: Sequence[Record], stories: Sequence[Story], earlier: Lines) -> Iterator[Finding]:
    """`E_REPORT` at a closing line whose sums are not the journal's; facts name the `session` and the first `sum`.

    `stories` are told by the records, `earlier` are the lines of sittings in earlier bundles: they are needed only for
    a session that was opened in one. What of it stands in no sitting is not here any more, and is not counted then.
    """
    closings = [record for record in records if record.line.type == _CLOSE]
    for record in closings:
        try:
            facts = facts_of(record)
            session, said = str(facts["session"]), dict(facts["closing"])
            counted = _counted(session, record.line.seq, records, stories, earlier)
        except (SittingUnreadable, KeyError, TypeError, ValueError):
            yield Finding(Code.REPORT, record.line.seq, facts={"sum": "closing"})
            continue
        wrong = [name for name, number in counted.items() if said.get(name) != number]
        if wrong:
            yield Finding(Code.REPORT, record.line.seq, facts={"session": session, "sum": wrong[0]})


def _counted(session: str, seq: int, records: Sequence[Record], stories: Sequence[Story], earlier: Lines) -> Sums:
    before = [record for record in records if record.line.seq < seq]
    if not any(_opens(record, session) for record in before):
        new = gathered(records)
        lines = {att: [*earlier.get(att, ()), *new.get(att, ())] for att in {**earlier, **new}}
        return sums_of_sittings(session, stories_before(seq, lines))
    return {**sums_of_sittings(session, _as_of(seq, stories, records)), **sums_of_room(session, before)}


def _as_of(seq: int, stories: Iterable[Story], records: Sequence[Record]) -> Iterator[Story]:
    """The stories as they stood at a line; told again only where something has changed them since."""
    for story in stories:
        later = {step.record.line.type for step in story.steps if step.record.line.seq > seq}
        if story.start.line.seq < seq and later <= _AFTERWARDS:
            yield story
        elif story.start.line.seq < seq:
            yield from stories_before(seq, {story.att: [one for one in records if one.line.att == story.att]})


def _opens(record: Record, session: str) -> bool:
    return record.line.type == Event.SESSION_OPEN and facts_of(record).get("session") == session
