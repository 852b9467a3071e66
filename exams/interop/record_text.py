"""Questions as the bank keeps them: everything of each, as one JSON text."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from exams.interop.question import NO_OPTIONS, Answer, Media, Part, Question

_USUAL: dict[str, Any] = {one.name: one.default for one in fields(Question)} | {"options": NO_OPTIONS}
_NAMES = tuple(_USUAL)
_MAPPINGS = ("options", "qti")


class BadRecord(Exception):
    """Not a text that `record_text` made."""


def record_text(question: Question) -> str:
    """A question as JSON, fields with their usual value left out."""
    record = {name: value for name in _NAMES if (value := getattr(question, name)) != _USUAL[name]}
    for name in _MAPPINGS:
        if name in record:
            record[name] = dict(record[name])
    if "parts" in record:
        record["parts"] = [(one.type, one.answers, one.mark, dict(one.options)) for one in question.parts]
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def question_from(text: str) -> Question:
    """The question of a text; raises `BadRecord`."""
    try:
        record = json.loads(text)
        for name, read in _READ.items():
            if name in record:
                record[name] = read(record[name])
        question = Question(**record)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadRecord from error
    if not all(isinstance(one, str) for one in (question.type, question.name, question.stem)):
        raise BadRecord
    return question


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
