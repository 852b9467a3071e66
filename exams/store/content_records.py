"""A content database as records by table: what two of them are compared by."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import cast

from exams.store.content_file import ContentFile
from exams.store.content_schema import TABLES
from exams.trust.shapes import Table
from exams.trust.strict_json import Json

_DERIVED = "passage"
_WITHOUT = {
    "course": {"version", "sha256"},
    "sections": {"place"},
    "items": {"place"},
    "section_words": {"id"},
}
"""What differs between two editions although nothing was changed, and what another column says already."""


def course_records(path: Path) -> Table:
    """Every table by name, `parts` and the search aside; sections hold their `texts` by language, items `wordings`,
    keys `explanations`. Raises what `ContentFile` raises.
    """
    with closing(ContentFile(path)) as file:
        names = (name for name in sorted(TABLES) if name != "parts" and not name.startswith(_DERIVED))
        tables = {name: _records(file, name) for name in names}
    _join(tables["sections"], tables.pop("section_words"), {"id": "section"}, "texts")
    _join(tables["items"], tables.pop("item_words"), {"id": "item", "version": "version"}, "wordings")
    _join(tables["keys"], tables.pop("key_words"), {"item": "item", "version": "version"}, "explanations")
    return {name: list[Json](records) for name, records in tables.items()}


def _records(file: ContentFile, name: str) -> list[Table]:
    columns = [str(column) for (column,) in file.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", name)]
    rows = file.rows(f"SELECT * FROM {name} ORDER BY rowid")  # noqa: S608  # a table of ours
    left_out = _WITHOUT.get(name, set())
    return [
        {column: cast("Json", value) for column, value in zip(columns, row, strict=True) if column not in left_out}
        for row in rows
    ]


def _join(records: Iterable[Table], words: Iterable[Table], owner: Mapping[str, str], name: str) -> None:
    """Give each record its words by language; `owner` maps the record's key to the columns that name it in a word."""
    by_owner: dict[tuple[Json, ...], Table] = {}
    for one in words:
        texts: Table = {column: value for column, value in one.items() if column not in {*owner.values(), "lang"}}
        by_owner.setdefault(tuple(one[column] for column in owner.values()), {})[str(one["lang"])] = texts
    for record in records:
        record[name] = by_owner.get(tuple(record[column] for column in owner), {})
