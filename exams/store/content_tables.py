"""The tables of a content database, and the three parts poured into them: the only place that writes one."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from exams.content.bigrams import indexed, single_characters
from exams.content.markdown import FACT, plain
from exams.content.parts import Parts
from exams.content.strict_json import read_json, write_json
from exams.store.content_schema import SEARCH, VIEWS

if TYPE_CHECKING:
    from sqlite_utils import Database

Record = Mapping[str, Any]

_SOURCE_MARK = re.compile(rf"\s*\[{FACT.pattern}\]")
"""The sign of a source in a text: nothing to search for, nothing to read in a find."""


def pour(db: "Database", parts: Parts) -> None:
    """Create every table and fill it from the parts."""
    course, items, keys = (_part(raw) for raw in parts.files().values())
    _parts(db, parts)
    _course(db, course, parts.sha256())
    _sections(db, course["sections"])
    _small_tables(db, course)
    _items(db, items["items"])
    _keys(db, keys["keys"])
    for name, sql in VIEWS.items():
        db.create_view(name, sql)


def _part(raw: bytes) -> Record:
    part = read_json(raw)
    if not isinstance(part, dict):
        raise TypeError(type(part))
    return part


def _json(value: Any) -> str:
    return write_json(value).decode()


def _table(db: "Database", name: str, columns: dict[str, type], pk: Any, **more: Any) -> Any:
    return db.table(name).create(columns, pk=pk, not_null=columns, strict=True, **more)


def _parts(db: "Database", parts: Parts) -> None:
    table = _table(db, "parts", {"name": str, "bytes": int, "sha256": str}, "name")
    hashes = parts.hashes()
    table.insert_all({"name": name, "bytes": len(raw), "sha256": hashes[name]} for name, raw in parts.files().items())


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
    texts = ("title", "objectives", "blocks", "body")
    columns = {"id": int, "section": str, "lang": str, **dict.fromkeys(texts, str)}
    table = _table(db, "section_words", columns, "id", foreign_keys=[("section", "sections", "id")])
    db.execute(SEARCH)
    for number, words in enumerate(_section_words(sections), start=1):
        table.insert({"id": number, **words})
        title, body = words["title"], words["body"]
        db.execute(
            "INSERT INTO section_search(rowid, title, body, singles) VALUES (?, ?, ?, ?)",
            (number, indexed(title), indexed(body), single_characters(title + body)),
        )
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
                "body": _SOURCE_MARK.sub("", "\n".join(filter(None, map(_plain, text["blocks"])))),
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


def _items(db: "Database", items: list[Record]) -> None:
    texts = ("use", "type", "section", "objective", "level", "difficulty", "review_date", "clause_date")
    numbers = ("version", "chapter", "red_line", "shuffle")
    lists = ("facts", "enemies", "template")
    columns: dict[str, type] = {"id": str, "place": int}
    columns |= {**dict.fromkeys(numbers, int), **dict.fromkeys(texts, str), **dict.fromkeys(lists, str)}
    foreign = [("chapter", "chapters", "number"), ("section", "sections", "id")]
    table = _table(db, "items", columns, ("id", "version"), foreign_keys=foreign)
    table.insert_all(
        {
            **{name: one[name] for name in ("id", *numbers, *texts)},
            "place": place,
            **{name: _json(one[name]) for name in lists},
        }
        for place, one in enumerate(items)
    )
    table.create_index(["use", "chapter", "place"])
    columns = {"item": str, "version": int, "lang": str, "stem": str, "options": str}
    table = _table(db, "item_words", columns, ("item", "version", "lang"), foreign_keys=[_OF_ITEM])
    table.insert_all(
        {
            "item": one["id"],
            "version": one["version"],
            "lang": lang,
            "stem": words["stem"],
            "options": _json(words["options"]),
        }
        for one in items
        for lang, words in one["wordings"].items()
    )


_OF_ITEM = (("item", "version"), "items", ("id", "version"))


def _keys(db: "Database", keys: list[Record]) -> None:
    columns: dict[str, type] = {"item": str, "version": int, "correct": str, "tolerance": str}
    table = _table(db, "keys", columns, ("item", "version"), foreign_keys=[_OF_ITEM])
    table.insert_all({**{name: one[name] for name in columns}, "correct": _json(one["correct"])} for one in keys)
    columns = {"item": str, "version": int, "lang": str, "explanation": str, "options": str, "mistakes": str}
    table = _table(db, "key_words", columns, ("item", "version", "lang"), foreign_keys=[_OF_ITEM])
    table.insert_all(
        {
            "item": one["item"],
            "version": one["version"],
            "lang": lang,
            "explanation": words["text"],
            "options": _json(words["options"]),
            "mistakes": _json(words["mistakes"]),
        }
        for one in keys
        for lang, words in one["explanations"].items()
    )
