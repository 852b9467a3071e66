"""Marks given by hand: two people apart from each other, a third where they differ too much, and how far they agree.

Pure. Nobody is told what another has given before both of the first two have.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from exams.grading.marks import MarkState, Result
from exams.items.item import ItemType
from exams.papers.paper import Paper
from exams.register.dispute_errors import MarkingRefused
from exams.register.officers import plain_name, same_officer
from exams.register.written import fits
from exams.sittings.sitting import Sitting

REMARK_MOST = 1000
TYPED = frozenset({ItemType.SHORTANSWER, ItemType.FILL, ItemType.CASE})
"""Types in which a person may have typed words that no pattern of the key takes."""

DONE = 0
"""The turn of a case that nobody need mark any more."""


class Cause(StrEnum):
    """Why a person has to look."""

    UNMATCHED = "unmatched"  # typed words that the key does not take in full
    REMARK = "remark"  # the candidate objected on the spot


@dataclass(frozen=True, slots=True)
class HandCase:
    """One answer for the markers; `given` are the milli-points of grading, `most` those of the question."""

    sitting: str
    position: int
    item: str
    version: int
    cause: Cause
    most: int
    given: int
    staff_id: str


@dataclass(frozen=True, slots=True)
class HandMark:
    """What one person has given; `turn` is 1, 2 or, between two that differ, 3."""

    turn: int
    marker: str
    points: int
    remark: str
    wt: int


def cases_in(sitting: Sitting, result: Result) -> tuple[HandCase, ...]:
    """Answers of a graded sitting that a person has to look at, in the order of the paper."""
    return tuple(_cases(sitting.paper, sitting, result))


def _cases(paper: Paper, sitting: Sitting, result: Result) -> Iterable[HandCase]:
    for place, mark in zip(paper.items, result.marks, strict=True):
        if not place.points:
            continue  # on trial: there is nothing to give
        typed = place.type in TYPED and mark.state in {MarkState.WRONG, MarkState.PARTIAL}
        remarked = place.position in sitting.comments and mark.points < mark.max_points
        if typed or remarked:
            cause = Cause.UNMATCHED if typed else Cause.REMARK
            yield HandCase(
                sitting.id,
                place.position,
                place.item,
                place.version,
                cause,
                place.points,
                mark.points,
                sitting.staff_id,
            )


def turn_of(marks: Sequence[HandMark], gap: int) -> int:
    """Whose turn it is: 1, 2, 3, or `DONE`; `gap` in milli-points is what two may differ by."""
    if len(marks) < 2:
        return len(marks) + 1
    return 3 if len(marks) == 2 and abs(marks[0].points - marks[1].points) > gap else DONE


def points_of(marks: Sequence[HandMark], gap: int) -> int | None:
    """What counts: the third's points, else the mean of the two, half up; None while somebody has still to mark."""
    if turn_of(marks, gap) != DONE:
        return None
    return marks[2].points if len(marks) > 2 else (marks[0].points + marks[1].points + 1) // 2


def shown_to(who: str, marks: Sequence[HandMark]) -> tuple[HandMark, ...]:
    """What this person may see of the marks: until the first two are both in, nothing but their own."""
    return tuple(marks) if len(marks) >= 2 else tuple(one for one in marks if same_officer(one.marker, who))


def may_mark(who: str, case: HandCase, marks: Sequence[HandMark], gap: int) -> bool:
    """Whether this case waits for this person."""
    return turn_of(marks, gap) != DONE and not _why_not(who, case, marks)


def marked(case: HandCase, marks: Sequence[HandMark], gap: int, mark: HandMark) -> HandMark:
    """The mark with its turn; raises `MarkingRefused`."""
    turn = turn_of(marks, gap)
    for reason, wrong in (
        ("done", turn == DONE),
        (_why_not(mark.marker, case, marks), bool(_why_not(mark.marker, case, marks))),
        ("points", not 0 <= mark.points <= case.most or not fits(mark.remark, REMARK_MOST)),
    ):
        if wrong:
            raise MarkingRefused(reason=reason, sitting=case.sitting, position=case.position)
    return HandMark(turn, mark.marker, mark.points, mark.remark.strip(), mark.wt)


def _why_not(who: str, case: HandCase, marks: Sequence[HandMark]) -> str:
    if not plain_name(who):
        return "name"
    if same_officer(who, case.staff_id):
        return "own"
    return "same" if any(same_officer(one.marker, who) for one in marks) else ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far first and second markers agree: of `count` answers `same` got equal points, `near` within the bound.

    `kappa` is Cohen's, of the points as categories; None where chance alone would make everybody agree.
    """

    count: int
    same: int
    near: int
    thirds: int
    kappa: float | None

    @property
    def percent(self) -> int | None:
        """Equal points, in whole percent, floored; None while nothing was marked twice."""
        return self.same * 100 // self.count if self.count else None


def agreement(marked_twice: Iterable[Sequence[HandMark]], gap: int) -> Agreement:
    """Of everything that has two marks or more."""
    pairs, thirds = list[tuple[int, int]](), 0
    for marks in marked_twice:
        if len(marks) >= 2:
            pairs.append((marks[0].points, marks[1].points))
            thirds += abs(marks[0].points - marks[1].points) > gap
    same = sum(one == other for one, other in pairs)
    near = len(pairs) - thirds
    return Agreement(len(pairs), same, near, thirds, _kappa(pairs, same))


def _kappa(pairs: Sequence[tuple[int, int]], same: int) -> float | None:
    """(observed - by chance) / (1 - by chance)."""
    count = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[points] * second[points] for points in first)
    whole = count * count
    return None if by_chance == whole else (same * count - by_chance) / (whole - by_chance)
