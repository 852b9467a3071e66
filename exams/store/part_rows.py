"""From records of the published parts to rows in the column order that `content_values` reads."""

from collections.abc import Iterator, Mapping
from typing import Any

from exams.content.part_shape import SHAPE
from exams.store.content_errors import ContentNewer
from exams.store.content_file import Row
from exams.store.content_values import RED_LINE, TRIAL
from exams.trust.strict_json import read_json, write_json

Record = Mapping[str, Any]

ITEM_COLUMNS = {
    **{"id": str, "version": int, "use": str, "type": str, "chapter": int, "section": str, "objective": str},
    **{"level": str, "difficulty": str, "red_line": int, "shuffle": int, "review_date": str, "clause_date": str},
    **{"facts": str, "enemies": str, "template": str},
}
KEY_COLUMNS = {"item": str, "version": int, "correct": str, "tolerance": str}


def part_of(raw: bytes, name: str) -> Record:
    """The part of that name; raises `ContentNewer` for a later shape, `NotStrict`, `KeyError` or `ValueError`."""
    part: Any = read_json(raw)
    if not isinstance(part, dict) or part["part"] != name or not isinstance(part["shape"], int):
        raise ValueError(name)
    if part["shape"] > SHAPE:
        raise ContentNewer(path=f"{name}.json", found=part["shape"], known=SHAPE)
    if part["shape"] < SHAPE:
        raise ValueError(part["shape"])
    return part


def json_text(value: Any) -> str:
    """A value as a JSON column holds it."""
    return write_json(value).decode()


def item_row(record: Record) -> Row:
    """Of the items part or the course part."""
    nested = {name: json_text(record[name]) for name in ("facts", "enemies", "template")}
    marks = RED_LINE * bool(record["red_line"]) + TRIAL * bool(record.get("trial"))
    return [{**record, **nested, "red_line": marks}[name] for name in ITEM_COLUMNS]


def item_words(record: Record) -> Iterator[Row]:
    """Language, stem, options; Chinese first."""
    for lang, words in sorted(record["wordings"].items(), reverse=True):
        yield lang, words["stem"], json_text(words["options"])


def key_row(record: Record) -> Row:
    """Of the keys part or the course part."""
    return [{**record, "correct": json_text(record["correct"])}[name] for name in KEY_COLUMNS]


def key_words(record: Record) -> Iterator[Row]:
    """Language, explanation, options, mistakes; Chinese first."""
    for lang, words in sorted(record["explanations"].items(), reverse=True):
        yield lang, words["text"], json_text(words["options"]), json_text(words["mistakes"])
