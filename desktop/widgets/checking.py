"""What a self-check shows, from the desk's question and its marked answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.widgets.check_value import CheckState, Verdict
from desktop.widgets.values import Option, OptionMark
from desktop.words import pick, tr
from desktop.words.errors import error_sentence
from exams import AcademyError, BestWorst, MarkState, Question, Response, Reviewed

_VERDICTS = {MarkState.RIGHT: Verdict.RIGHT, MarkState.PARTIAL: Verdict.PARTLY}


@dataclass(slots=True)
class Try:
    """What a person has done with one self-check so far; in codes, so that it can be said in any language."""

    question: Question
    value: object = None
    seen: Reviewed | None = None
    refused: AcademyError | None = None
    blank: bool = False


def check_state(item: str, tried: Try, number: int, total: int) -> CheckState:
    """The self-check in the language in use."""
    question, seen = tried.question, tried.seen
    explained = None if seen is None else pick(seen.explanations)
    mistakes: Mapping[str, str] = {} if explained is None else explained.mistakes
    return CheckState(
        item=item,
        number=number,
        total=total,
        item_type=question.type.value,
        stem=pick(question.stems),
        options=_options(question, seen),
        unit=question.unit,
        value=tried.value,
        fault=_fault(tried),
        verdict=Verdict.NONE if seen is None else _VERDICTS.get(seen.mark.state, Verdict.WRONG),
        pair_marks=() if seen is None else _pair_marks(seen),
        correct="" if seen is None else _correct(seen),
        mistake="" if seen is None or seen.mistake is None else mistakes.get(seen.mistake, ""),
        explanation="" if explained is None else explained.text,
    )


def _fault(tried: Try) -> str:
    if tried.blank:
        return _blank(tried.question.type.value)
    return "" if tried.refused is None else error_sentence(tried.refused).text


def _blank(item_type: str) -> str:
    if item_type == "numerical":
        return tr("Type a number first.")
    if item_type == "best_worst":
        return tr("Choose the best and the worst move first.")
    return tr("Choose an answer first.")


def _options(question: Question, seen: Reviewed | None) -> tuple[Option, ...]:
    texts = pick(question.options)
    if question.type.value == "truefalse":
        texts = (("true", ""), ("false", ""))
    if seen is None:
        return tuple(Option(letter, text) for letter, text in texts)
    why = pick(seen.explanations).options
    chosen, right = _letters(seen.response), _letters(seen.correct)
    if question.type.value not in ("multiple", "hotspot"):
        chosen |= right  # where one answer is right, it is shown as such: nobody has "missed" a second one
    return tuple(
        Option(letter, text, why.get(letter, ""), _mark(letter in chosen, letter in right)) for letter, text in texts
    )


def _pair_marks(seen: Reviewed) -> tuple[tuple[str, OptionMark, OptionMark], ...]:
    given, key = seen.response, seen.correct
    if not isinstance(key, BestWorst) or not isinstance(given, BestWorst):
        return ()
    return tuple(
        (
            letter,
            _mark(letter == given.best, letter == key.best),
            _mark(letter == given.worst, letter == key.worst),
        )
        for letter, _ in pick(seen.question.options)
    )


def _correct(seen: Reviewed) -> str:
    """The right number; the other types show it at their options."""
    if seen.question.type.value != "numerical":
        return ""
    unit = seen.question.unit
    return f"{seen.correct}{unit}" if unit == "%" else f"{seen.correct} {unit}".strip()


def _letters(response: Response | None) -> frozenset[str]:
    if isinstance(response, bool):
        return frozenset({"true" if response else "false"})
    if isinstance(response, tuple):
        return frozenset(response)
    return frozenset({response}) if isinstance(response, str) else frozenset()


def _mark(chosen: bool, right: bool) -> OptionMark:
    if right:
        return OptionMark.RIGHT if chosen else OptionMark.MISSED
    return OptionMark.WRONG if chosen else OptionMark.NONE
