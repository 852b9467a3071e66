"""Tries: one start for each of them, and no more than the rule allows one person on all devices together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from exams.bundles.hr_trust import Known, Try
from exams.bundles.story import Story
from exams.bundles.verdict import Code, Finding
from exams.grading.marks import Result
from exams.journal.line import Event, Record
from exams.papers.blueprint import Blueprint
from exams.papers.retakes import Amends, Tried, standing
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of
from exams.sittings.sitting import Kind, Sitting

Studied = Mapping[tuple[str, int], int]
Talks = Mapping[str, Sequence[int]]

_UNLOCK = Event.UNLOCK.value  # a member of an enum takes long to look up, and this is asked of every line


def try_of(story: Story, sitting: Sitting, serial: str, result: Result | None) -> Try:
    """What a sitting counts for in later ones, with HR's result."""
    pairs = result.by_chapter.items() if result else ()
    return Try(
        sitting=sitting.id,
        serial=serial,
        seq=story.start.line.seq,
        staff_id=sitting.staff_id,
        blueprint=sitting.paper.blueprint,
        session=sitting.session,
        attempt=sitting.attempt,
        began_wt=sitting.started_wt,
        items=frozenset(place.item for place in sitting.paper.items),
        passed=bool(result and result.passed),
        void_seq=story.void_seq,
        chapters={chapter: score * 100 // most for chapter, (score, most) in pairs if most},
    )


def earlier_tries(tries: Sequence[Try], now: Try) -> tuple[Try, ...]:
    """Those of the same person begun before: by sequence number on the same device, else by the wall clock."""
    return tuple(
        one
        for one in tries
        if one.sitting != now.sitting
        and (one.seq < now.seq if one.serial == now.serial else one.began_wt <= now.began_wt)
    )


def duplicate_findings(now: Try, earlier: Sequence[Try]) -> Iterator[Finding]:
    """One start for each try: the number is above all that this device has begun; a void one frees its own."""
    if now.attempt <= sum(one.serial == now.serial for one in _counted(earlier, now)):
        yield Finding(Code.DUPLICATE, now.seq, now.sitting, {"attempt": now.attempt})


def limit_findings(now: Try, earlier: Sequence[Try], blueprint: Blueprint, amends: Amends | None) -> Iterator[Finding]:
    """`E_TOO_MANY_ATTEMPTS`: the number was used on another device, or the rule opens no try then. None: no waits."""
    counted = _counted(earlier, now)
    twice = any(one.serial != now.serial and one.attempt == now.attempt for one in counted)
    rule = blueprint.retakes if amends is not None else replace(blueprint.retakes, tries=0, hours_between=0)
    tried = [Tried(one.began_wt, one.passed, one.chapters) for one in counted]
    if twice or not standing(tried, rule, now.began_wt, amends).open_at(now.began_wt):
        yield Finding(Code.TOO_MANY, now.seq, now.sitting, {"attempt": now.attempt, "earlier": len(counted)})


def amends_of(now: Try, studied: Studied, talks: Talks, chapters: Sequence[int]) -> Amends:
    """What was done before a try; `chapters` without a quiz have nothing to prove."""
    told = {chapter: wt for (staff, chapter), wt in studied.items() if staff == now.staff_id}
    free = dict.fromkeys(chapters, now.began_wt)
    return Amends([wt for wt in talks.get(now.staff_id, ()) if wt <= now.began_wt], {**told, **free})


def quiz_passed(story: Story) -> tuple[str, int, int] | None:
    """Staff id, chapter and when a chapter's quiz was passed: proof of study as the journal holds it."""
    sitting = story.sitting
    if sitting is None or sitting.kind is not Kind.QUIZ or sitting.result is None or not sitting.result.passed:
        return None
    _, _, chapter = sitting.paper.blueprint.partition("-")
    ended = sitting.ended_wt
    return (sitting.staff_id, int(chapter), ended) if ended is not None and chapter.isdecimal() else None


def talks_told(records: Sequence[Record], known: Known) -> dict[str, list[int]]:
    """When the coach has talked with whom, earlier ones first."""
    talks = {staff: list(times) for staff, times in known.talks.items()}
    for record in records:
        if record.line.type == _UNLOCK:
            staff = _staff_in(record)
            talks.setdefault(staff, []).append(record.line.wt)
    return talks


def _staff_in(record: Record) -> str:
    try:
        return str(facts_of(record).get("staff", ""))
    except SittingUnreadable:
        return ""


def _counted(earlier: Sequence[Try], now: Try) -> list[Try]:
    """Those that use up a try, as it stood at the start: what was made void later had counted until then."""
    return [one for one in earlier if one.blueprint == now.blueprint and not _is_void(one, now)]


def _is_void(one: Try, now: Try) -> bool:
    return one.void_seq > 0 and (one.serial != now.serial or one.void_seq < now.seq)
