"""Choices: options chosen by letter or by text."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from exams.interop.grading.errors import BadCase
from exams.interop.grading.outcome import BLANK, Outcome, outcome
from exams.interop.grading.settings import Settings
from exams.interop.grading.shortanswer import answers_of

_LETTERS = re.compile(r"[A-Z]{1,2}")
_RUN_OF_LETTERS = re.compile(r"[A-Z][A-Z,;、，； ]*")
_YES = frozenset(("true", "t", "yes", "1"))
_NO = frozenset(("false", "f", "no", "0"))
_ALL = frozenset(("allornothing", "all"))
_PER_RIGHT = frozenset(("perright", "peroption", "proportional"))
_MISSING = frozenset(("half", "missinghalf", "missing"))


def place(chosen: object, texts: Sequence[str]) -> int | None:
    """The index of the option that a letter, or else a text, names."""
    by_letter = place_of_letter(chosen, len(texts))
    return place_of_text(chosen, texts) if by_letter is None else by_letter


def place_of_text(chosen: object, texts: Sequence[str]) -> int | None:
    """The index of the option of this text."""
    said = str(chosen).strip()
    return next((index for index, text in enumerate(texts) if text.strip() == said), None)


def place_of_letter(chosen: object, count: int) -> int | None:
    """The index that a letter stands for, where there are so many options."""
    said = str(chosen).strip()
    if _LETTERS.fullmatch(said):
        index = ord(said) - 65 if len(said) == 1 else 26 * (ord(said[0]) - 64) + ord(said[1]) - 65
        return index if index < count else None
    return None


def grade_single(question: dict[str, Any], response: object) -> Outcome:
    """The fraction of the chosen option, which may be negative; an option that is not there earns nothing."""
    if isinstance(response, list):
        if len(response) > 1:
            raise BadCase(detail="response")
        response = response[0] if response else ""
    if not str(response).strip():
        return BLANK
    options = _options(question)
    index = place(response, [text for text, _ in options])
    return outcome(Fraction(0) if index is None else options[index][1])


def grade_multiple(question: dict[str, Any], response: object, settings: Settings) -> Outcome:
    """The sum of the chosen fractions within 0 and 1; or the rule that `policy` names, for the right set."""
    chosen = _chosen(response)
    if not chosen:
        return BLANK
    options = _options(question)
    texts = [text for text, _ in options]
    places = {place(one, texts) for one in chosen}
    policy = settings.word("policy", "scoring", "scoring_policy")
    if policy in ("", "sum", "moodle"):
        total = sum((options[index][1] for index in places if index is not None), Fraction(0))
        return outcome(min(max(Fraction(0), total), Fraction(1)))
    right = {index for index, (_, part) in enumerate(options) if part > 0}
    return outcome(_by_policy(policy, places, right, settings))


def _by_policy(policy: str, chosen: set[int | None], right: set[int], settings: Settings) -> Fraction:
    if chosen == right:
        return Fraction(1)
    if policy in _ALL or not chosen <= right:
        return Fraction(0)
    if policy in _PER_RIGHT:
        return Fraction(len(chosen), len(right))
    if policy in _MISSING:
        return settings.number("missing_part", "part") or Fraction(1, 2)
    raise BadCase(detail="policy")


def grade_truefalse(question: dict[str, Any], response: object) -> Outcome:
    """1 or 0."""
    if not isinstance(response, bool) and not str(response).strip():
        return BLANK
    said, right = _truth(response), _truth(question.get("correct"))
    if said is None or right is None:
        raise BadCase(detail="response" if said is None else "correct")
    return outcome(Fraction(said == right))


def _truth(value: object) -> bool | None:
    word = str(value).strip().lower()
    return True if word in _YES else False if word in _NO else None


def _chosen(response: object) -> list[object]:
    if isinstance(response, list):
        return [one for one in response if str(one).strip()]
    said = str(response).strip()
    if _RUN_OF_LETTERS.fullmatch(said):
        return [one for one in said if one.isalpha()]
    return [said] if said else []


def _options(question: dict[str, Any]) -> list[tuple[str, Fraction]]:
    """The options and their fractions; from the key where only letters are known: all of them, and none else."""
    listed = [(text, part) for text, part, _ in answers_of(question, unsaid=Fraction(0))]
    key = str(question.get("key") or "")
    if not key or any(part > 0 for _, part in listed):
        return listed
    right = {ord(one) - 65 for one in key.upper() if "A" <= one <= "Z"}
    count = max(int(question.get("n_options") or 0), len(listed), *(index + 1 for index in right))
    texts = [text for text, _ in listed] + [""] * (count - len(listed))
    share = Fraction(1, len(right) or 1)
    return [(text, share if index in right else Fraction(-1)) for index, text in enumerate(texts)]
