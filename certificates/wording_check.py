"""What a file of words must hold to be printed: every text, no other, and only placeholders that are filled."""

import re
from collections.abc import Mapping
from string import Formatter

from certificates.errors import BadWording

_FILLED: dict[str, frozenset[str]] = {
    "document": frozenset({"number", "name"}),
    "course": frozenset({"title"}),
    "date": frozenset({"year", "month", "day", "month_name"}),
    "seal": frozenset({"bank"}),
    "seal_description": frozenset({"seal"}),
}
_NEEDED: dict[str, frozenset[str]] = {
    "document": frozenset({"number", "name"}),
    "course": frozenset({"title"}),
    "date": frozenset({"year", "day"}),
}
_LENGTH_MOST = 200
_MONTHS = 12


def check_words(
    file: str, text: str, told: Mapping[str, object], ours: Mapping[str, str], *, months: bool = False
) -> None:
    """Raise `BadWording` for the first fault in the order of the file, then for what is missing at its end.

    `ours` has every text that is needed; `months` asks for the names of the months too.
    """
    for key, value in told.items():
        reason, detail = _months_fault(value) if key == "months" else _fault(key, value, ours)
        if reason:
            raise BadWording(file=file, line=line_of(text, key), reason=reason, key=key, told=detail)
    wanted = [*ours, "months"] if months else list(ours)
    missing = next((key for key in wanted if key not in told), None)
    if missing:
        raise BadWording(file=file, line=max(1, len(text.splitlines())), reason="missing_key", key=missing)


def line_of(text: str, key: str) -> int:
    """The line on which a key stands, counted from 1; 1 where it stands nowhere."""
    sought = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if sought.match(line)), 1)


def _fault(key: str, value: object, ours: Mapping[str, str]) -> tuple[str, str]:
    if key not in ours:
        return "unknown_key", ""
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        return "not_text", ""
    if len(value) > _LENGTH_MOST:
        return "too_long", ""
    return _placeholder_fault(key, value)


def _placeholder_fault(key: str, value: str) -> tuple[str, str]:
    """A placeholder is a bare name: neither an attribute nor a format may follow it."""
    try:
        parts = [(name, spec, turn) for _, name, spec, turn in Formatter().parse(value) if name is not None]
    except ValueError:
        return "unknown_placeholder", "{"
    for name, spec, turn in parts:
        if name not in _FILLED.get(key, ()) or spec or turn:
            return "unknown_placeholder", "{" + name + "}"
    missing = sorted(_NEEDED.get(key, frozenset()) - {name for name, _, _ in parts})
    return ("missing_placeholder", "{" + missing[0] + "}") if missing else ("", "")


def _months_fault(value: object) -> tuple[str, str]:
    good = isinstance(value, list) and len(value) == _MONTHS and all(isinstance(one, str) and one for one in value)
    return ("", "") if good else ("months", "")
