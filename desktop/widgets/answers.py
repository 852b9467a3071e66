"""How a question is answered: one widget per type, all with the same few words."""

from desktop.widgets.answer_choice import AnswerInput, ChoiceAnswer
from desktop.widgets.answer_number import NumberAnswer
from desktop.widgets.answer_pair import PairAnswer
from desktop.widgets.safe_view import StemView

__all__ = ["AnswerInput", "ChoiceAnswer", "NumberAnswer", "PairAnswer", "StemView", "answer_input"]


def answer_input(item_type: str) -> AnswerInput:
    """The widget for a type of item: single, multiple, truefalse, numerical or best_worst."""
    if item_type == "numerical":
        return NumberAnswer()
    if item_type == "best_worst":
        return PairAnswer()
    return ChoiceAnswer(item_type)
