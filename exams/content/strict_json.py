"""JSON as content parts are written and read: sorted keys, whole numbers only, no key twice, UTF-8."""

import json
from typing import NoReturn

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

_DEEPEST = 32


class NotStrict(ValueError):
    """The text is JSON that we do not write, or no JSON at all."""


def write_json(value: Json) -> bytes:
    """The one spelling of a value; the same value gives the same bytes everywhere."""
    _refuse(value, 0)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def read_json(raw: bytes) -> Json:
    """The value; raises `NotStrict` for floats, constants like NaN, a key said twice, or deep nesting."""
    try:
        value: Json = json.loads(
            raw.decode("utf-8"), parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=_no_key_twice
        )
    except (ValueError, RecursionError) as error:
        raise NotStrict(str(error)) from error
    _refuse(value, 0)
    return value


def _no_float(text: str) -> NoReturn:
    raise NotStrict(f"number {text}")


def _no_key_twice(pairs: list[tuple[str, Json]]) -> Json:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise NotStrict("key said twice")
    return table


def _refuse(value: Json, depth: int) -> None:
    if depth > _DEEPEST or isinstance(value, float):
        raise NotStrict("number or nesting")
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise NotStrict("key")
        for inside in value.values():
            _refuse(inside, depth + 1)
    elif isinstance(value, list):
        for inside in value:
            _refuse(inside, depth + 1)
