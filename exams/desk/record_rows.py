"""Marks and mistakes in a person's record, as strict JSON and back; a list brings none twice."""

import math
import re
from collections.abc import Sequence
from typing import TypeVar

from exams.desk.mark_book import LONGEST_NOTE
from exams.store.mark_rows import MarkKind, MarkRow
from exams.store.practice_rows import MistakeRow
from exams.training.anchoring import Anchor
from exams.training.recall import Recall
from exams.trust.errors import NotStrict
from exams.trust.shapes import Table, exactly, number_in, text_in
from exams.trust.strict_json import Json

_MARK = (
    "id", "section", "lang", "kind", "note", "made_wt", "changed_wt", "gone",
    "digest", "block", "quote", "before", "after", "whole",
)  # fmt: skip
_MISTAKE = (
    "what", "chapter", "section", "objective", "source", "since_wt",
    "due_wt", "last_wt", "stability", "difficulty", "run", "lapses",
)  # fmt: skip
_LONGEST = 4_000
"""Characters of a quote or a name: a block of the course is shorter."""
_LAST_WT = 253_402_300_799_999
"""The end of the year 9999 (ms UTC): no calendar goes further."""
_LONGEST_STABILITY = 36_500.0
"""Days: the library that reckons it goes no further."""
_DECIMAL = re.compile(r"[0-9]{1,17}(\.[0-9]{1,24})?")

_Row = TypeVar("_Row", MarkRow, MistakeRow)


def marks_json(rows: Sequence[MarkRow]) -> Json:
    """As they travel, those that were taken away among them."""
    return [_mark_json(row) for row in rows]


def marks_in(table: Table) -> tuple[MarkRow, ...]:
    """The marks of a record; raises `NotStrict`."""
    return _each_once([_mark(exactly(one, *_MARK)) for one in _list(table, "marks")], "id")


def mistakes_json(rows: Sequence[MistakeRow]) -> Json:
    """As they travel: the two fractions of the memory model as decimal text, which JSON here has no numbers for."""
    return [_mistake_json(row) for row in rows]


def mistakes_in(table: Table) -> tuple[MistakeRow, ...]:
    """The mistakes of a record; raises `NotStrict`."""
    return _each_once([_mistake(exactly(one, *_MISTAKE)) for one in _list(table, "mistakes")], "what")


def _mark_json(row: MarkRow) -> Table:
    held = row.anchor
    where: Table = {"digest": held.digest, "block": held.block, "quote": held.quote, "before": held.before}
    about: Table = {"id": row.id, "section": row.section, "lang": row.lang, "kind": row.kind.value, "note": row.note}
    times: Table = {"made_wt": row.made_wt, "changed_wt": row.changed_wt, "gone": int(row.gone)}
    return {**about, **times, **where, "after": held.after, "whole": int(held.whole)}


def _mark(one: Table) -> MarkRow:
    try:
        kind = MarkKind(text_in(one, "kind"))
    except ValueError:
        raise NotStrict(detail="kind") from None
    return MarkRow(
        _text(one, "id"),
        _text(one, "section"),
        _text(one, "lang"),
        kind,
        _text(one, "note", LONGEST_NOTE),
        _moment(one, "made_wt"),
        Anchor(
            _text(one, "digest"),
            number_in(one, "block"),
            _text(one, "quote"),
            _text(one, "before"),
            _text(one, "after"),
            number_in(one, "whole") != 0,
        ),
        _moment(one, "changed_wt"),
        number_in(one, "gone") != 0,
    )


def _mistake_json(row: MistakeRow) -> Table:
    held = row.recall
    about: Table = {"what": row.what, "chapter": row.chapter, "section": row.section, "objective": row.objective}
    model: Table = {"stability": repr(held.stability), "difficulty": repr(held.difficulty)}
    times: Table = {"since_wt": row.since_wt, "due_wt": held.due_wt, "last_wt": held.last_wt}
    return {**about, **times, **model, "source": row.source, "run": held.run, "lapses": held.lapses}


def _mistake(one: Table) -> MistakeRow:
    recall = Recall(
        _moment(one, "due_wt"),
        _moment(one, "last_wt"),
        _decimal(one, "stability"),
        _decimal(one, "difficulty"),
        number_in(one, "run"),
        number_in(one, "lapses"),
    )
    texts = (_text(one, "section"), _text(one, "objective"), _text(one, "source"))
    return MistakeRow(_text(one, "what"), number_in(one, "chapter"), *texts, _moment(one, "since_wt"), recall)


def _decimal(one: Table, name: str) -> float:
    text = text_in(one, name)
    value = float(text) if _DECIMAL.fullmatch(text) else math.inf
    # The model divides by a stability and takes powers of it: what it never gives itself would break it.
    if not 0 < value <= _LONGEST_STABILITY:
        raise NotStrict(detail=name)
    return value


def _moment(one: Table, name: str) -> int:
    wt = number_in(one, name)
    if wt > _LAST_WT:
        raise NotStrict(detail=name)
    return wt


def _text(one: Table, name: str, most: int = _LONGEST) -> str:
    text = text_in(one, name)
    if len(text) > most:
        raise NotStrict(detail=name)
    return text


def _list(table: Table, name: str) -> list[Json]:
    rows = table[name]
    if not isinstance(rows, list):
        raise NotStrict(detail=name)
    return rows


def _each_once(rows: list[_Row], key: str) -> tuple[_Row, ...]:
    if len({getattr(row, key) for row in rows}) != len(rows):
        raise NotStrict(detail=key)
    return tuple(rows)
