"""What the blueprint editor says of gaps, of questions that stay out, of versions and of a sample paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.screens.blueprint.state import TRIAL, SampleRow
from desktop.screens.blueprint.typed import cell_key
from desktop.words import mark, tr
from desktop.words.blueprint_words import card_word, level_word
from desktop.words.clock import datetime_text
from desktop.words.errors import sentence
from exams import BlueprintRow, SampleLine, Shortage, Stock

_MOST = 12
_LONG = 120
_LACKS = {
    "together": mark("Form {form}, chapter {chapter}: types and levels do not go together; {missing} missing."),
    "enemies": mark("Form {form}: questions that may not meet keep {missing} places empty."),
    "red_line": mark("Form {form}: {missing} red-line questions missing ({available} of {wanted})."),
    "trial": mark("Form {form}: {missing} trial questions missing ({available} of {wanted})."),
    "trial_chapter": mark(
        "Form {form}, chapter {chapter}: {missing} trial questions missing ({available} of {wanted})."
    ),
    "blueprint": mark("Chapter {chapter}: its levels ask for {missing} more than its types give."),
    "type": mark("Form {form}, chapter {chapter}, {what}: {missing} missing ({available} of {wanted})."),
    "level": mark("Form {form}, chapter {chapter}, {what}: {missing} missing ({available} of {wanted})."),
}

_DISAGREE = {
    "cells": mark("A paper needs at least one question and at most 500."),
    "points": mark("A type that is asked needs points."),
    "levels": mark("The levels of a chapter ask for more than its types give."),
    "red_line": mark("The red-line questions do not fit: no more right than asked, no more asked than the paper has."),
    "trial": mark("The trial questions do not fit: fewer than the chapters ask for, or more than a paper holds."),
}


def disagreement_texts(fields: Iterable[str]) -> tuple[str, ...]:
    """What in the numbers themselves does not go together."""
    return tuple(tr(_DISAGREE[one]) for one in fields if one in _DISAGREE)


def lacks_of(gaps: Mapping[str, Sequence[Shortage]]) -> dict[str, int]:
    """How many items the poorest form lacks, by the name of the field."""
    found: dict[str, int] = {}
    for cells in gaps.values():
        for one in cells:
            name = TRIAL if one.lack.value == TRIAL else one.type or one.level
            if one.chapter is not None and name is not None:
                key = cell_key(one.chapter, str(name))
                found[key] = max(found.get(key, 0), one.missing)
    return found


def gap_texts(gaps: Mapping[str, Sequence[Shortage]]) -> tuple[str, ...]:
    """A sentence for each gap, as many as fit."""
    return _cut([_gap(form, one) for form, cells in gaps.items() for one in cells])


def left_out_texts(stock: Stock) -> tuple[str, ...]:
    """Live questions that no exam can ask."""
    told = tr("Question {number} of the bank stays out ({name}): {message}")
    return _cut(
        [
            told.format(number=one.number, name=one.name[:30], message=sentence(one.code, one.facts).text)
            for one in stock.left_out
        ]
    )


def version_text(row: BlueprintRow) -> str:
    """A saved version in a list."""
    told = tr("Version {version}, {who}, {when}")
    return told.format(version=row.version, who=row.who, when=datetime_text(row.wt))


def sample_row(line: SampleLine) -> SampleRow:
    """A place of a sample paper."""
    return SampleRow(
        line.position,
        str(line.chapter),
        card_word(line.type.value),
        level_word(line.level),
        " ".join(_words(line))[:_LONG],
    )


def _words(line: SampleLine) -> Iterator[str]:
    if line.red_line:
        yield tr("[red line]")
    if line.trial:
        yield tr("[on trial]")
    yield line.stem or tr("{item}: the course's own, sealed").format(item=line.item)


def _gap(form: str, one: Shortage) -> str:
    what = card_word(one.type.value) if one.type else level_word(one.level.value) if one.level else "–"
    lack = "trial_chapter" if one.lack.value == "trial" and one.chapter is not None else one.lack.value
    return tr(_LACKS[lack]).format(
        form=form,
        chapter=one.chapter or "–",
        what=what,
        missing=one.missing,
        wanted=one.wanted,
        available=one.available,
    )


def _cut(told: list[str]) -> tuple[str, ...]:
    if len(told) <= _MOST:
        return tuple(told)
    return (*told[:_MOST], tr("and {count} more").format(count=len(told) - _MOST))
