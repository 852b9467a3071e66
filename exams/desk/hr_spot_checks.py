"""Where HR should look for itself: warnings by branch, and pairs of a room with the same mistakes."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exams.analysis.similarity import FALSE_ALARMS, SimilarPair, similar_pairs
from exams.register.answered import answered_in
from exams.store.answered_rows import answered_rooms, sat_courses, warned_of, warned_sittings
from exams.store.register_dialect import RegisterDb

_FULL = "right"


@dataclass(frozen=True, slots=True)
class BranchFindings:
    """`codes`: how many of the branch's finals have each warning (W_…)."""

    branch: str
    sittings: int
    codes: Mapping[str, int]

    @property
    def per_sitting(self) -> float:
        """Warnings for each final."""
        return sum(self.codes.values()) / self.sittings


@dataclass(frozen=True, slots=True)
class RoomPair:
    """A pair in its session and branch, by staff id."""

    session: str
    branch: str
    people: tuple[str, str]
    pair: SimilarPair


@dataclass(frozen=True, slots=True)
class WarnedSitting:
    """A final to look at, and why: its warnings (W_…)."""

    sitting: str
    session: str
    staff_id: str
    name: str
    course: str
    codes: tuple[str, ...]


class SpotChecks:
    """Reckoned anew each time. A pair is a reason to look, never a proof."""

    false_alarms = FALSE_ALARMS

    def __init__(self, db: RegisterDb) -> None:
        self._db = db

    def branches(self) -> tuple[BranchFindings, ...]:
        """Those with warnings, the most for each final first."""
        sittings, codes = Counter[str](), dict[str, Counter[str]]()
        for branch, told in warned_sittings(self._db):
            sittings[branch] += 1
            codes.setdefault(branch, Counter()).update(one for one in told.split() if one.startswith("W_"))
        found = [BranchFindings(one, sittings[one], dict(sorted(its.items()))) for one, its in codes.items() if its]
        return tuple(sorted(found, key=lambda one: (-one.per_sitting, one.branch)))

    def sittings(self, branch: str, most: int = 500) -> tuple[WarnedSitting, ...]:
        """The finals of a branch that have warnings, the newest so many."""
        found = (
            WarnedSitting(*told[:5], tuple(one for one in told[5].split() if one.startswith("W_")))
            for told in warned_of(self._db, branch, most)
        )
        return tuple(one for one in found if one.codes)

    def all_pairs(self) -> tuple[RoomPair, ...]:
        """Those of every course that was sat."""
        return tuple(pair for course in sat_courses(self._db) for pair in self.pairs(course))

    def pairs(self, course: str) -> tuple[RoomPair, ...]:
        """Within each session of a course; only sittings whose answers `marking` has gathered."""
        rooms: dict[tuple[str, str], dict[str, Mapping[str, str]]] = {}
        people: dict[str, str] = {}
        wrong: dict[str, Counter[str]] = {}
        for sitting, staff_id, session, branch, result, told in answered_rooms(self._db, course):
            people[sitting] = staff_id
            mistakes = dict(_mistakes(result, told))
            rooms.setdefault((session, branch), {})[sitting] = mistakes
            for item, option in mistakes.items():
                wrong.setdefault(item, Counter())[option] += 1
        return tuple(
            RoomPair(session, branch, (people[pair.first], people[pair.second]), pair)
            for (session, branch), room in sorted(rooms.items())
            for pair in similar_pairs(room, wrong)
        )


def _mistakes(result: str, told: str) -> Iterator[tuple[str, str]]:
    """By item the option that was chosen and did not count in full."""
    chosen = answered_in(told)
    for _, item, state, *_rest in json.loads(result)["marks"]:
        one = chosen.get(str(item))
        if state != _FULL and one is not None and one.chosen:
            yield str(item), one.chosen
