"""What changed from one pack to another, for people: sections, items, blueprints, and what lies sealed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from exams.packs.manifest import Manifest, items_file, key_file
from exams.packs.publish import FormParts
from exams.trust.errors import NotStrict
from exams.trust.shapes import Table, number_in, table_in, table_of, text_in
from exams.trust.strict_json import Json, read_json

_MOST_PART = 64 * 1024 * 1024
_COMPARED_APART = {"sections", "items", "keys", "blueprints", "version"}


class Change(StrEnum):
    """How one thing fared."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"
    UNKNOWN = "unknown"
    """Sealed anew: whether what is inside changed shows only with the content keys."""


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section of the course; `titles` by language, the new ones where there are new ones."""

    id: str
    change: Change
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item; `form` is empty for practice items. A version is 0 where the item is not in that pack."""

    id: str
    change: Change
    form: str
    old_version: int
    new_version: int


@dataclass(frozen=True, slots=True)
class NamedChange:
    """A blueprint, a form, or another part of the course."""

    name: str
    change: Change


@dataclass(frozen=True, slots=True)
class PackDiff:
    """All that differs, by id; `forms` also names those that are the same and those that cannot be told."""

    old: str
    new: str
    sections: tuple[SectionChange, ...]
    items: tuple[ItemChange, ...]
    blueprints: tuple[NamedChange, ...]
    forms: tuple[NamedChange, ...]
    others: tuple[NamedChange, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A pack as far as it can be read: what is open, and the forms whose keys headquarters holds.

    `course` has lists of `sections`, `items`, `keys` and `blueprints`; whatever else it has is compared as a whole.
    """

    manifest: Manifest
    course: Table
    forms: Mapping[str, FormParts] = field(default_factory=dict)


def pack_diff(old: Contents, new: Contents) -> PackDiff:
    """What a person should look at before the new pack goes out; raises `NotStrict` for a course of another shape."""
    return PackDiff(
        old=old.manifest.name,
        new=new.manifest.name,
        sections=tuple(_section_changes(_by(old.course, "sections", "id"), _by(new.course, "sections", "id"))),
        items=tuple(_item_changes(old, new)),
        blueprints=_named(_by(old.course, "blueprints", "name"), _by(new.course, "blueprints", "name")),
        forms=tuple(_form_changes(old, new)),
        others=_named(_others(old), _others(new)),
    )


def _compared(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[tuple[str, Change]]:
    for name in sorted({*old, *new}):
        if name not in old:
            yield name, Change.ADDED
        elif name not in new:
            yield name, Change.REMOVED
        elif old[name] != new[name]:
            yield name, Change.CHANGED


def _named(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[NamedChange, ...]:
    return tuple(NamedChange(name, change) for name, change in _compared(old, new))


def _section_changes(old: Mapping[str, Table], new: Mapping[str, Table]) -> Iterator[SectionChange]:
    for name, change in _compared(old, new):
        texts = table_in(new.get(name) or old[name], "texts")
        yield SectionChange(name, change, {lang: text_in(table_in(texts, lang), "title") for lang in texts})


def _item_changes(old: Contents, new: Contents) -> Iterator[ItemChange]:
    yield from _changes_in("", _items(old.course, old.course), _items(new.course, new.course))
    for form in sorted({*old.forms, *new.forms}):
        if not _sealed_apart(form, old, new):
            yield from _changes_in(form, _items_of(old, form), _items_of(new, form))


def _changes_in(form: str, old: Mapping[str, Table], new: Mapping[str, Table]) -> Iterator[ItemChange]:
    for name, change in _compared(old, new):
        yield ItemChange(name, change, form, _version(old.get(name)), _version(new.get(name)))


def _version(item: Table | None) -> int:
    return number_in(item, "version") if item else 0


def _form_changes(old: Contents, new: Contents) -> Iterator[NamedChange]:
    before, after = old.manifest.forms, new.manifest.forms
    for form in sorted({*before, *after}):
        if form not in before or form not in after:
            yield NamedChange(form, Change.ADDED if form in after else Change.REMOVED)
        else:
            yield NamedChange(form, _sealed_change(form, old, new))


def _sealed_change(form: str, old: Contents, new: Contents) -> Change:
    if all(old.manifest.files.get(path) == new.manifest.files.get(path) for path in (items_file(form), key_file(form))):
        return Change.SAME
    if _sealed_apart(form, old, new):
        return Change.UNKNOWN
    return Change.CHANGED if _items_of(old, form) != _items_of(new, form) else Change.SAME


def _sealed_apart(form: str, old: Contents, new: Contents) -> bool:
    """True where a pack has the form but it was not opened."""
    return any(form in pack.manifest.forms and form not in pack.forms for pack in (old, new))


def _items_of(pack: Contents, form: str) -> dict[str, Table]:
    if form not in pack.forms:
        return {}
    parts = pack.forms[form]
    return _items(_part(parts.items), _part(parts.key) if parts.key else {})


def _part(raw: bytes) -> Table:
    return table_of(read_json(raw, _MOST_PART))


def _items(items: Table, keys: Table) -> dict[str, Table]:
    """Items by id, each with its answer key: a changed key is a changed item."""
    right = _by(keys, "keys", "item")
    return {name: {**item, "key": right.get(name)} for name, item in _by(items, "items", "id").items()}


def _by(part: Table, name: str, id_field: str) -> dict[str, Table]:
    value = part.get(name, [])
    if not isinstance(value, list):
        raise NotStrict(detail=name)
    return {text_in(one, id_field): one for one in map(table_of, value)}


def _others(pack: Contents) -> dict[str, object]:
    """What is compared as a whole: the other parts of the course, and media by path."""
    parts: dict[str, Json] = {name: pack.course[name] for name in set(pack.course) - _COMPARED_APART}
    media: Iterable[str] = (path for path in pack.manifest.files if path.startswith("course/"))
    return {**parts, **{path: pack.manifest.files[path] for path in media}}
