"""Cases as lines of JSON: each line by itself, one that is none is refused by its number and the others go on."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from exams.errors import AcademyError
from exams.interop.grading.door import grade_case
from exams.interop.grading.errors import BadCase

LONGEST = 4 * 1024 * 1024
"""Characters of one line."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What a line gives: an outcome as JSON, or the code and the facts of its refusal."""

    line: int
    result: dict[str, Any] | None = None
    code: str = ""
    facts: dict[str, Any] | None = None


def grade_lines(lines: Iterable[str]) -> Iterator[Graded]:
    """In turn, blank lines left out; lines count from 1."""
    for number, line in enumerate(lines, 1):
        if line.strip("\ufeff \t\r\n"):
            yield _graded(number, line.lstrip("\ufeff"))


def _graded(number: int, line: str) -> Graded:
    try:
        case = _case(line)
        return Graded(number, grade_case(case.get("question"), case.get("response"), case.get("options")).to_json())
    except AcademyError as refusal:
        return Graded(number, None, refusal.code, {"line": number, **refusal.facts})


def _case(line: str) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise BadCase(detail="length")
    try:
        case = json.loads(line, parse_float=Decimal, parse_int=_whole, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadCase(detail="JSON") from None
    if not isinstance(case, dict) or "question" not in case:
        raise BadCase(detail="question")
    return case


def _whole(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < 400 else Decimal(digits)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
