"""How a question is answered: one widget per type, all with the same few words."""

from collections.abc import Callable

from desktop.widgets.answer_choice import AnswerInput, ChoiceAnswer
from desktop.widgets.answer_number import NumberAnswer
from desktop.widgets.answer_order import OrderAnswer
from desktop.widgets.answer_pair import PairAnswer
from desktop.widgets.answer_places import PlacesAnswer
from desktop.widgets.answer_spot import SpotAnswer
from desktop.widgets.fields import FieldFrame
from desktop.widgets.safe_view import StemView
from desktop.words import tr

__all__ = [
    "AnswerInput",
    "ChoiceAnswer",
    "NumberAnswer",
    "OrderAnswer",
    "PairAnswer",
    "PlacesAnswer",
    "SpotAnswer",
    "StemView",
    "answer_input",
    "show_candidates",
]


_PLACES = frozenset({"shortanswer", "fill", "dropdown", "matching", "case"})


def answer_input(item_type: str) -> AnswerInput:
    """The widget for a type of item."""
    if item_type in _PLACES:
        return PlacesAnswer(item_type)
    others: dict[str, Callable[[], AnswerInput]] = {
        "numerical": NumberAnswer,
        "best_worst": PairAnswer,
        "ordering": OrderAnswer,
        "hotspot": SpotAnswer,
    }
    return others[item_type]() if item_type in others else ChoiceAnswer(item_type)


def show_candidates(answer: AnswerInput) -> None:
    """Somebody else reads it: no change, and no field calls it theirs."""
    answer.set_read_only(True)
    for field in answer.findChildren(FieldFrame):
        if field.title == tr("Your answer"):
            field.set_title(tr("The candidate's answer"))
