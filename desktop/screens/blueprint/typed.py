"""A blueprint as texts that are typed, and back."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.screens.blueprint.state import FIELDS, MINUTES, PASS, RED_ITEMS, RED_NEEDED, TRIAL
from exams import Blueprint, ItemType, Level, RedLineGate

Typed = Mapping[str, str]
_MOST = 600
_MILLI = 1000


def cell_key(chapter: int, kind: str) -> str:
    """The name under which a chapter's number of a type or level is typed."""
    return f"{chapter}:{kind}"


def points_key(kind: str) -> str:
    """The name under which the points of a type are typed."""
    return f"points:{kind}"


def typed_of(blueprint: Blueprint) -> dict[str, str]:
    """What stands in the fields for a blueprint; an empty field is none."""
    cells = {cell_key(chapter, kind.value): str(count) for (chapter, kind), count in blueprint.cells.items() if count}
    levels = {cell_key(chapter, one.value): str(count) for (chapter, one), count in blueprint.levels.items()}
    points = {points_key(kind.value): str(milli // _MILLI) for kind, milli in blueprint.points.items()}
    trials = {cell_key(chapter, TRIAL): str(count) for chapter, count in blueprint.trial.chapters.items()}
    gate = blueprint.red_line
    numbers = (blueprint.minutes, blueprint.pass_percent, gate.items, gate.needed, blueprint.trial.count)
    return {**cells, **levels, **trials, **points, **dict(zip(FIELDS, map(str, numbers), strict=True))}


def wrong_in(typed: Typed) -> frozenset[str]:
    """The names of fields that hold no whole number from 0 to 600."""
    return frozenset(name for name, text in typed.items() if _number(text) is None)


def blueprint_of(base: Blueprint, typed: Typed) -> Blueprint:
    """The blueprint that the fields say; what they do not say stays as in `base`. No field may be wrong."""
    counts = {name: _number(text) or 0 for name, text in typed.items()}
    chapters = sorted({int(name.partition(":")[0]) for name in typed if name[:1].isdecimal()})
    cells = {(at, kind): counts.get(cell_key(at, kind.value), 0) for at in chapters for kind in ItemType}
    levels = {(at, one): counts[key] for at in chapters for one in Level if typed.get(key := cell_key(at, one.value))}
    trials = {at: count for at in chapters if (count := counts.get(cell_key(at, TRIAL), 0))}
    points = {kind: counts[key] * _MILLI for kind in ItemType if typed.get(key := points_key(kind.value))}
    return replace(
        base,
        minutes=counts[MINUTES],
        pass_percent=counts[PASS],
        red_line=RedLineGate(counts[RED_ITEMS], counts[RED_NEEDED]),
        trial=replace(base.trial, count=counts[TRIAL], chapters=trials),
        cells={cell: count for cell, count in cells.items() if count},
        levels=levels,
        points=points,
    )


def _number(text: str) -> int | None:
    """None for what is no whole number; nothing typed counts as 0."""
    plain = text.strip()
    if not plain:
        return 0
    if not plain.isascii() or not plain.isdecimal():
        return None
    return int(plain) if len(plain) <= 3 and int(plain) <= _MOST else None
