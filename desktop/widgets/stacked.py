"""Columns that stand above each other where text is large: else a table would have to be scrolled sideways."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop.style.look import look
from desktop.widgets.table import Column, TableView
from desktop.words import tr

STACKED_FROM = 150
"""From this size of text on."""

Stacks = tuple[tuple[int, ...], ...]
"""Which columns share one, by their places; the first of each gives the heading and the order."""


def columns_for(columns: tuple[Column, ...], stacks: Stacks) -> tuple[Column, ...]:
    """The columns as they are, or stacked where the text is large."""
    if look().zoom < STACKED_FROM:
        return columns
    return tuple(_stacked([columns[place] for place in stack]) for stack in stacks)


def make_room(table: TableView, stacks: Stacks) -> None:
    """Rows tall enough for the stacks, where there are any."""
    if look().zoom >= STACKED_FROM:
        table.stand_tall(max(map(len, stacks)))


def telling(column: Column) -> Column:
    """A column whose cells name it where the text is large: below another's heading a number alone says nothing."""
    if look().zoom < STACKED_FROM:
        return column
    return replace(column, text=lambda row: tr("{title}: {text}").format(title=column.title, text=column.text(row)))


def _stacked(columns: Sequence[Column]) -> Column:
    """What says nothing takes no line."""

    def text(row: Any) -> str:
        said = [column.text(row) for column in columns]
        return "\n".join(one for one in said if one not in ("", "–")) or "–"

    elided = any(column.elided for column in columns)
    return Column(columns[0].title, text, columns[0].sort, stretch=True, elided=elided)
