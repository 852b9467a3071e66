"""What headquarters keeps of the course it published last: chapters, blueprints, what kind of items there are.

No stem and no key: the exam itself stays sealed in the pack.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exams.content.course import Chapter
from exams.content.part_shape import FORM
from exams.content.parts import Parts, blueprint_record
from exams.desk.branch_errors import FileUnreadable
from exams.desk.hq_home import put_file
from exams.items.item import Item
from exams.papers.blueprint import Blueprint
from exams.store import content_values as values
from exams.store.part_rows import item_row, item_words
from exams.trust.errors import NotStrict
from exams.trust.strict_json import Json, read_json, write_json

MOST = 64 * 1024 * 1024
_FILE = "outline.json"
_SHAPE = 1
_NO_WORDS: Json = {"zh": {"stem": "", "options": []}}


@dataclass(frozen=True, slots=True)
class Outline:
    """`items` are those of the course's own exam by form, without words; `blueprints` those that are exams.

    `cited` are the sections that cite a fact, by fact; `facts` all that may be cited.
    """

    chapters: tuple[Chapter, ...] = ()
    blueprints: Mapping[str, Blueprint] = field(default_factory=dict)
    items: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[str, ...]:
        """The sealed pools; a course without exam items has the first one."""
        return tuple(sorted(self.items)) or (FORM,)


def outline_of(parts: Parts) -> Outline:
    """The outline of a course's parts; raises `NotStrict` for parts that are none."""
    course, exam = _part(parts.course), _part(parts.items)
    try:
        return _outline(course, exam["items"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotStrict(detail=f"course: {type(error).__name__}") from error


def keep_outline(folder: Path, outline: Outline) -> None:
    """Put it into headquarters' folder; raises `FileNotWritten`."""
    from exams.content.parts import item_record

    items: list[Json] = [
        {**item_record(one), "wordings": _NO_WORDS, "template": None, "form": form}
        for form, listed in outline.items.items()
        for one in listed
    ]
    document: dict[str, Json] = {
        "shape": _SHAPE,
        "chapters": [
            {"number": one.number, "titles": dict(one.titles), "sections": list(one.sections)}
            for one in outline.chapters
        ],
        "blueprints": [blueprint_record(one) for one in outline.blueprints.values()],
        "facts": [{"id": one} for one in sorted(outline.facts)],
        "sections": [{"id": name, "facts": facts} for name, facts in _by_section(outline).items()],
        "items": items,
    }
    put_file(folder / _FILE, write_json(document))


def kept_outline(folder: Path) -> Outline:
    """The outline that was kept; an empty one before the first pack. Raises `FileUnreadable` for a damaged one."""
    path = folder / _FILE
    if not path.exists():
        return Outline()
    try:
        document: Any = read_json(path.read_bytes(), MOST)
        return _outline(document, document["items"])
    except (OSError, NotStrict, AttributeError, KeyError, TypeError, ValueError) as error:
        raise FileUnreadable(file=path.name, detail=type(error).__name__) from error


def _part(raw: bytes) -> Any:
    part = read_json(raw, MOST)
    if not isinstance(part, dict):
        raise NotStrict(detail="object")
    return part


def _outline(course: Any, items: Iterable[Mapping[str, Any]]) -> Outline:
    chapters = (Chapter(int(one["number"]), one["titles"], tuple(one["sections"])) for one in course["chapters"])
    blueprints = (values.blueprint_from(one) for one in course["blueprints"] if one["use"] == "exam")
    by_form: dict[str, list[Item]] = {}
    for form, item in _items(items):
        by_form.setdefault(form, []).append(item)
    return Outline(
        tuple(chapters),
        {one.name: one for one in blueprints},
        {form: tuple(listed) for form, listed in sorted(by_form.items())},
        frozenset(str(one["id"]) for one in course["facts"]),
        _cited(course["sections"]),
    )


def _cited(sections: Iterable[Mapping[str, Any]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for section in sections:
        for fact in section["facts"]:
            found.setdefault(str(fact), []).append(str(section["id"]))
    return {fact: tuple(names) for fact, names in sorted(found.items())}


def _by_section(outline: Outline) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for fact, sections in outline.cited.items():
        for name in sections:
            found.setdefault(name, []).append(fact)
    return found


def _items(records: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Item]]:
    for one in records:
        yield str(one.get("form", FORM)), values.item(item_row(one), item_words(one))
