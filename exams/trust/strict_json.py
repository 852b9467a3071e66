"""JSON as everything signed or published is written: sorted keys, whole numbers only, no key twice, UTF-8."""

import json
import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NoReturn

from exams.trust.errors import NotStrict, TooLarge

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

MOST = 16 * 1024 * 1024
"""Bytes read where the caller names no other cap."""

_DEEPEST = 24
_LARGEST = 10**16 - 1
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}


def write_json(value: Json) -> bytes:
    """The one spelling of a value; raises `NotStrict` for what `read_json` would refuse."""
    _refuse(value, 0)
    try:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        raise NotStrict(detail="half a character") from None


def read_json(raw: bytes, most: int = MOST) -> Json:
    """The value; raises `TooLarge`, or `NotStrict` for fractions, NaN, a key twice, 17 digits, 25 levels, bad UTF-8."""
    if len(raw) > most:
        raise TooLarge(most=most)
    text = _decoded(raw)
    if _depth(text) > _DEEPEST:
        raise NotStrict(detail="nesting")
    try:
        value: Json = json.loads(
            text,
            parse_int=_whole,
            parse_float=_no_number,
            parse_constant=_no_number,
            object_pairs_hook=_no_key_twice,
        )
    except ValueError as error:
        raise NotStrict(detail=str(error)) from None
    if "\\u" in text:
        write_json(value)
    return value


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise NotStrict(detail="not UTF-8") from None


def _depth(text: str) -> int:
    # Counted before anything is parsed: the parser goes as deep as the text asks it to.
    brackets = _BRACKET.findall(_STRING.sub("", text))
    return max(accumulate(map(_STEP.__getitem__, brackets)), default=0)


def _whole(digits: str) -> int:
    if len(digits.removeprefix("-")) > 16:
        raise NotStrict(detail="number")
    return int(digits)


def _no_number(_text: str) -> NoReturn:
    raise NotStrict(detail="number")


def _no_key_twice(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise NotStrict(detail="key twice")
    return table


def _refuse(value: object, depth: int) -> None:
    match value:
        case dict() | list() if depth == _DEEPEST:
            raise NotStrict(detail="nesting")
        case dict() | list():
            for inside in _insides(value):
                _refuse(inside, depth + 1)
        case bool() | str() | None:
            pass
        case int() if abs(value) <= _LARGEST:
            pass
        case _:
            raise NotStrict(detail="number")


def _insides(value: dict[object, object] | list[object]) -> Iterable[object]:
    if isinstance(value, list):
        return value
    if not all(isinstance(key, str) for key in value):
        raise NotStrict(detail="key")
    return value.values()
