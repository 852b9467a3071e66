"""Questions of several parts: matching, several blanks, dropdowns, cloze."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from exams.interop.grading.choice import place_of_letter
from exams.interop.grading.errors import BadCase
from exams.interop.grading.numerical import grade_number
from exams.interop.grading.outcome import BLANK, Outcome, mean, outcome
from exams.interop.grading.quantity import exact
from exams.interop.grading.settings import Settings
from exams.interop.grading.shortanswer import answers_of, grade_text

_ONE_OF = ("multichoice", "mc", "v", "h", "s", "vs", "hs", "single", "dropdown", "dropdowns", "gapselect", "choice")
_SEVERAL = ("multiresponse", "mr", "multiple")
_NUMBERS = ("numerical", "nm")
_CASED = ("c", "sac", "mwc", "shortanswerc")


def grade_matching(question: dict[str, Any], response: object) -> Outcome:
    """Right pairs of all pairs with a left side; sides compare as text, trimmed."""
    given = _pairs(response)
    if not any(right for _, right in given):
        return BLANK
    waiting = Counter(given)
    parts = []
    for left, right in _pairs(question.get("pairs")):
        if left:
            hit = waiting[left, right] > 0
            waiting[left, right] -= hit
            parts.append(Fraction(hit))
    return mean(tuple(parts))


def _pairs(value: object) -> list[tuple[str, str]]:
    listed = [[left, right] for left, right in value.items()] if isinstance(value, dict) else value
    if not isinstance(listed, list) or not all(isinstance(one, list) and len(one) == 2 for one in listed):
        raise BadCase(detail="pairs")
    return [(_plain(left), _plain(right)) for left, right in listed]


def _plain(value: object) -> str:
    return "" if value is None else unicodedata.normalize("NFC", str(value)).strip()


def grade_parts(question: dict[str, Any], response: object, settings: Settings) -> Outcome:
    """The weighted mean of the blanks; `order_free` lets equal blanks be filled in any order."""
    blanks = _blanks(question)
    given = _given(response, len(blanks))
    if not any(map(_is_filled, given)):
        return BLANK
    if settings.flag("order_free", "any_order", "unordered"):
        given = _in_best_order(blanks, given, settings)
    marked = [_grade_blank(blank, one, settings) for blank, one in zip(blanks, given, strict=True)]
    weights = [_weight(blank) for blank in blanks]
    total = sum(weights)
    if not total:
        return BLANK
    earned = sum((part * weight for part, weight in zip(marked, weights, strict=True)), Fraction(0))
    return outcome(earned / total, tuple(marked))


def part_weights(question: dict[str, Any]) -> tuple[Fraction, ...]:
    """The weight of every blank, 1 where none is said."""
    return tuple(_weight(blank) for blank in _blanks(question))


def _blanks(question: dict[str, Any]) -> list[dict[str, Any]]:
    parts = question.get("parts") or question.get("blanks")
    if not isinstance(parts, list):
        parts = question.get("answers")
    if not isinstance(parts, list) or not parts:
        raise BadCase(detail="parts")
    return [_blank(part) for part in parts]


def _blank(part: object) -> dict[str, Any]:
    if isinstance(part, list):
        return {"type": "shortanswer", "answers": part}
    if not isinstance(part, dict):
        return {"type": "shortanswer", "answers": [part]}
    if "answers" in part:
        return part
    right = part.get("correct", part.get("answer", part.get("text", "")))
    return {**part, "answers": right if isinstance(right, list) else [right]}


def _weight(blank: dict[str, Any]) -> Fraction:
    weight = exact(blank.get("mark", blank.get("weight", 1)))
    return Fraction(1) if weight is None else weight


def _given(response: object, count: int) -> list[object]:
    if isinstance(response, dict):
        response = list(response.values())
    given = response if isinstance(response, list) else [response]
    if len(given) > count:
        raise BadCase(detail="response")
    return [*given, *[""] * (count - len(given))]


def _is_filled(one: object) -> bool:
    return any(map(_is_filled, one)) if isinstance(one, list) else one is not None and bool(str(one).strip())


def _grade_blank(blank: dict[str, Any], given: object, settings: Settings) -> Fraction:
    if not _is_filled(given):
        return Fraction(0)
    kind = str(blank.get("type", "")).lower().replace("_", "")
    answers = answers_of(blank)
    if kind in _SEVERAL or kind.startswith("multiresponse"):
        return _several(answers, given)
    if kind in _ONE_OF or kind.startswith("multichoice"):
        index = _place(given, answers)
        return Fraction(0) if index is None else answers[index][1]
    own = settings.within(blank, {"usecase": True} if kind in _CASED else {})
    grade = grade_number if kind in _NUMBERS else grade_text
    return grade(str(given), answers, own).fraction or Fraction(0)


def _place(given: object, answers: Sequence[tuple[str, Fraction, Any]]) -> int | None:
    said = str(given).strip()
    alike = [index for index, (text, _, _) in enumerate(answers) if text.strip() == said]
    return max(alike, key=lambda index: answers[index][1]) if alike else place_of_letter(given, len(answers))


def _several(answers: Sequence[tuple[str, Fraction, Any]], given: object) -> Fraction:
    chosen = given if isinstance(given, list) else [given]
    places = {_place(one, answers) for one in chosen}
    total = sum((answers[index][1] for index in places if index is not None), Fraction(0))
    return min(max(Fraction(0), total), Fraction(1))


def _in_best_order(blanks: list[dict[str, Any]], given: list[object], settings: Settings) -> list[object]:
    """Every answer to a blank of its own that takes it in full (augmenting paths), the others as they stand."""
    fits = [[index for index, one in enumerate(given) if _grade_blank(blank, one, settings) >= 1] for blank in blanks]
    holder: dict[int, int] = {}

    def settle(blank: int, seen: set[int]) -> bool:
        for index in fits[blank]:
            if index not in seen:
                seen.add(index)
                if index not in holder or settle(holder[index], seen):
                    holder[index] = blank
                    return True
        return False

    for blank in range(len(blanks)):
        settle(blank, set())
    taken = {blank: index for index, blank in holder.items()}
    rest = iter([index for index in range(len(given)) if index not in holder])
    return [given[taken[blank] if blank in taken else next(rest)] for blank in range(len(blanks))]
