"""The right answer of a place of a paper, and the mistake behind a wrong number."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from exams.errors import AcademyError
from exams.grading.errors import NotGradable
from exams.items.errors import BadTemplate
from exams.items.generators import mistakes, solve
from exams.items.item import AnswerKey, Item, ItemType, Response
from exams.items.numbers import decimal_text, parse_number
from exams.items.slots import TYPED, example
from exams.items.spots import a_point_of, point_text, shape_of
from exams.papers.paper import PaperItem

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_NEAR = Decimal("0.02")


def correct_response(item: Item, key: AnswerKey, paper_item: PaperItem) -> Response:
    """The full-marks response; for a numerical place the answer solved from its drawn numbers or that of the key."""
    if paper_item.type is not ItemType.NUMERICAL:
        return _example(paper_item.type, key.correct)
    if item.template is None and isinstance(key.correct, str) and key.correct:
        return key.correct
    if item.template is None:
        raise NotGradable(item=paper_item.item, version=paper_item.version, missing="generator")
    try:
        return decimal_text(solve(item.template, paper_item.numbers))
    except BadTemplate as fault:
        raise NotGradable(item=paper_item.item, version=paper_item.version, missing="generator") from fault


def key_of_place(item: Item, key: AnswerKey, paper_item: PaperItem) -> Response:
    """What the marking rules compare with: of typed places the patterns, else the full-marks response."""
    return correct_response(item, key, paper_item) if paper_item.type is ItemType.NUMERICAL else key.correct


def _example(item_type: ItemType, correct: Response) -> Response:
    """The key as a response: of patterns one text that they take, of regions without a letter a point in each."""
    if item_type is ItemType.SHORTANSWER and isinstance(correct, str):
        return example(correct)
    if item_type is ItemType.FILL and isinstance(correct, tuple):
        return tuple(map(example, correct))
    if item_type is ItemType.CASE and isinstance(correct, tuple):
        return tuple(example(one) if one.startswith(TYPED) else one for one in correct)
    if item_type is ItemType.HOTSPOT and isinstance(correct, tuple) and all(" " in one for one in correct):
        return tuple(point_text(a_point_of(shape_of(one))) for one in correct)
    return correct


def typical_mistake(item: Item, paper_item: PaperItem, response: Response | None) -> str | None:
    """The name of the generator's mistake that gives the typed number, however many decimals were typed."""
    if item.template is None or not isinstance(response, str):
        return None
    try:
        typed = parse_number(response)
        right = solve(item.template, paper_item.numbers)
        wrong: Mapping[str, Decimal] = mistakes(item.template, paper_item.numbers)
    except AcademyError:
        return None
    if _fits(typed, right):
        return None
    return next((name for name, value in wrong.items() if _fits(typed, value)), None)


def _fits(typed: Decimal, value: Decimal) -> bool:
    """Within two hundredths, or equal once rounded to the decimals that were typed."""
    if abs(_EXACT.subtract(typed, value)) <= _NEAR:
        return True
    return typed == value.quantize(Decimal(1).scaleb(int(typed.as_tuple().exponent)), context=_EXACT)
