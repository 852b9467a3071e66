"""The tables of a content database, and the parts poured into them: the only place that writes one."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from exams.content.markdown import FACT, plain
from exams.store.content_schema import VIEWS
from exams.store.part_rows import ITEM_COLUMNS, KEY_COLUMNS, Record, item_row, item_words, key_row, key_words, part_of
from exams.store.part_rows import json_text as _json
from exams.store.passage_rows import pour_passages

if TYPE_CHECKING:
    from sqlite_utils import Database

_SOURCE_MARK = re.compile(rf"\s*\[{FACT.pattern}\]")
"""The sign of a source in a text: nothing to search for, nothing to read in a find."""


def pour(db: "Database", files: Mapping[str, bytes], sha256: str) -> None:
    """Create every table and fill it from the parts by file name: the course part alone or all three."""
    parts = [part_of(raw, name.removesuffix(".json")) for name, raw in files.items()]
    course = parts[0]
    _parts(db, files)
    _course(db, course, sha256)
    _sections(db, course["sections"])
    pour_passages(db, course, lambda block: _SOURCE_MARK.sub("", _plain(block)))
    _small_tables(db, course)
    _items(db, [one for part in reversed(parts) for one in part.get("items", ())])
    _keys(db, [one for part in reversed(parts) for one in part.get("keys", ())])
    for name, sql in VIEWS.items():
        db.create_view(name, sql)


def _table(db: "Database", name: str, columns: dict[str, type], pk: Any, **more: Any) -> Any:
    return db.table(name).create(columns, pk=pk, not_null=columns, strict=True, **more)


def _parts(db: "Database", files: Mapping[str, bytes]) -> None:
    table = _table(db, "parts", {"name": str, "bytes": int, "sha256": str}, "name")
    table.insert_all(
        {"name": name, "bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()} for name, raw in files.items()
    )


def _course(db: "Database", course: Record, sha256: str) -> None:
    table = _table(db, "course", {"code": str, "version": str, "titles": str, "sha256": str}, "code")
    table.insert(
        {"code": course["code"], "version": course["version"], "titles": _json(course["titles"]), "sha256": sha256}
    )
    table = _table(db, "chapters", {"number": int, "place": int, "titles": str, "sections": str}, "number")
    table.insert_all(
        {
            "number": one["number"],
            "place": place,
            "titles": _json(one["titles"]),
            "sections": _json(one["sections"]),
        }
        for place, one in enumerate(course["chapters"])
    )


def _sections(db: "Database", sections: list[Record]) -> None:
    lists = ("facts", "compliance_review", "checks")
    columns = {"id": str, "chapter": int, "place": int, "minutes": int, "review_date": str, **dict.fromkeys(lists, str)}
    table = _table(db, "sections", columns, "id", foreign_keys=[("chapter", "chapters", "number")])
    table.insert_all(
        {
            **{name: one[name] for name in ("id", "chapter", "minutes", "review_date")},
            "place": place,
            **{name: _json(one[name]) for name in lists},
        }
        for place, one in enumerate(sections)
    )
    table.create_index(["chapter", "place"])
    texts = ("title", "objectives", "blocks")
    columns = {"id": int, "section": str, "lang": str, **dict.fromkeys(texts, str)}
    table = _table(db, "section_words", columns, "id", foreign_keys=[("section", "sections", "id")])
    table.insert_all({"id": number, **words} for number, words in enumerate(_section_words(sections), start=1))
    table.create_index(["section", "lang"], unique=True)


def _section_words(sections: list[Record]) -> Iterator[dict[str, str]]:
    for section in sections:
        for lang, text in section["texts"].items():
            yield {
                "section": section["id"],
                "lang": lang,
                "title": text["title"],
                "objectives": _json(text["objectives"]),
                "blocks": _json(text["blocks"]),
            }


def _plain(block: Record) -> str:
    match block["block"]:
        case "check":
            return ""
        case "figure":
            return f"{block['caption']}\n{block['description']}"
        case "callout":
            return f"{block['title']}\n{plain(block['html'])}".strip()
        case _:
            return plain(block["html"])


def _small_tables(db: "Database", course: Record) -> None:
    columns: dict[str, type] = {"id": str, "place": int, "names": str, "meanings": str}
    _table(db, "terms", columns, "id").insert_all(
        {"id": one["id"], "place": place, "names": _json(one["names"]), "meanings": _json(one["meanings"])}
        for place, one in enumerate(course["terms"])
    )
    columns = {"id": str, "code": str, "confidence": str, "review": int, "compliance": int}
    _table(db, "facts", columns, "id").insert_all(course["facts"])
    columns = {"id": str, "place": int, "titles": str, "sections": str}
    _table(db, "topics", columns, "id").insert_all(
        {"id": one["id"], "place": place, "titles": _json(one["titles"]), "sections": _json(one["sections"])}
        for place, one in enumerate(course["topics"])
    )
    _table(db, "blueprints", {"name": str, "record": str}, "name").insert_all(
        {"name": one["name"], "record": _json(one)} for one in course["blueprints"]
    )
    columns = {"id": str, "place": int, "record": str}
    _table(db, "scenarios", columns, "id").insert_all(
        {"id": one["id"], "place": place, "record": _json(one)} for place, one in enumerate(course["scenarios"])
    )


def _items(db: "Database", items: list[Record]) -> None:
    columns: dict[str, type] = {**ITEM_COLUMNS, "place": int}
    foreign = [("chapter", "chapters", "number"), ("section", "sections", "id")]
    table = _table(db, "items", columns, ("id", "version"), foreign_keys=foreign)
    table.insert_all(
        {**dict(zip(ITEM_COLUMNS, item_row(one), strict=True)), "place": place} for place, one in enumerate(items)
    )
    table.create_index(["use", "chapter", "place"])
    columns = {"item": str, "version": int, "lang": str, "stem": str, "options": str}
    table = _table(db, "item_words", columns, ("item", "version", "lang"), foreign_keys=[_OF_ITEM])
    table.insert_all(
        dict(zip(columns, (one["id"], one["version"], *words), strict=True))
        for one in items
        for words in item_words(one)
    )


_OF_ITEM = (("item", "version"), "items", ("id", "version"))


def _keys(db: "Database", keys: list[Record]) -> None:
    columns: dict[str, type] = {**KEY_COLUMNS}
    table = _table(db, "keys", columns, ("item", "version"), foreign_keys=[_OF_ITEM])
    table.insert_all(dict(zip(KEY_COLUMNS, key_row(one), strict=True)) for one in keys)
    columns = {"item": str, "version": int, "lang": str, "explanation": str, "options": str, "mistakes": str}
    table = _table(db, "key_words", columns, ("item", "version", "lang"), foreign_keys=[_OF_ITEM])
    table.insert_all(
        dict(zip(columns, (one["item"], one["version"], *words), strict=True))
        for one in keys
        for words in key_words(one)
    )
