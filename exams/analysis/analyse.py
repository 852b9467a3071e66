"""All statistics of one exam as a document: the names of each figure are those of the JSON."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from exams.analysis.classical import group_size, reliability, separations
from exams.analysis.guessing import Asked, random_guess_score
from exams.analysis.marks import Marks
from exams.analysis.moodle import exam_figures, item_figures
from exams.analysis.options import Option, option_flags, options

LEAST_TO_JUDGE = 30
"""Sittings from which items are flagged; with fewer, chance decides."""
DUBIOUS_EFFICIENCY = 15
"""Percent; below it Moodle's report marks the item."""
WEAK_D = 0.2
"""Below it an item is to be rewritten (Ebel and Frisbie)."""


def analyse(marks: Marks, asked: Mapping[str, Asked] | None = None) -> dict[str, Any]:
    """`{"exam": {...}, "items": {item: {...}}}`, strict JSON, nothing rounded, None where undefined."""
    n = len(marks.sittings)
    exam = {
        "sittings": n,
        "items": len(marks.columns),
        "maximum": sum(column.maximum for column in marks.columns) / marks.unit,
        "blanks": marks.blanks,
        "replaced": marks.replaced,
        "group_size": group_size(n),
        **asdict(exam_figures(marks)),
        **asdict(reliability(marks)),
        "flags": [] if n >= LEAST_TO_JUDGE else ["W_FEW_SITTINGS"],
    }
    items: dict[str, dict[str, Any]] = {}
    offered = options(marks)
    for column, figures, separation in zip(marks.columns, item_figures(marks), separations(marks), strict=True):
        guess = (asked or {}).get(column.item)
        told = {
            "maximum": column.maximum / marks.unit,
            **asdict(figures),
            "random_guess_score": None if guess is None else random_guess_score(guess),
            **asdict(separation),
        }
        pulls = offered.get(column.item, {})
        found = [*flags(told), *option_flags(pulls)] if n >= LEAST_TO_JUDGE else []
        items[column.item] = {**told, **_beside(marks, column.item, pulls), "flags": found}
    return {"exam": exam, "items": items}


def _beside(marks: Marks, item: str, pulls: Mapping[str, Option]) -> dict[str, Any]:
    """Options by letter and what candidates wrote, where the table says either."""
    remarks = [text for text in marks.remarks.get(item, ()) if text]
    told: dict[str, Any] = {"options": {name: asdict(one) for name, one in pulls.items()}} if pulls else {}
    return told | ({"remarks": remarks} if remarks else {})


def flags(figures: Mapping[str, Any]) -> list[str]:
    """The codes of what is to be looked at in one item's figures, the gravest first."""
    if figures["sd"] == 0:
        return ["W_ITEM_CONSTANT"]
    index, efficiency, d = (figures[name] for name in ("discrimination_index", "discriminative_efficiency", "d"))
    found = {
        "W_ITEM_NEGATIVE": index is not None and index < 0,
        "W_ITEM_DUBIOUS": efficiency is not None and efficiency < DUBIOUS_EFFICIENCY,
        "W_ITEM_WEAK": d is not None and d < WEAK_D,
    }
    return [code for code, holds in found.items() if holds]
