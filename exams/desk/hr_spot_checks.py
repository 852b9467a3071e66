"""Where HR should look for itself: warnings by branch and by proctor, and pairs of a room with the same mistakes."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from exams.analysis.similarity import FALSE_ALARMS, SimilarPair, similar_pairs
from exams.desk.hr_spot_errors import SpotRefused
from exams.register.answered import answered_in
from exams.register.officers import plain_name
from exams.store.answered_rows import answered_rooms, sat_courses
from exams.store.register_dialect import RegisterDb
from exams.store.spot_rows import (
    SpotAct,
    WarnedRow,
    accepted_by_place,
    acts_of,
    all_acts,
    names_of,
    proctors_by_place,
    put_act,
    warned_rows,
)
from exams.timing.clock import Clock

_FULL = "right"
NOTE_MOST = 500
_AND = "+"
_NAMED = 33  # characters of a refused finding that are told: two sittings


class FindingState(StrEnum):
    """Which findings are wanted."""

    OPEN = "open"
    DONE = "done"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class BranchFindings:
    """`codes`: how many of the branch's finals have each warning (W_…); `open`: finals nobody has looked into."""

    branch: str
    sittings: int
    codes: Mapping[str, int]
    open: int = 0

    @property
    def per_sitting(self) -> float:
        """Warnings for each final."""
        return sum(self.codes.values()) / self.sittings


@dataclass(frozen=True, slots=True)
class ProctorFindings:
    """The same of the finals in sessions that one person opened; `proctor` is a staff id, `name` empty if unknown."""

    proctor: str
    name: str
    branches: tuple[str, ...]
    sittings: int
    codes: Mapping[str, int]
    open: int = 0

    @property
    def per_sitting(self) -> float:
        """Warnings for each final."""
        return sum(self.codes.values()) / self.sittings


@dataclass(frozen=True, slots=True)
class RoomPair:
    """A pair in its session and branch, by staff id, and who proctored there. `acts`: what was said, oldest first."""

    session: str
    branch: str
    people: tuple[str, str]
    pair: SimilarPair
    proctors: tuple[str, ...] = ()
    acts: tuple[SpotAct, ...] = ()

    @property
    def finding(self) -> str:
        """What it is marked by: its two sittings."""
        return f"{self.pair.first}{_AND}{self.pair.second}"

    @property
    def codes(self) -> tuple[str, ...]:
        """A pair has no warnings."""
        return ()

    @property
    def act(self) -> SpotAct | None:
        """What was said of it last."""
        return self.acts[-1] if self.acts else None

    @property
    def is_open(self) -> bool:
        """True until it is done."""
        return self.act is None or self.act.act != FindingState.DONE


@dataclass(frozen=True, slots=True)
class WarnedSitting:
    """A final to look at, and why: its warnings (W_…). `acts` are what was said of it, oldest first."""

    sitting: str
    session: str
    staff_id: str
    name: str
    course: str
    codes: tuple[str, ...]
    branch: str = ""
    proctors: tuple[str, ...] = ()
    acts: tuple[SpotAct, ...] = ()

    @property
    def act(self) -> SpotAct | None:
        """What was said of it last."""
        return self.acts[-1] if self.acts else None

    @property
    def is_open(self) -> bool:
        """True until it is done with all the warnings that it has now."""
        act = self.act
        return act is None or act.act != FindingState.DONE or not set(self.codes) <= set(act.codes.split())


