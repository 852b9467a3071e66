"""Figures that HR has pooled over all branches (`academy hr items --json`), read back for the bank they belong to."""

import json
from typing import Any

from exams.analysis.errors import MarksPooled
from exams.analysis.options import MOST_OPTIONS
from exams.analysis.table import MOST_ITEMS

_FIGURES = ("p", "d", "discrimination_index", "discriminative_efficiency", "point_biserial")
_MOST_SITTINGS = 10**9
_SHARES = ("share", "high", "low", "pull")
_SHORT, _LONG, _MOST_REMARKS = 40, 1000, 1000


def is_pooled(raw: bytes) -> bool:
    """True for what is no table of marks but a document."""
    return raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read_pooled(raw: bytes) -> dict[str, Any]:
    """By item what `analyse` tells of one, its own `sittings` with it; raises `MarksPooled`."""
    try:
        listed = json.loads(raw.decode("utf-8-sig"))["items"]
        found = {str(one["item"]): _figures(one) for one in listed}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise MarksPooled from error
    if not 0 < len(found) <= MOST_ITEMS * 100 or len(found) != len(listed):
        raise MarksPooled
    return found


def _figures(one: dict[str, Any]) -> dict[str, Any]:
    told = {name: _number(one[name]) for name in _FIGURES}
    sittings, flags = one["sittings"], one["flags"]
    if type(sittings) is not int or not 0 < sittings <= _MOST_SITTINGS:
        raise ValueError(sittings)
    if not all(isinstance(flag, str) and flag.isidentifier() for flag in flags):
        raise ValueError(flags)
    facility = None if told["p"] is None else 100 * told["p"]
    beside = {**_options(one.get("options", {})), **_remarks(one.get("remarks", []))}
    return {**told, "facility": facility, "sittings": sittings, **beside, "flags": list(flags)}


def _options(told: dict[str, Any]) -> dict[str, Any]:
    """By letter, as `analyse` tells them; nothing where there are none."""
    if len(told) > MOST_OPTIONS or not all(0 < len(name) <= _SHORT for name in told):
        raise ValueError(told)
    found = {
        name: {
            "chosen": int(_number(one["chosen"]) or 0),
            **{share: _number(one[share]) for share in _SHARES},
            "right": one["right"] is True,
        }
        for name, one in told.items()
    }
    return {"options": found} if found else {}


def _remarks(told: list[Any]) -> dict[str, Any]:
    if len(told) > _MOST_REMARKS or not all(isinstance(text, str) and len(text) <= _LONG for text in told):
        raise ValueError(told)
    return {"remarks": list(told)} if told else {}


def _number(value: object) -> float | None:
    """A finite number or nothing."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        raise ValueError(value)
    return float(value)
