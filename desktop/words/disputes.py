"""Appeals and marks given by hand in words, and points as people type them."""

from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.words.catalogue import mark, tr
from desktop.words.numbers import points_text

_OUTCOMES = {
    "open": mark("Waits for a decision"),
    "upheld": mark("Upheld"),
    "refused": mark("Dismissed"),
}
_RELIEFS = {
    "points": mark("{points} points given"),
    "full": mark("All points given"),
    "key": mark("The key is wrong: grade again"),
}
_CAUSES = {
    "unmatched": mark("Words that the key does not take"),
    "remark": mark("The candidate's remark"),
}
_TURNS = {
    1: mark("Waits for the first marker"),
    2: mark("Waits for the second marker"),
    3: mark("The two differ: waits for a third"),
}
_REMARKS = {
    "unclear": mark("Unclear"),
    "key": mark("No answer, or several, are right"),
    "translation": mark("The languages differ"),
    "other": mark("Something else"),
}
REMARK_KINDS = frozenset(_REMARKS)
"""What `remark_word` has a word for."""


def about_text(position: int) -> str:
    """What an appeal is about."""
    return tr("Question {position}").format(position=position) if position else tr("The whole result")


def outcome_text(appeal: Any) -> str:
    """How it was decided, and what it gives."""
    told = tr(_OUTCOMES[str(appeal.outcome)])
    relief = _RELIEFS.get(str(appeal.relief))
    return f"{told} · {tr(relief).format(points=points_text(appeal.points))}" if relief else told


def change_text(appeal: Any) -> str:
    """The result before and after; empty while nothing is decided."""
    if appeal.is_open or appeal.percent_before < 0:
        return ""
    before, after = (
        result_text(appeal.percent_before, appeal.passed_before),
        result_text(appeal.percent_after, appeal.passed_after),
    )
    return before if before == after else tr("{before} → {after}").format(before=before, after=after)


def result_text(percent: int, passed: bool) -> str:
    """Passed or not, with the percent."""
    return (tr("Passed, {percent}%") if passed else tr("Not passed, {percent}%")).format(percent=percent)


def cause_word(cause: str) -> str:
    """Why a person has to look."""
    return tr(_CAUSES[cause])


def remark_word(kind: str) -> str:
    """What a candidate objects to."""
    return tr(_REMARKS.get(kind, kind))


def remark_text(comment: Any) -> str:
    """What a candidate objected to, and in which words; empty where there is nothing."""
    if comment is None:
        return ""
    return tr("{kind}: {text}").format(kind=remark_word(comment.kind.value), text=comment.text)


def turn_text(waiting: Any) -> str:
    """Whose turn it is, or what was given."""
    if waiting.turn in _TURNS:
        return tr(_TURNS[waiting.turn])
    return tr("Done, given {points}").format(points=points_text(waiting.points or 0))


def agreement_text(told: Any) -> str:
    """How far first and second markers agree."""
    if not told.count:
        return tr("Nothing has been marked by two people yet.")
    kappa = "–" if told.kappa is None else f"{told.kappa:.2f}"
    text = tr("{count} marked twice: {percent} % the same, {thirds} went to a third, kappa {kappa}.")
    return text.format(count=told.count, percent=told.percent, thirds=told.thirds, kappa=kappa)


def milli_points(text: str) -> int | None:
    """Typed points as milli-points; None for what is no number of them or finer than a thousandth."""
    try:
        number = Decimal(text.strip().replace("，", ".").replace(",", ".")) * 1000
    except InvalidOperation:
        return None
    if not number.is_finite() or not 0 <= number <= 1_000_000 or number != number.to_integral_value():
        return None
    return int(number)
