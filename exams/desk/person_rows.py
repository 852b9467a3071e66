"""The lists in a person's record: sections, self-checks, sittings, as strict JSON and back."""

from collections.abc import Iterable
from dataclasses import fields

from exams.store.elsewhere_rows import CheckThere, ReadingThere, TryThere
from exams.training.study import SectionState
from exams.trust.errors import NotStrict
from exams.trust.shapes import Table, exactly, number_in, table_in, text_in
from exams.trust.strict_json import Json


def spelt(rows: Iterable[ReadingThere | CheckThere | TryThere]) -> Json:
    """As they are written in the record."""
    return [_spelt(one) for one in rows]


def _spelt(row: ReadingThere | CheckThere | TryThere) -> Json:
    table: Table = {}
    for name, value in ((field.name, getattr(row, field.name)) for field in fields(row)):
        table[name] = {str(key): percent for key, percent in value.items()} if name == "chapters" else value
    return table


def _tables(table: Table, name: str, kind: type[ReadingThere | CheckThere | TryThere]) -> list[Table]:
    rows = table[name]
    if not isinstance(rows, list):
        raise NotStrict(detail=name)
    return [exactly(one, *(field.name for field in fields(kind))) for one in rows]


def reading_in(table: Table) -> list[ReadingThere]:
    """Sections; raises `NotStrict`, as the two below."""
    return [
        ReadingThere(
            text_in(one, "device"),
            text_in(one, "section"),
            _state(one),
            number_in(one, "place"),
            number_in(one, "seconds"),
            number_in(one, "read_wt"),
        )
        for one in _tables(table, "reading", ReadingThere)
    ]


def _state(table: Table) -> str:
    state = text_in(table, "state")
    if state not in {SectionState.STARTED.value, SectionState.READ.value}:
        raise NotStrict(detail="state")
    return state


def checks_in(table: Table) -> list[CheckThere]:
    """Answers to self-checks."""
    return [
        CheckThere(
            text_in(one, "item"),
            text_in(one, "section"),
            text_in(one, "response"),
            min(number_in(one, "right"), 1),
            number_in(one, "wt"),
        )
        for one in _tables(table, "checks", CheckThere)
    ]


def tries_in(table: Table) -> list[TryThere]:
    """Sittings."""
    return [
        TryThere(
            text_in(one, "id"),
            text_in(one, "device"),
            text_in(one, "kind"),
            text_in(one, "blueprint"),
            number_in(one, "started_wt"),
            _or_none(one, "ended_wt"),
            number_in(one, "items"),
            _or_none(one, "score"),
            _or_none(one, "max_score"),
            _or_none(one, "passed"),
            {_chapter(name): number_in(table_in(one, "chapters"), name) for name in table_in(one, "chapters")},
        )
        for one in _tables(table, "tries", TryThere)
    ]


def _or_none(table: Table, name: str) -> int | None:
    return None if table[name] is None else number_in(table, name)


def _chapter(name: str) -> int:
    if not name.isascii() or not name.isdecimal() or len(name) > 4:
        raise NotStrict(detail="chapters")
    return int(name)
