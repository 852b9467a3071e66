"""Short answers: the first stored answer that fits decides."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from exams.grading.wildcard import matches
from exams.interop.grading.outcome import BLANK, Outcome, outcome
from exams.interop.grading.quantity import exact
from exams.interop.grading.settings import Settings

_WHOLE = Fraction(1)


def answers_of(holder: object, unsaid: Fraction = _WHOLE) -> list[tuple[str, Fraction, Any]]:
    """Text, fraction (`unsaid` where there is none) and tolerance of the answers of a question or part."""
    listed = holder.get("answers") if isinstance(holder, dict) else holder
    return [_answer(entry, unsaid) for entry in listed] if isinstance(listed, list) else []


def _answer(entry: object, unsaid: Fraction) -> tuple[str, Fraction, Any]:
    if not isinstance(entry, dict):
        return str(entry), unsaid, None
    part = exact(entry.get("fraction"))
    return str(entry.get("text", "")), unsaid if part is None else part, entry.get("tolerance")


def grade_text(text: str, answers: Sequence[tuple[str, Fraction, Any]], settings: Settings) -> Outcome:
    """Blank only where nothing but blanks was typed."""
    if not text.strip():
        return BLANK
    usecase = settings.flag("usecase", "case_sensitive", "case")
    nfkc = settings.flag("nfkc")
    fit = (part for pattern, part, _ in answers if matches(text, pattern, usecase=usecase, nfkc=nfkc))
    return outcome(next(fit, Fraction(0)))
