"""Typed reading of TOML tables: each fault is noted at its line, and a neutral value stands in for the field."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from exams.content.characters import refused_character, same_words
from exams.content.faults import Code, Faults
from exams.content.files import SourceText
from exams.content.toml_lines import Path, toml_lines
from exams.items.item import LANGUAGES

_LONGEST = 8_192  # bytes of one text, unless the caller allows more
_WHERE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")

Choice = TypeVar("Choice", bound=StrEnum)
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Place:
    """A table's place in its file."""

    file: str
    lines: Mapping[Path, int]
    path: Path = ()
    first: int = 1

    def line(self, *keys: str | int) -> int:
        """The line of a key in the table; the nearest table around it where the key has no line of its own."""
        path = (*self.path, *keys)
        while path and path not in self.lines:
            if (*path, 0) in self.lines:  # an array of tables stands where its first table does
                path = (*path, 0)
                break
            path = path[:-1]
        return self.lines.get(path, 1) + self.first - 1

    def inside(self, *keys: str | int) -> "Place":
        """The place of a table in this table."""
        return Place(self.file, self.lines, (*self.path, *keys), self.first)


class Fields:
    """One table. `close` notes what nobody asked for, so that a misspelt field does not pass in silence."""

    def __init__(self, table: Mapping[str, object] | None, place: Place, faults: Faults) -> None:
        self.place = place
        self.faults = faults
        self._absent = table is None  # said once already: its fields are not missed one by one
        self._table = table or {}
        self._asked: set[str] = set()

    def note(self, key: str, code: Code, /, **facts: object) -> None:
        """Note a fault at the line of a key."""
        self.faults.note(self.place.file, self.place.line(key), code, **facts)

    def has(self, key: str) -> bool:
        """Whether the field stands in the file."""
        return key in self._table

    def raw(self, key: str) -> object:
        """The value as it stands, None where there is none."""
        self._asked.add(key)
        return self._table.get(key)

    def names(self) -> tuple[str, ...]:
        """The table's keys in the order of the file."""
        return tuple(self._table)

    def text(self, key: str, *, needed: bool = True, limit: int = _LONGEST) -> str:
        """A text that is not blank; the empty text where it is missing or wrong."""
        value = self._typed(key, str, "text", needed=needed)
        if value is None:
            return ""
        if not value.strip():
            self.note(key, Code.FIELD_MISSING, field=key)
        if len(value.encode()) > limit:
            self.note(key, Code.TOO_LONG, field=key, limit=limit)
        if found := refused_character(value):
            self.note(key, Code.CHARACTER, character=found)
        return value.strip()

    def matching(self, key: str, pattern: re.Pattern[str], form: str) -> str:
        """A text of a given form, told to the author as `form`."""
        value = self.text(key)
        if value and not pattern.fullmatch(value):
            self.note(key, Code.ID_FORM, field=key, value=value, form=form)
            return ""
        return value

    def integer(self, key: str, lowest: int, highest: int, *, needed: bool = True) -> int:
        """A whole number within limits; the lowest where it is missing or wrong."""
        value = self._typed(key, int, "integer", needed=needed, refused=bool)
        if value is None:
            return lowest
        if not lowest <= value <= highest:
            self.note(key, Code.FIELD_VALUE, field=key, value=value, allowed=f"{lowest}-{highest}")
            return lowest
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """An optional true or false."""
        value = self._typed(key, bool, "boolean", needed=False)
        return default if value is None else value

    def day(self, key: str) -> date | None:
        """An optional date."""
        return self._typed(key, date, "date", needed=False, refused=datetime)

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """One of the values of an enum; its first where the field is missing or wrong."""
        value = self.text(key)
        allowed = [one.value for one in kind]
        if value in allowed:
            return kind(value)
        if value:
            self.note(key, Code.FIELD_VALUE, field=key, value=value, allowed=", ".join(allowed))
        return next(iter(kind))

    def texts(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of texts, empty where it is missing or wrong."""
        value = self._typed(key, list, "list", needed=needed)
        if value is None:
            return ()
        if not all(isinstance(one, str) for one in value):
            self.note(key, Code.FIELD_TYPE, field=key, wanted="texts")
            return ()
        for twice in sorted({one for one in value if value.count(one) > 1}):
            self.note(key, Code.ID_TWICE, id=twice, first=f"{self.place.file}:{self.place.line(key)}")
        return tuple(dict.fromkeys(value))

    def table(self, key: str, *, needed: bool = True) -> "Fields":
        """A table inside this one, empty where it is missing or wrong."""
        value = self._typed(key, dict, "table", needed=needed)
        return Fields(value, self.place.inside(key), self.faults)

    def tables(self, key: str, *, needed: bool = True) -> tuple["Fields", ...]:
        """An array of tables."""
        value = self._typed(key, list, "tables", needed=needed)
        if value is None:
            return ()
        if not all(isinstance(one, dict) for one in value):
            self.note(key, Code.FIELD_TYPE, field=key, wanted="tables")
            return ()
        return tuple(Fields(one, self.place.inside(key, n), self.faults) for n, one in enumerate(value))

    def in_languages(self, key: str) -> dict[str, str]:
        """A table with one text per language; an untranslated copy is a fault."""
        table = self.table(key)
        texts = {language: table.text(language) for language in LANGUAGES} if self.has(key) else {}
        table.close()
        self.translated(key, texts)
        return texts or dict.fromkeys(LANGUAGES, "")

    def translated(self, key: str, texts: Mapping[str, str]) -> None:
        """Note a fault where two languages have the same words."""
        words = [same_words(text) for text in texts.values() if text]
        if len(set(words)) < len(words):
            self.note(key, Code.NOT_TRANSLATED, field=key)

    def close(self) -> None:
        """Note every field that was not asked for."""
        for key in self._table:
            if key not in self._asked:
                self.note(key, Code.FIELD_UNKNOWN, field=key)

    def _typed(
        self, key: str, kind: type[Kind], wanted: str, *, needed: bool, refused: type | None = None
    ) -> Kind | None:
        value = self.raw(key)
        if value is None:
            if needed and not self._absent:
                self.note(key, Code.FIELD_MISSING, field=key)
            return None
        if not isinstance(value, kind) or (refused is not None and isinstance(value, refused)):
            self.note(key, Code.FIELD_TYPE, field=key, wanted=wanted)
            return None
        return value


def read_toml(source: SourceText, faults: Faults) -> Fields | None:
    """The fields of a TOML text; None where it is not TOML, which is noted at its line."""
    try:
        table = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:  # a number of 5000 digits is a plain ValueError
        line = _line_in(str(error), source.text)
        detail = _WHERE.sub("", str(error))
        faults.note(source.file, line + source.first - 1, Code.TOML, detail=detail)
        return None
    place = Place(source.file, toml_lines(source.text), first=source.first)
    return Fields(table, place, faults)


def _line_in(message: str, text: str) -> int:
    """The line a message of the TOML reader names; the first where it names none."""
    found = _WHERE.search(message)
    if found is None:
        return 1
    return int(found.group(1)) if found.group(1) else text.rstrip("\n").count("\n") + 1


class Once:
    """Notes the second and every later use of an id."""

    def __init__(self, faults: Faults) -> None:
        self._seen: dict[str, str] = {}
        self._faults = faults

    def take(self, value: str, file: str, line: int, code: Code = Code.ID_TWICE) -> bool:
        """True where the id is new; a fault tells where the first one stands."""
        if value in self._seen:
            self._faults.note(file, line, code, id=value, first=self._seen[value])
            return False
        self._seen[value] = f"{file}:{line}"
        return True
