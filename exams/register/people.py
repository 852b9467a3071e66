"""What a staff list changes: joiners, leavers, transfers, corrected names, and namesakes to look at."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A person as HR's register has one; of an ID number only `id_tail`, its last four signs, is kept."""

    staff_id: str
    name: str
    latin: str = ""
    branch: str = ""
    team: str = ""
    id_tail: str = ""
    active: bool = True


class ChangeKind(StrEnum):
    """What happened to a person."""

    JOINED = "joined"
    LEFT = "left"
    BACK = "back"
    MOVED = "moved"
    CORRECTED = "corrected"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Change:
    """One person before and after; `before` is None for whoever is new."""

    kind: ChangeKind
    before: StaffRow | None
    after: StaffRow


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would change, by staff id; `same_names` are the ids of people with one name in one branch."""

    changes: tuple[Change, ...]
    same_names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unchanged: int = 0

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """The changes of these kinds."""
        return tuple(one for one in self.changes if one.kind in kinds)


def plan_import(known: Mapping[str, StaffRow], listed: Iterable[StaffRow], *, part: bool) -> Plan:
    """Hold a list against the register.

    Unless it is only `part` of the staff, whoever is missing from it has left: of the branches that it names, or of
    all where it names none. An empty cell changes nothing about a person.
    """
    wanted = {one.staff_id: _merged(known.get(one.staff_id), one) for one in listed}
    changes = [change for one in wanted.values() if (change := _change(known.get(one.staff_id), one)) is not None]
    if not part:
        branches = {one.branch for one in wanted.values()}
        gone = (one for one in known.values() if one.active and one.staff_id not in wanted)
        named = branches - {""}
        changes += [
            Change(ChangeKind.LEFT, one, replace(one, active=False))
            for one in gone
            if not named or one.branch in branches
        ]
    after = {**known, **wanted, **{one.after.staff_id: one.after for one in changes}}
    return Plan(
        tuple(sorted(changes, key=lambda one: one.after.staff_id)),
        _namesakes(after.values(), {one.after.staff_id for one in changes}),
        len(wanted) - sum(one.after.staff_id in wanted for one in changes),
    )


def _merged(before: StaffRow | None, listed: StaffRow) -> StaffRow:
    if before is None:
        return listed
    return replace(
        listed,
        latin=listed.latin or before.latin,
        branch=listed.branch or before.branch,
        team=listed.team or (before.team if before.branch == (listed.branch or before.branch) else ""),
        id_tail=listed.id_tail or before.id_tail,
    )


def _change(before: StaffRow | None, after: StaffRow) -> Change | None:
    if before is None:
        return Change(ChangeKind.JOINED, None, after)
    if before == after:
        return None
    if not before.active:
        return Change(ChangeKind.BACK, before, after)
    moved = (before.branch, before.team) != (after.branch, after.team)
    return Change(ChangeKind.MOVED if moved else ChangeKind.CORRECTED, before, after)


def _namesakes(people: Iterable[StaffRow], touched: set[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Of those that the list touches: people with one name, somebody who left among them."""
    people = tuple(people)
    counted = Counter(one.name for one in people)
    ids: dict[str, list[str]] = {}
    for one in people:
        if counted[one.name] > 1:
            ids.setdefault(one.name, []).append(one.staff_id)
    return tuple((name, tuple(sorted(its))) for name, its in sorted(ids.items()) if touched.intersection(its))
