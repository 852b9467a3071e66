"""Numerical answers: reading what was typed, units, and three kinds of tolerance."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from exams.interop.grading.errors import BadCase
from exams.interop.grading.outcome import BLANK, Outcome, outcome
from exams.interop.grading.quantity import NUMBER, exact
from exams.interop.grading.settings import Settings

EPSILON = Fraction(1, 10**14)
"""What a float of 14 digits may be off by; added to every tolerance."""

_POWER_OF_TEN = re.compile(r"(?:[x*]|×)10(?:\^|\*\*)([+-]?[0-9]+)")
_AT_THE_END = re.compile(rf"({NUMBER.pattern})$")
KINDS = {"1": "relative", "2": "nominal", "3": "geometric"}


class Typed(NamedTuple):
    """A number that was typed and what stood beside it."""

    value: Fraction
    unit: str


def read_typed(text: str, *, units_before: bool = False) -> Typed | None:
    """The number and the unit; with a point or several commas, commas are thousands, else a comma is the point."""
    text = _POWER_OF_TEN.sub(r"e\1", text.replace(" ", "").strip())
    commas_are_thousands = "." in text or text.count(",") > 1
    text = text.replace(",", "" if commas_are_thousands else ".")
    found = _number_before_the_end(text) if units_before else NUMBER.match(text)
    value = exact(found.group()) if found else None
    if found is None or value is None:
        return None
    return Typed(value, text[: found.start()] + text[found.end() :])


def _number_before_the_end(text: str) -> re.Match[str] | None:
    # Searched from the right place on, so that a long text costs one pass.
    start = len(text)
    while start and text[start - 1] in "0123456789.+-eE":
        start -= 1
    return _AT_THE_END.search(text, start) if len(text) - start <= 400 else None


def within(value: Fraction, answer: Fraction, tolerance: Fraction, kind: str) -> bool:
    """Whether a value is near enough; kinds are relative, nominal and geometric."""
    size = abs(answer)
    if kind == "relative":
        return abs(value - answer) <= size * (abs(tolerance) + EPSILON)
    if kind == "geometric":
        quotient = 1 + abs(tolerance) + EPSILON
        low, high = sorted((answer / quotient, answer * quotient))
        return low <= value <= high
    return abs(value - answer) <= tolerance + EPSILON * max(abs(tolerance), size, EPSILON)


def grade_number(response: object, answers: Sequence[tuple[str, Fraction, Any]], settings: Settings) -> Outcome:
    """The first answer that fits the value scaled by its unit, or as typed; a unit that is not known costs."""
    text, unit = _text_and_unit(response, settings)
    if not text.strip():
        return BLANK
    typed = read_typed(text, units_before=settings.flag("units_before", "unitsleft", "units_left"))
    if typed is None:
        return outcome(Fraction(0))
    multiplier = _units(settings).get(typed.unit if unit is None else unit)
    scaled = typed.value if multiplier is None else typed.value / multiplier
    kind = _kind(settings)
    for answer, part, tolerance in answers:
        if _fits(scaled, answer, tolerance, kind):
            return outcome(part if multiplier is not None else _penalised(part, settings))
        if _fits(typed.value, answer, tolerance, kind):
            return outcome(_penalised(part, settings))
    return outcome(Fraction(0))


def _text_and_unit(response: object, settings: Settings) -> tuple[str, str | None]:
    if isinstance(response, dict):
        unit = response.get("unit")
        return str(response.get("answer", "")), None if unit is None else str(unit)
    unit = settings.get("unit", "selected_unit")
    return str(response), None if unit is None else str(unit)


def _kind(settings: Settings) -> str:
    said = settings.get("tolerance_type", "tolerance_kind")
    if isinstance(settings.get("tolerance"), str) and said is None:
        said = settings.get("tolerance")
    word = KINDS.get(str(said), str(said).lower()) if said is not None else "nominal"
    return word if word in KINDS.values() else "nominal"


def _fits(value: Fraction, answer: str, tolerance: Any, kind: str) -> bool:
    if answer.strip() == "*":
        return True
    low, dots, high = answer.partition("..")
    if dots:
        ends = exact(low), exact(high)
        return ends[0] is not None and ends[1] is not None and ends[0] <= value <= ends[1]
    if isinstance(tolerance, dict):
        kind = str(tolerance.get("kind", tolerance.get("type", kind)))
        tolerance = tolerance.get("value")
    middle = exact(answer)
    middle = _as_typed(answer) if middle is None else middle
    return middle is not None and within(value, middle, exact(tolerance) or Fraction(0), kind)


def _as_typed(answer: str) -> Fraction | None:
    """A stored answer that is no plain number, read as a typed one: 0,75 and 3x10^8."""
    typed = read_typed(answer)
    return typed.value if typed and not typed.unit else None


def _units(settings: Settings) -> Mapping[str, Fraction]:
    listed = settings.get("units")
    if not listed:
        return {}
    if isinstance(listed, dict):
        listed = [{"unit": name, "multiplier": value} for name, value in listed.items()]
    try:
        pairs = [_unit(entry) for entry in listed]
    except (AttributeError, TypeError, ValueError):
        raise BadCase(detail="units") from None
    return {name: size for name, size in pairs if size}


def _unit(entry: Any) -> tuple[str, Fraction]:
    if not isinstance(entry, dict):
        name, multiplier = entry
    else:
        name = entry.get("unit", entry.get("unit_name", entry.get("name", "")))
        multiplier = entry.get("multiplier", 1)
    return str(name), exact(multiplier) or Fraction(0)


def _penalised(part: Fraction, settings: Settings) -> Fraction:
    grading = settings.word("unit_grading_type", "unit_grading", "unit_penalty_type")
    penalty = settings.number("unit_penalty") or Fraction(0)
    if grading in ("1", "mark", "ofmark", "outofmark", "responsemark"):
        part -= penalty * part
    elif grading in ("2", "max", "ofmax", "outofmax", "questionmark"):
        part -= penalty
    return max(part, Fraction(0))
