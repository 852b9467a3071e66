"""Before and after of a run as rows that screens show."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.words.catalogue import tr
from desktop.words.errors import sentence
from desktop.words.regrades import consequence_word, figure_text, turn_word

MOST_ROWS = 2000
"""Rows on a screen; the export has all of them."""


@dataclass(frozen=True, slots=True)
class RegradeRow:
    """One person before and after, in words."""

    key: str
    staff_id: str
    name: str
    branch: str
    before: str
    after: str
    turn: str
    what: str


@dataclass(frozen=True, slots=True)
class RegradeCount:
    """How many sittings something happens to, in words; `bad` where a person loses by it or something is wrong."""

    name: str
    count: int
    bad: bool = False


def changed_rows(rows: Iterable[Any], names: dict[str, str]) -> tuple[RegradeRow, ...]:
    """Whoever changes, or whose certificate has to be seen to; whose pass is at stake comes first."""
    told = [one for one in rows if one.changes or one.is_open]
    told.sort(key=lambda one: (one.before.passed == one.counts.passed, one.branch, one.staff_id))
    return tuple(_row(one, names) for one in told[:MOST_ROWS])


def run_counts(tally: Any) -> tuple[RegradeCount, ...]:
    """The counts of a run, the same five in the same order."""
    turns = {str(turn): count for turn, count in tally.turns.items()}
    return (
        RegradeCount(turn_word("up"), turns.get("up", 0)),
        RegradeCount(turn_word("down"), turns.get("down", 0), bad=True),
        RegradeCount(tr("Only points change"), turns.get("better", 0) + turns.get("worse", 0)),
        RegradeCount(turn_word("same"), turns.get("same", 0)),
        RegradeCount(tr("Could not be read"), tally.unreadable, bad=True),
    )


def fault_lines(faults: Iterable[Any]) -> tuple[str, ...]:
    """Sittings that could not be graded again: whose, in which file, and why."""
    text = tr("{branch} · {staff_id} · {file}: {why} [{code}]")
    return tuple(
        text.format(branch=one.branch, staff_id=one.staff_id, file=one.file, why=sentence(one.code).what, code=one.code)
        for one in faults
    )


def to_do_lines(rows: Iterable[Any], names: dict[str, str]) -> tuple[str, ...]:
    """Certificates that an officer still has to see to."""
    text = tr("{what}: {name} {staff_id}, {branch}, sitting {sitting}")
    return tuple(
        text.format(
            what=consequence_word(str(one.consequence)),
            name=names.get(one.staff_id, ""),
            staff_id=one.staff_id,
            branch=one.branch,
            sitting=one.sitting,
        )
        for one in rows
    )


def _row(one: Any, names: dict[str, str]) -> RegradeRow:
    return RegradeRow(
        key=one.sitting,
        staff_id=one.staff_id,
        name=names.get(one.staff_id, ""),
        branch=one.branch,
        before=figure_text(one.before),
        after=figure_text(one.counts),
        turn=turn_word(str(one.turn)),
        what=consequence_word(str(one.consequence)),
    )
