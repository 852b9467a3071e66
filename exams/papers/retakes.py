"""Retake rules as policy: cycles of tries, waits, and what opens a new cycle after one is used up. Pure.

A cycle is up to `tries` tries within `days` days of its first. One that has run out by its days is followed by the
next of itself. One that has used up its tries is followed by the next once the weak chapters are studied again and the
coach has talked with the person; where the rule asks for no talk, once its days are over. After a pass nothing opens
until it may be renewed; then the tries before it count no more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from exams.papers.blueprint import Retakes

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


@dataclass(frozen=True, slots=True)
class Tried:
    """One earlier sitting of the exam, not a void one: when it began, its outcome, its percent by chapter."""

    began_wt: int
    passed: bool = False
    chapters: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Amends:
    """What was done since: when the coach has talked with the person, when a chapter was last studied through."""

    talks: Sequence[int] = ()
    studied: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RetakeStanding:
    """Where a person stands. `left` None: unlimited; `from_wt` None: waiting alone opens nothing."""

    passed: bool
    left: int | None
    from_wt: int | None
    weak: tuple[int, ...] = ()  # chapters to study again first
    talk_needed: bool = False

    def open_at(self, now_wt: int) -> bool:
        """True where a try may begin now."""
        return not self.passed and self.from_wt is not None and now_wt >= self.from_wt


def renewable_wt(tries: Sequence[Tried], rule: Retakes) -> int | None:
    """When the newest pass may be renewed; None where there is none, or it never may."""
    passes = [one.began_wt for one in tries if one.passed]
    return max(passes) + rule.renew_days * DAY_MS if passes and rule.renew_days else None


def counting(tries: Sequence[Tried], rule: Retakes, now_wt: int) -> list[Tried]:
    """The tries that count now, oldest first: once the newest pass may be renewed, only those after it."""
    ordered = sorted(tries, key=lambda one: one.began_wt)
    renewable = renewable_wt(ordered, rule)
    if renewable is None or now_wt < renewable:
        return ordered
    last = max(place for place, one in enumerate(ordered) if one.passed)
    return ordered[last + 1 :]


def standing(tries: Sequence[Tried], rule: Retakes, now_wt: int, amends: Amends | None = None) -> RetakeStanding:
    """How many tries are left, from when on, and what is to be done before; 0 as `from_wt` means at once."""
    ordered = counting(tries, rule, now_wt)
    if any(one.passed for one in ordered):
        return RetakeStanding(passed=True, left=0, from_wt=renewable_wt(ordered, rule))
    if not ordered:
        return RetakeStanding(passed=False, left=rule.tries or None, from_wt=0)
    rested = ordered[-1].began_wt + rule.hours_between * HOUR_MS
    if not rule.tries:
        return RetakeStanding(passed=False, left=None, from_wt=rested)
    first, used = _last_cycle(ordered, rule)
    ends = first + rule.days * DAY_MS if rule.days else None
    if used >= rule.tries:
        return _after_the_last(ordered[-1], rule, amends or Amends(), rested, ends, now_wt)
    over = ends is not None and max(now_wt, rested) >= ends
    return RetakeStanding(passed=False, left=rule.tries if over else rule.tries - used, from_wt=rested)


def _last_cycle(ordered: Sequence[Tried], rule: Retakes) -> tuple[int, int]:
    """When the newest cycle began and how many tries it holds."""
    first, used = ordered[0].began_wt, 0
    for one in ordered:
        over = rule.days and one.began_wt >= first + rule.days * DAY_MS
        first, used = (one.began_wt, 1) if over or used == rule.tries else (first, used + 1)
    return first, used


def _after_the_last(
    last: Tried, rule: Retakes, amends: Amends, rested: int, ends: int | None, now_wt: int
) -> RetakeStanding:
    weak = tuple(
        chapter
        for chapter, percent in sorted(last.chapters.items())
        if percent < rule.weak_percent and amends.studied.get(chapter, last.began_wt) <= last.began_wt
    )
    talk_needed = rule.coach_talk and not any(talk > last.began_wt for talk in amends.talks)
    if weak or talk_needed:
        return RetakeStanding(passed=False, left=0, from_wt=None, weak=weak, talk_needed=talk_needed)
    opens = rested if rule.coach_talk else _without_a_talk(rule, rested, ends)
    left = rule.tries if opens is not None and now_wt >= opens else 0
    return RetakeStanding(passed=False, left=left, from_wt=opens)


def _without_a_talk(rule: Retakes, rested: int, ends: int | None) -> int | None:
    if ends is not None:
        return max(ends, rested)
    return rested if rule.weak_percent else None