class SpotChecks:
    """Reckoned anew each time. A pair is a reason to look, never a proof. `who` marks findings as done."""

    false_alarms = FALSE_ALARMS

    def __init__(self, db: RegisterDb, who: str, clock: Clock) -> None:
        self._db = db
        self._who = who
        self._clock = clock

    def branches(self) -> tuple[BranchFindings, ...]:
        """Those with warnings, the most for each final first."""
        sat, found = Counter[str](), self._warned()
        for branch, _, _, count in accepted_by_place(self._db):
            sat[branch] += count
        told = [
            BranchFindings(branch, sat[branch], _codes(its), sum(one.is_open for one in its))
            for branch, its in _grouped((one.branch, one) for one in found).items()
        ]
        return tuple(sorted(told, key=lambda one: (-one.per_sitting, one.branch)))

    def proctors(self) -> tuple[ProctorFindings, ...]:
        """Those in whose sessions finals have warnings, the most for each final first."""
        sat, names, places = Counter[str](), names_of(self._db), proctors_by_place(self._db)
        for _, session, serial, count in accepted_by_place(self._db):
            sat.update(dict.fromkeys(places.get((session, serial), ()), count))
        found = _grouped((proctor, one) for one in self._warned() for proctor in one.proctors)
        told = [
            ProctorFindings(
                proctor,
                names.get(proctor, ""),
                tuple(sorted({one.branch for one in its})),
                sat[proctor],
                _codes(its),
                sum(one.is_open for one in its),
            )
            for proctor, its in found.items()
        ]
        return tuple(sorted(told, key=lambda one: (-one.per_sitting, one.proctor)))

    def sittings(
        self, branch: str = "", *, proctor: str = "", shown: FindingState = FindingState.ALL, most: int = 500
    ) -> tuple[WarnedSitting, ...]:
        """The finals of a branch, of a proctor, of both or of all that have warnings, the newest so many."""
        found = (
            one
            for one in self._warned()
            if branch in {"", one.branch}
            and (not proctor or proctor in one.proctors)
            and (shown is FindingState.ALL or one.is_open is (shown is FindingState.OPEN))
        )
        return tuple(one for one, _ in zip(found, range(most), strict=False))

    def finish(self, finding: str, note: str) -> WarnedSitting | RoomPair:
        """A sitting, or a pair by its `finding`, was looked into, and this was found; raises `SpotRefused`."""
        return self._say(finding, FindingState.DONE, note)

    def reopen(self, finding: str, note: str) -> WarnedSitting | RoomPair:
        """It has to be looked into again; raises `SpotRefused`."""
        return self._say(finding, FindingState.OPEN, note)

    def history(self, finding: str) -> tuple[SpotAct, ...]:
        """All that was said of it, the oldest first."""
        return acts_of(self._db, finding)

    def _say(self, finding: str, act: FindingState, note: str) -> WarnedSitting | RoomPair:
        note, who = note.strip(), self._who.strip()
        with self._db.together():
            found = self._one(finding)
            reason = _refusal(found, act, note, who)
            if found is None or reason:
                raise SpotRefused(reason=reason, sitting=finding[:_NAMED], most=NOTE_MOST)
            said = SpotAct(finding, " ".join(found.codes), act.value, note, who, self._clock.now().wt)
            put_act(self._db, said)
        return replace(found, acts=(*found.acts, said))

    def _one(self, finding: str) -> WarnedSitting | RoomPair | None:
        if _AND in finding:
            return next((one for one in self.all_pairs() if one.finding == finding), None)
        return next((one for one in self._warned() if one.sitting == finding), None)

    def _warned(self) -> list[WarnedSitting]:
        acts = all_acts(self._db)
        found = (_warned(row, acts.get(row.sitting, ())) for row in warned_rows(self._db))
        return [one for one in found if one.codes]

    def all_pairs(self) -> tuple[RoomPair, ...]:
        """Those of every course that was sat."""
        return tuple(pair for course in sat_courses(self._db) for pair in self.pairs(course))

    def pairs(self, course: str) -> tuple[RoomPair, ...]:
        """Within each session of a course, open ones first; only sittings whose answers `marking` has gathered."""
        rooms: dict[tuple[str, str], dict[str, Mapping[str, str]]] = {}
        people: dict[str, str] = {}
        wrong: dict[str, Counter[str]] = {}
        pcs: dict[str, tuple[str, str]] = {}
        for sitting, staff_id, session, branch, result, told, serial in answered_rooms(self._db, course):
            people[sitting] = staff_id
            pcs[sitting] = session, serial
            mistakes = dict(_mistakes(result, told))
            rooms.setdefault((session, branch), {})[sitting] = mistakes
            for item, option in mistakes.items():
                wrong.setdefault(item, Counter())[option] += 1
        places = proctors_by_place(self._db)

        def proctors(pair: SimilarPair) -> tuple[str, ...]:
            return tuple(sorted({who for one in (pair.first, pair.second) for who in places.get(pcs[one], ())}))

        acts = all_acts(self._db)
        found = (
            RoomPair(session, branch, (people[pair.first], people[pair.second]), pair, proctors(pair))
            for (session, branch), room in sorted(rooms.items())
            for pair in similar_pairs(room, wrong)
        )
        known = (replace(one, acts=acts.get(one.finding, ())) for one in found)
        return tuple(sorted(known, key=lambda one: not one.is_open))


def _mistakes(result: str, told: str) -> Iterator[tuple[str, str]]:
    """By item the option that was chosen and did not count in full."""
    chosen = answered_in(told)
    for _, item, state, *_rest in json.loads(result)["marks"]:
        one = chosen.get(str(item))
        if state != _FULL and one is not None and one.chosen:
            yield str(item), one.chosen


def _refusal(found: WarnedSitting | RoomPair | None, act: FindingState, note: str, who: str) -> str:
    if found is None:
        return "unknown"
    if not plain_name(who):
        return "name"
    if not plain_name(note) or len(note) > NOTE_MOST:
        return "note"
    return "" if found.is_open is (act is FindingState.DONE) else "state"


def _warned(row: WarnedRow, acts: tuple[SpotAct, ...]) -> WarnedSitting:
    codes = tuple(one for one in row.codes.split() if one.startswith("W_"))
    proctors = tuple(row.proctors.split())
    return WarnedSitting(
        row.sitting, row.session, row.staff_id, row.name, row.course, codes, row.branch, proctors, acts
    )


def _grouped(found: Iterable[tuple[str, WarnedSitting]]) -> dict[str, list[WarnedSitting]]:
    groups: dict[str, list[WarnedSitting]] = {}
    for name, one in found:
        groups.setdefault(name, []).append(one)
    return groups


def _codes(found: Iterable[WarnedSitting]) -> dict[str, int]:
    return dict(sorted(Counter(code for one in found for code in one.codes).items()))
