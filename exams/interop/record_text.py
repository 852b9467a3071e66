"""Questions as the bank keeps them: everything of each, as one JSON text."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from exams.interop.question import NO_OPTIONS, Answer, Media, Part, Question

_USUAL: dict[str, Any] = {one.name: one.default for one in fields(Question)} | {"options": NO_OPTIONS}
_NAMES = tuple(_USUAL)
_values = attrgetter(*_NAMES)
_MAPPINGS = ("options", "qti")
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


_PLAIN = tuple(Answer("")[2:])
_ALWAYS = ("type", "name", "stem")


class BadRecord(Exception):
    """Not a text that `record_text` made."""


def record_text(question: Question) -> str:
    """A question as JSON, fields with their usual value left out, and what an answer ends with that is usual."""
    values = zip(_NAMES, _values(question), _USUAL.values(), strict=True)
    record = {name: value for name, value, usual in values if value is not usual and value != usual}
    for name in _MAPPINGS:
        if name in record:
            record[name] = dict(record[name])
    if "answers" in record:
        record["answers"] = _cut(question.answers)
    if "parts" in record:
        record["parts"] = [(one.type, _cut(one.answers), one.mark, dict(one.options)) for one in question.parts]
    return _write(record)


def _cut(answers: Iterable[Answer]) -> list[tuple[Any, ...]]:
    return [one if one[2:] != _PLAIN else one[:2] if one[1] else one[:1] for one in answers]


def question_from(text: str) -> Question:
    """The question of a text; raises `BadRecord`."""
    return Question(**_fields(text))


def heading_of(text: str) -> tuple[str, str]:
    """Type and name of a text from which `question_from` would make a question; raises `BadRecord` as that does."""
    record = _fields(text)
    return record["type"], record["name"]


def _fields(text: str) -> dict[str, Any]:
    try:
        record: dict[str, Any] = json.loads(text)
        for name in _READ.keys() & record.keys():
            record[name] = _READ[name](record[name])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadRecord from error
    if not (record.keys() <= _USUAL.keys() and all(isinstance(record.get(name), str) for name in _ALWAYS)):
        raise BadRecord
    return record


def _answers(values: Any) -> tuple[Answer, ...]:
    return tuple(Answer(*one) for one in values)


def _options(values: Any) -> Mapping[str, Any]:
    return dict(values)


_READ: dict[str, Callable[[Any], Any]] = {
    "answers": _answers,
    "pairs": lambda values: tuple((left, right) for left, right in values),
    "items": tuple,
    "parts": lambda values: tuple(
        Part(kind, _answers(answers), mark, _options(options) or NO_OPTIONS) for kind, answers, mark, options in values
    ),
    "tags": tuple,
    "media": lambda values: tuple(Media(*one) for one in values),
    "options": _options,
    "qti": _options,
}
