"""What an answer and a draft change of a sitting. Pure."""

from collections.abc import Mapping
from typing import Any

from exams.items.item import Response
from exams.sittings import rules
from exams.sittings.sitting import Sitting
from exams.timing.account import TimeAccount


def answered(sitting: Sitting, aged: TimeAccount, position: int, response: Response | None) -> Sitting:
    """The sitting after an answer that counts, None where one was taken back; `aged` is its time by then."""
    answers = dict(sitting.answers)
    seen = sitting.seen if position in sitting.seen else sitting.seen | {position}
    if response is None:
        answers.pop(position, None)
    else:
        answers[position] = response
    if position in sitting.drafts:
        return rules.kept(
            sitting, aged, answers=answers, position=position, seen=seen, drafts=_without(sitting.drafts, position)
        )
    return rules.kept(sitting, aged, answers=answers, position=position, seen=seen)


def drafted(sitting: Sitting, aged: TimeAccount, position: int, text: str) -> Sitting:
    """The sitting after a text that is no answer yet: it takes the place of an answer given before."""
    return rules.kept(
        sitting,
        aged,
        answers=_without(sitting.answers, position),
        drafts={**sitting.drafts, position: text},
        position=position,
        seen=sitting.seen | {position},
    )


def _without(mapping: Mapping[int, Any], position: int) -> dict[int, Any]:
    return {place: value for place, value in mapping.items() if place != position}
