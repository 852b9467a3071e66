"""Calculated questions: their formulas with the values of one candidate, then as numbers (interop 4.5)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from exams.interop.grading.errors import BadCase, NotMarkable
from exams.interop.grading.formula import reckoned, shown
from exams.interop.grading.numerical import KINDS, grade_number
from exams.interop.grading.outcome import Outcome
from exams.interop.grading.quantity import exact
from exams.interop.grading.settings import Settings

_VALUES = ("values", "dataset", "variables", "parameters", "params")
_LENGTH, _FORMAT, _KIND = ("correct_answer_length", "length"), ("correct_answer_format", "format"), ("tolerance_type",)


def grade_calculated(question: dict[str, Any], response: object, settings: Settings) -> Outcome:
    """Raises `NotMarkable` without the values that the candidate was given, `BadCase` for a formula that is none."""
    given = settings.get(*_VALUES)
    if not isinstance(given, dict):
        raise NotMarkable(type=question["type"])
    values = {str(name): _number(value) for name, value in given.items()}
    listed = question.get("answers")
    answers = [_answer(one, values, settings) for one in listed] if isinstance(listed, list) else []
    return grade_number(response, answers, settings)


def _number(value: object) -> float:
    number = exact(value)
    if number is None:
        raise BadCase(detail="values")
    return float(number)


def _answer(entry: object, values: Mapping[str, float], settings: Settings) -> tuple[str, Fraction, Any]:
    if not isinstance(entry, dict):
        entry = {"text": entry}
    own = settings.within(entry, {})
    part = exact(entry.get("fraction", 1))
    kind = KINDS.get(str(own.get(*_KIND) or "1"), str(own.get(*_KIND)).lower())
    tolerance = {"kind": kind, "value": entry.get("tolerance")}
    formula = str(entry.get("text", "")).strip()
    if formula == "*":
        return formula, part or Fraction(0), tolerance
    length = own.number(*_LENGTH)
    value = reckoned(formula, values)
    if length is not None:
        value = shown(value, int(length), str(own.get(*_FORMAT) or "1"))
    return repr(value), part or Fraction(0), tolerance
