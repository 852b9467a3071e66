"""What several tries or a stated certainty make of a fraction (interop 4.8)."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from exams.interop.grading.errors import BadCase
from exams.interop.grading.outcome import Outcome
from exams.interop.grading.parts import part_weights
from exams.interop.grading.settings import Settings

PENALTY = Fraction(3333333, 10_000_000)
"""Of the mark for every wrong try, where neither question nor options say another."""

_WRONG_SCORES = {1: 0, 2: -2, 3: -6}
_WRONG_MOST = Fraction(5, 10**8)
_COUNTED = ("previous_tries", "tries_before", "tries_used", "wrong_tries", "n_tries", "tries")
_NUMBERED = ("try", "try_number", "attempt")
_RESPONSES = ("previous_responses", "earlier_responses", "responses", "previous", "tries")

Grade = Callable[[object], Outcome]


def behave(question: dict[str, Any], final: Outcome, settings: Settings, grade: Grade) -> Outcome:
    """The outcome under the behaviour that the options name; the state stays that of the response itself."""
    word = settings.word("behaviour", "behavior")
    if not word and settings.get("certainty") is not None:
        word = "cbm"
    if final.fraction is None:
        return final
    earlier = [grade(one) for one in _earlier(settings)]
    if word.endswith("cbm"):
        fraction = _by_certainty(final.fraction, settings)
    elif word.startswith("adaptive"):
        fraction = _adaptive(final.fraction, earlier, settings, free="nopenalty" in word)
    elif "countback" in word and final.parts and earlier:
        fraction = _countback(question, [*earlier, final], _penalty(settings))
    elif word.startswith("interactive") or "countback" in word:
        fraction = max(Fraction(0), final.fraction - _penalty(settings) * _tries(earlier, settings))
    elif word in ("", "deferred", "deferredfeedback", "immediate", "immediatefeedback"):
        fraction = final.fraction
    else:
        raise BadCase(detail="behaviour")
    return Outcome(fraction, final.state, final.parts)


def _earlier(settings: Settings) -> Sequence[object]:
    return next((value for name in _RESPONSES if isinstance(value := settings.get(name), list)), [])


def _tries(earlier: Sequence[Outcome], settings: Settings) -> Fraction:
    if earlier:
        return Fraction(len(earlier))
    counted = settings.number(*_COUNTED) if not isinstance(settings.get(*_COUNTED), list) else None
    if counted is not None:
        return counted
    numbered = settings.number(*_NUMBERED)
    return max(Fraction(0), numbered - 1) if numbered is not None else Fraction(0)


def _penalty(settings: Settings) -> Fraction:
    penalty = settings.number("penalty")
    return PENALTY if penalty is None else penalty


def _adaptive(fraction: Fraction, earlier: Sequence[Outcome], settings: Settings, *, free: bool) -> Fraction:
    penalty = Fraction(0) if free else _penalty(settings)
    best = settings.number("best", "best_so_far", "previous_best", "best_fraction") or Fraction(0)
    for index, one in enumerate(earlier):
        best = max(best, (one.fraction or Fraction(0)) - penalty * index)
    return max(best, fraction - penalty * _tries(earlier, settings))


def _countback(question: dict[str, Any], tries: Sequence[Outcome], penalty: Fraction) -> Fraction:
    final = tries[-1].parts
    blank = (Fraction(0),) * len(final)
    earned = []
    for index, part in enumerate(final):
        course = [(one.parts or blank)[index] for one in tries]
        changed = max((at + 1 for at, then in enumerate(course) if then != part), default=0)
        earned.append(max(Fraction(0), part - changed * penalty))
    weights = part_weights(question) if question.get("type") in ("cloze", "fill") else (Fraction(1),) * len(earned)
    return sum((part * weight for part, weight in zip(earned, weights, strict=True)), Fraction(0)) / sum(weights)


def _by_certainty(fraction: Fraction, settings: Settings) -> Fraction:
    certainty = settings.number("certainty")
    level = 1 if certainty is None else int(certainty)
    if level == -1:
        return Fraction(0)
    if level not in _WRONG_SCORES:
        raise BadCase(detail="certainty")
    return Fraction(_WRONG_SCORES[level]) if fraction <= _WRONG_MOST else level * fraction
