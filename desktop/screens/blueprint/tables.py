"""The two tables of a blueprint: what is typed, what the poorest form has, what it lacks."""

from collections.abc import Mapping
from typing import TypedDict

from desktop.screens.blueprint.state import FIELDS, TRIAL, ChapterRow, CountCell
from desktop.screens.blueprint.typed import Typed, cell_key, points_key, wrong_in
from desktop.words import pick, tr
from desktop.words.blueprint_words import card_word, level_word
from exams import Blueprint, ItemType, Level, Stock

Columns = tuple[tuple[str, ...], tuple[str, ...]]
"""The types and the levels that have a column, by name."""

_RULES = {"minutes": "minutes", "pass_percent": "pass_percent", "red_line": "red_items", "trial": "trial"}


class Summary(TypedDict):
    """Headings and sums."""

    types: tuple[str, ...]
    levels: tuple[str, ...]
    more_types: tuple[tuple[str, str], ...]
    summary: str


def columns_of(stock: Stock, base: Blueprint, typed: Typed, more: tuple[str, ...]) -> Columns:
    """The types that the exam asks or was asked for; all levels."""
    asked = {kind.value for _, kind in base.cells} | set(more)
    asked |= {name.partition(":")[2] for name, text in typed.items() if name[:1].isdecimal() and text not in ("", "0")}
    there = {kind.value for _, kind in stock.types()}
    types = tuple(kind.value for kind in ItemType if kind.value in asked | there)
    return types, tuple(level.value for level in Level)


def rows_of(stock: Stock, typed: Typed, columns: Columns, lacks: Mapping[str, int]) -> tuple[ChapterRow, ...]:
    """A row for each chapter of the course."""
    wrong = wrong_in(typed)
    types = {cell_key(at, kind.value): count for (at, kind), count in stock.types().items()}
    levels = {cell_key(at, one.value): count for (at, one), count in stock.levels().items()}
    trials = {cell_key(at, TRIAL): count for at, count in stock.trials().items()}

    def cell(chapter: int, name: str, title: str, there: Mapping[str, int]) -> CountCell:
        key = cell_key(chapter, name)
        return CountCell(key, title, typed.get(key, ""), there.get(key, 0), lacks.get(key, 0), key in wrong)

    made = []
    for one in stock.chapters:
        title = tr("Chapter {number}").format(number=one.number)
        told = f"{title} · {pick(one.titles)}"
        kinds = tuple(cell(one.number, name, f"{title}, {card_word(name)}", types) for name in columns[0])
        marks = tuple(cell(one.number, name, f"{title}, {level_word(name)}", levels) for name in columns[1])
        trial = cell(one.number, TRIAL, f"{title}, {tr('On trial, without points')}", trials)
        made.append(ChapterRow(told, kinds, marks, trial, str(sum(map(_count, kinds)))))
    return tuple(made)


def points_row(typed: Typed, types: tuple[str, ...]) -> tuple[CountCell, ...]:
    """What a question of each type is worth."""
    wrong = wrong_in(typed)
    title = tr("Points of one question: {kind}")
    return tuple(
        CountCell(key, title.format(kind=card_word(name)), typed.get(key, ""), 0, bad=key in wrong)
        for name in types
        for key in [points_key(name)]
    )


def field_rows(typed: Typed, disagreeing: tuple[str, ...]) -> tuple[tuple[str, str, bool], ...]:
    """The fields beside the tables: name, text, whether it is wrong."""
    wrong = wrong_in(typed) | {_RULES[one] for one in disagreeing if one in _RULES}
    return tuple((name, typed.get(name, ""), name in wrong) for name in FIELDS)


def summary_of(typed: Typed, columns: Columns) -> Summary:
    """Headings, the types that could still be asked, and the sums of the whole paper."""
    counts = dict.fromkeys(columns[0], 0)
    for name, text in typed.items():
        kind = name.partition(":")[2]
        if name[:1].isdecimal() and kind in counts and text.isdecimal():
            counts[kind] += int(text)
    points = sum(
        count * int(typed.get(points_key(kind), "0") or 0) for kind, count in counts.items() if _sound(typed, kind)
    )
    items = sum(counts.values())
    told = tr("{items} questions, {points} points").format(items=items, points=points)
    if typed.get(TRIAL, "0") not in ("", "0"):
        told = tr("{sum}, plus {count} on trial among them").format(sum=told, count=typed[TRIAL])
    more = tuple((kind.value, card_word(kind.value)) for kind in ItemType if kind.value not in columns[0])
    return Summary(
        types=tuple(map(card_word, columns[0])),
        levels=tuple(map(level_word, columns[1])),
        more_types=more,
        summary=told,
    )


def _sound(typed: Typed, kind: str) -> bool:
    return (typed.get(points_key(kind), "") or "0").isdecimal()


def _count(cell: CountCell) -> int:
    return int(cell.text) if cell.text.isascii() and cell.text.isdecimal() else 0
