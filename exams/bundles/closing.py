"""What a session's closing line says of it: counted from the journal by one function, at the branch and again at HR."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from exams.bundles.story import Story, told
from exams.journal.line import Event, Record
from exams.sittings.handover import lines_of
from exams.sittings.replay import facts_of, replay
from exams.sittings.sitting import PROCTORED, RUNNING, Sitting, State

_BY_HAND = frozenset({Event.PAUSE, Event.RESUME, Event.EXTEND, Event.REOPEN, Event.VOID, Event.SUBMIT, Event.HANDOVER})
OF_THE_ROOM = frozenset({Event.CHECK_IN, Event.INCIDENT, Event.PAPER_PRINTED})
"""Lines about a session that stand in no sitting, or not needs in one."""

Sums = dict[str, int]


def sums_of_sittings(session: str, stories: Iterable[Story]) -> Sums:
    """How many sat and how it ended, and all time that was given, in a session (ms).

    Of one that came from another PC, what was given there is counted there: the sums of a room's PCs can be added up.
    """
    sums: Counter[str] = Counter()
    for story in stories:
        sitting = story.sitting
        if sitting is None or sitting.kind not in PROCTORED or sitting.session != session:
            continue
        sums.update(_counts(sitting))
        sums.update(_times(sitting))
        if story.start.line.type == Event.HANDOVER:
            sums.subtract(_times(replay(lines_of(facts_of(story.start)))))
        acts = [step for step in story.steps if step.record.line.type in _BY_HAND and step.facts.get("by")]
        taken = story.start.line.type == Event.HANDOVER  # at this PC it began with an act of the proctor
        sums.update(overrides=len(acts) + taken, by_phone=sum(bool(step.facts.get("phone")) for step in acts))
    return {name: sums[name] for name in _SUMS}


_SUMS = (
    *("sittings", "running", "void", "by_hand", "by_time", "forced", "moved"),
    *("extra_ms", "extended_ms", "credited_ms", "paused_ms", "focus_lost", "gaps", "overrides", "by_phone"),
)


def _counts(sitting: Sitting) -> Mapping[str, int]:
    if sitting.state in RUNNING:
        return {"sittings": 1, "running": 1}
    if sitting.state in {State.VOID, State.MOVED}:
        return {"sittings": 1, sitting.state.value: 1}
    return {"sittings": 1, {"time": "by_time", "forced": "forced"}.get(sitting.cause, "by_hand"): 1}


def _times(sitting: Sitting) -> Mapping[str, int]:
    time = sitting.time
    return {
        "extra_ms": sitting.extra_ms,
        "extended_ms": time.extended_ms,
        "credited_ms": time.credited_ms,
        "paused_ms": time.paused_ms,
        "focus_lost": sitting.focus_lost,
        "gaps": len(sitting.gaps),
    }


def sums_of_room(session: str, records: Iterable[Record]) -> Sums:
    """Who was checked in, how many of them by the branch's own roster, incidents and papers printed, of a session."""
    people: dict[str, bool] = {}
    counted: Counter[str] = Counter()
    for record in records:
        if record.line.type not in OF_THE_ROOM:
            continue
        facts = facts_of(record)
        if facts.get("session") != session:
            continue
        if record.line.type == Event.CHECK_IN:
            people[str(facts.get("staff"))] = bool(facts.get("local"))
        else:
            counted[record.line.type] += 1
    sums = {"checked_in": len(people), "local": sum(people.values())}
    return {**sums, "incidents": counted[Event.INCIDENT], "papers": counted[Event.PAPER_PRINTED]}


def stories_before(seq: int, sittings: Mapping[str, Sequence[Record]]) -> Iterator[Story]:
    """Every sitting as its lines below a number tell it."""
    for att, lines in sittings.items():
        earlier = [record for record in lines if record.line.seq < seq]
        if earlier and earlier[0].line.type in (Event.START, Event.HANDOVER):
            yield told(att, earlier)
