"""Items over all branches: each by the sittings that had it, held against the rest of their marks (interop.md, 6)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exams.analysis.analyse import LEAST_TO_JUDGE, flags
from exams.analysis.classical import separations
from exams.analysis.marks import Column, Marks
from exams.analysis.moodle import item_figures
from exams.analysis.options import Option, option_flags, options
from exams.register.answered import Answered, answered_in

MOST_SITTINGS = 50_000
"""The newest; what is older says little about today's items."""
MOST_REMARKS = 200
"""Of one item, from the newest sittings."""

_UNIT = 1000  # marks are kept in milli-points
_WHOLE = 10**7  # what a right answer is worth in the parts of a mark's fraction


@dataclass(frozen=True, slots=True)
class PooledItem:
    """One item; figures as `academy bank analyse` names them, None where undefined; `flags` from 30 sittings on.

    `exposure` is the share of all sittings that had it. A `trial` item gave no points: its figures rest on how far each
    answer was right. `options` and `remarks` are of the `answered` sittings whose answers HR has looked through.
    """

    item: str
    sittings: int
    p: float | None
    d: float | None
    discrimination_index: float | None
    discriminative_efficiency: float | None
    point_biserial: float | None
    flags: tuple[str, ...] = ()
    exposure: float | None = None
    trial: bool = False
    answered: int = 0
    options: Mapping[str, Option] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


class _Row(NamedTuple):
    """A sitting that had the item: its mark there, and what the rest of the paper gave and could give."""

    sitting: str
    points: int
    maximum: int
    fraction: int
    rest: int
    rest_most: int
    answer: Answered | None


_NOTHING = Answered("", "")


def pooled_items(results: Iterable[tuple[str, str, str]]) -> tuple[PooledItem, ...]:
    """By item; `results` are sittings with what `result_to_json` and `answered_text` wrote, the latter empty where
    nobody has looked.

    An item is held against the other marks of the papers that had it. Where papers give different totals, those marks
    are scaled to the largest.
    """
    rows: dict[str, list[_Row]] = {}
    count = 0
    for count, (sitting, text, said) in enumerate(results, 1):  # noqa: B007  # how many there were
        told, chosen = json.loads(text), answered_in(said) if said else None
        score, most = int(told["score"]), int(told["max_score"])
        for _, item, _, fraction, points, own in told["marks"]:
            answer = None if chosen is None else chosen.get(str(item), _NOTHING)
            row = _Row(sitting, int(points), int(own), int(fraction), score - int(points), most - int(own), answer)
            rows.setdefault(str(item), []).append(row)
    return tuple(_item(item, its, count) for item, its in sorted(rows.items()))


def _item(item: str, rows: list[_Row], count: int) -> PooledItem:
    trial = any(not one.maximum for one in rows)
    marks = _marks(item, rows, trial=trial)
    figures, separation = next(iter(item_figures(marks))), next(iter(separations(marks)))
    told: Mapping[str, float | None] = {
        "sd": figures.sd,
        "discrimination_index": figures.discrimination_index,
        "discriminative_efficiency": figures.discriminative_efficiency,
        "d": separation.d,
    }
    read = [one for one in rows if one.answer is not None]
    pulls = _pulls(item, read, trial=trial)
    found = flags(told) if len(rows) >= LEAST_TO_JUDGE else []
    found += option_flags(pulls) if len(read) >= LEAST_TO_JUDGE else []
    return PooledItem(
        item,
        len(rows),
        separation.p,
        separation.d,
        figures.discrimination_index,
        figures.discriminative_efficiency,
        separation.point_biserial,
        tuple(found),
        len(rows) / count,
        trial,
        len(read),
        pulls,
        tuple(one.answer.remark for one in read if one.answer and one.answer.remark)[:MOST_REMARKS],
    )


def _marks(item: str, rows: Sequence[_Row], *, trial: bool) -> Marks:
    """Two columns: the item, which counts one point where it gave none, and the rest of each paper."""
    largest = max(one.rest_most for one in rows)
    own = tuple(one.fraction * _UNIT // _WHOLE if trial else one.points for one in rows)
    maximum = _UNIT if trial else max(one.maximum for one in rows)
    rest = tuple(one.rest if one.rest_most == largest else one.rest * largest // max(one.rest_most, 1) for one in rows)
    columns = (Column(item, maximum, own), Column("rest", max(largest, 1), rest))
    return Marks(tuple(one.sitting for one in rows), columns, _UNIT)


def _pulls(item: str, rows: Sequence[_Row], *, trial: bool) -> Mapping[str, Option]:
    """Of the sittings whose answers are known; empty where nobody chose an option."""
    chosen = tuple(one.answer.chosen for one in rows if one.answer is not None)
    if not any(chosen):
        return {}
    marks = _marks(item, rows, trial=trial)
    return options(Marks(marks.sittings, marks.columns, _UNIT, answers={item: chosen})).get(item, {})
