"""One language of an item: stem, options, explanation, and a line for every option or typical mistake."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from exams.content.boards import read_board_options
from exams.content.characters import bare_words
from exams.content.faults import Code
from exams.content.fields import Fields
from exams.content.places import WITH_PLACES, read_places
from exams.items.item import Explanation, ItemType, Wording
from exams.items.spots import regions

OPTIONS = {ItemType.SINGLE: (4, 4), ItemType.MULTIPLE: (4, 5), ItemType.BEST_WORST: (5, 6)}
"""How many options a type has, at least and at most; the types not named have none."""

_TRUTH = frozenset(("true", "false"))
_LONGEST_STEM = 65_536
_BRACES = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class WrittenWording:
    """One language as it is split between the item and its key."""

    wording: Wording
    explanation: Explanation
    fields: Fields


def read_wording(fields: Fields, kind: ItemType, variables: frozenset[str], mistakes: frozenset[str]) -> WrittenWording:
    """Read one language; `variables` and `mistakes` are those of the generator, empty for all other types."""
    stem = fields.text("stem", limit=_LONGEST_STEM)
    _check_places(fields, "stem", stem, variables)
    text = fields.text("explanation")
    _check_places(fields, "explanation", text, frozenset())
    options = _options(fields, kind)
    if kind is ItemType.NUMERICAL:
        lines = _read_lines(fields, "mistakes", mistakes, Code.MISTAKE_MISSING, Code.MISTAKE_UNKNOWN)
        explanation = Explanation(text, mistakes=lines)
    else:
        lines = _read_lines(fields, "why", _explained(kind, options), Code.WHY_MISSING, Code.WHY_UNKNOWN)
        explanation = Explanation(text, options=lines)
    fields.close()
    return WrittenWording(Wording(stem, tuple(options.items())), explanation, fields)


def _explained(kind: ItemType, options: Mapping[str, str]) -> frozenset[str]:
    """The options that each want a line of their own."""
    if kind is ItemType.TRUEFALSE:
        return _TRUTH
    if kind is ItemType.HOTSPOT:
        return frozenset(regions([*options]))
    return frozenset(options) if kind in OPTIONS else frozenset()


def _options(fields: Fields, kind: ItemType) -> Mapping[str, str]:
    if kind in OPTIONS:
        return _read_options(fields, kind)
    if kind is ItemType.HOTSPOT:
        return read_board_options(fields)
    return read_places(fields, kind) if kind in WITH_PLACES else {}


def _check_places(fields: Fields, key: str, text: str, variables: frozenset[str]) -> None:
    """Every variable has a place in the stem, and no other brace stands anywhere."""
    found = frozenset(_BRACES.findall(text))
    for name in sorted(found ^ variables):
        fields.note(key, Code.PLACEHOLDER, field=key, name="{" + name + "}")
    rest = _BRACES.sub("", text)
    if "{" in rest or "}" in rest:
        fields.note(key, Code.PLACEHOLDER, field=key, name="{ }")


def _read_options(fields: Fields, kind: ItemType) -> Mapping[str, str]:
    table = fields.table("options")
    options = {letter: table.text(letter) for letter in table.names()}
    if not fields.has("options"):
        return options
    lowest, highest = OPTIONS[kind]
    if not lowest <= len(options) <= highest:
        allowed = str(lowest) if lowest == highest else f"{lowest}-{highest}"
        fields.note("options", Code.OPTION_COUNT, count=len(options), allowed=allowed)
    elif list(options) != list("ABCDEF"[: len(options)]):
        fields.note("options", Code.OPTION_LETTERS, letters=", ".join(options))
    _check_equal(table, options)
    for letter, text in options.items():
        _check_places(table, letter, text, frozenset())
    return options


def _check_equal(table: Fields, options: Mapping[str, str]) -> None:
    seen: dict[str, str] = {}
    for letter, text in options.items():
        words = bare_words(text)
        if words and words in seen:
            table.note(letter, Code.OPTIONS_EQUAL, first=seen[words], second=letter)
        seen.setdefault(words, letter)


def _read_lines(fields: Fields, key: str, wanted: frozenset[str], missing: Code, unknown: Code) -> Mapping[str, str]:
    table = fields.table(key, needed=bool(wanted))
    for name in sorted(wanted - set(table.names())) if fields.has(key) else ():
        fields.note(key, missing, name=name)
    lines = {}
    for name in table.names():
        if name in wanted:
            lines[name] = table.text(name)
        else:
            table.note(name, unknown, name=name)
    return lines
