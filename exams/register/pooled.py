"""Items over all branches: each by the sittings that had it, held against the rest of their marks (interop.md, 6)."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exams.analysis.analyse import LEAST_TO_JUDGE, flags
from exams.analysis.classical import separations
from exams.analysis.marks import Column, Marks
from exams.analysis.moodle import item_figures

MOST_SITTINGS = 50_000
"""The newest; what is older says little about today's items."""

_UNIT = 1000  # marks are kept in milli-points


@dataclass(frozen=True, slots=True)
class PooledItem:
    """One item; figures as `academy bank analyse` names them, None where undefined; `flags` from 30 sittings on."""

    item: str
    sittings: int
    p: float | None
    d: float | None
    discrimination_index: float | None
    discriminative_efficiency: float | None
    point_biserial: float | None
    flags: tuple[str, ...] = ()


def pooled_items(results: Iterable[tuple[str, str]]) -> tuple[PooledItem, ...]:
    """By item; `results` are sittings with what `result_to_json` wrote.

    An item is held against the other marks of the papers that had it. Where papers give different totals, those marks
    are scaled to the largest.
    """
    rows: dict[str, list[tuple[str, int, int, int, int]]] = {}
    for sitting, text in results:
        told = json.loads(text)
        score, most = int(told["score"]), int(told["max_score"])
        for _, item, _, _, points, maximum in told["marks"]:
            rows.setdefault(str(item), []).append((sitting, int(points), int(maximum), score, most))
    return tuple(_item(item, its) for item, its in sorted(rows.items()))


def _item(item: str, rows: list[tuple[str, int, int, int, int]]) -> PooledItem:
    maximum, largest = max(own for _, _, own, _, _ in rows), max(most for *_, most in rows)
    rest = tuple(
        (score - points) * (largest - own) // max(most - own, 1) if most != largest else score - points
        for _, points, own, score, most in rows
    )
    columns = (
        Column(item, maximum, tuple(points for _, points, _, _, _ in rows)),
        Column("rest", max(largest - maximum, 1), rest),
    )
    marks = Marks(tuple(sitting for sitting, *_ in rows), columns, _UNIT, 0, 0)
    figures, separation = next(iter(item_figures(marks))), next(iter(separations(marks)))
    told: Mapping[str, float | None] = {
        "sd": figures.sd,
        "discrimination_index": figures.discrimination_index,
        "discriminative_efficiency": figures.discriminative_efficiency,
        "d": separation.d,
    }
    found = flags(told) if len(rows) >= LEAST_TO_JUDGE else []
    return PooledItem(
        item,
        len(rows),
        separation.p,
        separation.d,
        figures.discrimination_index,
        figures.discriminative_efficiency,
        separation.point_biserial,
        tuple(found),
    )
