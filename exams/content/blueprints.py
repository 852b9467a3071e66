"""Blueprints: how many items of which chapter, type and level make a paper, and by which rules it is sat."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from exams.content.faults import Code, Faults
from exams.content.fields import Fields, Once, Place, read_toml
from exams.content.files import names_in, read_source
from exams.items.item import ItemType, Level, Use
from exams.papers.blueprint import Blueprint, Feedback, Marking, RedLineGate, Retakes, TimedPart, TrialItems
from exams.papers.blueprint_check import MOST_ITEMS, MOST_SECONDS, disagreements

_NAME = re.compile(r"[a-z][a-z0-9-]{1,31}")
_CHAPTER = re.compile(r"[1-9][0-9]?")
_MILLI = 1000
_LOWEST = 1_000_000


@dataclass(frozen=True, slots=True)
class WrittenBlueprint:
    """A blueprint and where it stands."""

    blueprint: Blueprint
    place: Place


def read_blueprints(folder: Path, faults: Faults) -> tuple[WrittenBlueprint, ...]:
    """Read every file under blueprints/."""
    written = []
    for name in names_in(folder, "blueprints", ".toml"):
        source = read_source(folder, name, faults)
        fields = read_toml(source, faults) if source else None
        if fields is not None:
            written.append(_read(fields, Path(name).stem))
    return tuple(written)


def _read(fields: Fields, stem: str) -> WrittenBlueprint:
    name = fields.matching("name", _NAME, "quiz-1")
    if name and name != stem:
        fields.note("name", Code.ID_FORM, field="name", value=name, form=stem)
    blueprint = Blueprint(
        name=name,
        use=fields.choice("use", Use),
        minutes=fields.integer("minutes", 0, 600),
        pass_percent=fields.integer("pass_percent", 1, 100),
        points=_points(fields),
        cells=_cells(fields),
        levels=_levels(fields),
        feedback=fields.choice("feedback", Feedback),
        red_line=_red_line(fields),
        retakes=_retakes(fields),
        titles=fields.in_languages("titles"),
        marking=_marking(fields),
        lockdown=fields.flag("lockdown", default=True),
        gated=fields.flag("gated", default=True),
        parts=_parts(fields),
        question_seconds=fields.integer("question_seconds", 0, MOST_SECONDS, needed=False),
        trial=_trial(fields),
    )
    fields.close()
    _check(blueprint, fields)
    if "parts" in disagreements(blueprint):
        fields.note("part", Code.BLUEPRINT_PARTS)
    if "trial" in disagreements(blueprint):
        fields.note("trial", Code.BLUEPRINT_TRIAL, wanted=sum(blueprint.trial.chapters.values()))
    return WrittenBlueprint(blueprint, fields.place)


def _points(fields: Fields) -> dict[ItemType, int]:
    table = fields.table("points")
    points = {kind: table.integer(kind.value, 1, 100) * _MILLI for kind in ItemType if table.has(kind.value)}
    table.close()
    return points


def _cells(fields: Fields) -> dict[tuple[int, ItemType], int]:
    cells: dict[tuple[int, ItemType], int] = {}
    seen = Once(fields.faults)
    for one in fields.tables("cell"):
        cell = one.integer("chapter", 1, 99), one.choice("type", ItemType)
        cells[cell] = one.integer("items", 1, 500)
        seen.take(f"{cell[0]} {cell[1].value}", one.place.file, one.place.line())
        one.close()
    return cells


def _levels(fields: Fields) -> dict[tuple[int, Level], int]:
    levels: dict[tuple[int, Level], int] = {}
    seen = Once(fields.faults)
    for one in fields.tables("level", needed=False):
        level = one.integer("chapter", 1, 99), one.choice("level", Level)
        levels[level] = one.integer("items", 0, 500)
        seen.take(f"{level[0]} {level[1].value}", one.place.file, one.place.line())
        one.close()
    return levels


def _parts(fields: Fields) -> tuple[TimedPart, ...]:
    """From a chapter to a chapter."""
    parts = []
    for one in fields.tables("part", needed=False):
        first, last = one.integer("first", 1, 99), one.integer("last", 1, 99)
        parts.append(TimedPart(tuple(range(first, last + 1)), one.integer("minutes", 1, 600)))
        one.close()
    return tuple(parts)


def _trial(fields: Fields) -> TrialItems:
    """So many in all, and of chapters so many of them."""
    table = fields.table("trial", needed=False)
    trial = TrialItems()
    if fields.has("trial"):
        counts = table.table("chapters", needed=False)
        chapters = {int(name): counts.integer(name, 1, MOST_ITEMS) for name in _chapters(counts)}
        counts.close()
        trial = TrialItems(table.integer("count", 0, MOST_ITEMS), chapters)
    table.close()
    return trial


def _chapters(table: Fields) -> list[str]:
    return [name for name in table.names() if _CHAPTER.fullmatch(name)]


def _red_line(fields: Fields) -> RedLineGate:
    table = fields.table("red_line", needed=False)
    gate = RedLineGate()
    if fields.has("red_line"):
        gate = RedLineGate(table.integer("items", 0, 500), table.integer("needed", 0, 500))
    table.close()
    return gate


def _retakes(fields: Fields) -> Retakes:
    table = fields.table("retakes", needed=False)
    rules = Retakes()
    if fields.has("retakes"):
        rules = Retakes(
            tries=table.integer("tries", 0, 100),
            days=table.integer("days", 0, 3660),
            hours_between=table.integer("hours_between", 0, 8760),
            seen_percent=table.integer("seen_percent", 0, 100),
            weak_percent=table.integer("weak_percent", 0, 100) if table.has("weak_percent") else rules.weak_percent,
            coach_talk=table.flag("coach_talk", default=rules.coach_talk),
            renew_days=table.integer("renew_days", 0, 3660) if table.has("renew_days") else rules.renew_days,
        )
    table.close()
    return rules


def _marking(fields: Fields) -> Marking:
    table = fields.table("marking", needed=False)
    marking = Marking()
    if fields.has("marking"):
        passes = table.table("chapter_pass", needed=False)
        marking = Marking(
            negative=table.integer("negative", 0, 10_000_000, needed=False),
            floor=table.integer("floor", -_LOWEST, 0) if table.has("floor") else 0,
            chapter_pass={int(name): passes.integer(name, 1, 100) for name in _chapters(passes)},
        )
        passes.close()
    table.close()
    return marking


def _check(blueprint: Blueprint, fields: Fields) -> None:
    """The numbers of one blueprint must agree with each other."""
    if fields.has("cell") and not blueprint.size:
        fields.note("cell", Code.BLUEPRINT_CELLS, wanted=1, there=0)
    for kind in sorted({kind for _, kind in blueprint.cells} - set(blueprint.points)):
        fields.note("points", Code.FIELD_MISSING, field=kind.value)
    sizes: Counter[int] = Counter()
    for (chapter, _), count in blueprint.cells.items():
        sizes[chapter] += count
    wanted: Counter[int] = Counter()
    for (chapter, _), count in blueprint.levels.items():
        wanted[chapter] += count
    for chapter, count in wanted.items():
        if count > sizes[chapter]:
            fields.note("level", Code.BLUEPRINT_CELLS, wanted=count, there=sizes[chapter])
    gate = blueprint.red_line
    if not gate.needed <= gate.items <= blueprint.size:
        fields.note("red_line", Code.BLUEPRINT_CELLS, wanted=max(gate.needed, gate.items), there=blueprint.size)
