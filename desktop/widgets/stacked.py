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


def make_room(table: TableView, stacks: Stacks, lines: int = 1) -> None:
    """Rows tall enough for the stacks, where there are any, and for so many lines."""
    if look().zoom >= STACKED_FROM:
        table.stand_tall(max(lines, *map(len, stacks)))


def in_lines(text: str, most: int, lines: int) -> str:
    """So many lines at most, each no wider than `most` Latin letters, a Chinese character counting as two.

    What finds no room leaves three dots.
    """
    rest = " ".join(text.split())
    told: list[str] = []
    while rest and len(told) < lines:
        line = _first_line(rest, most)
        rest = rest[len(line) :].lstrip()
        told.append(line.rstrip())
    if rest:
        last = told[-1]
        told[-1] = f"{last if _width(last) < most else last[:-1]}…"
    return "\n".join(told)


def _first_line(text: str, most: int) -> str:
    """The beginning that fits: up to a space or between Chinese characters, a longer word cut."""
    place = next((end - 1 for end in range(1, len(text) + 1) if _width(text[:end]) > most), len(text))
    if place == len(text) or text[place] == " " or not (text[place - 1].isascii() and text[place].isascii()):
        return text[:place]
    space = text.rfind(" ", 0, place)
    return text[: space if space > place // 2 else place]


def _width(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


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
