"""The right answer of a place of a paper, and the mistake behind a wrong number."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal

from exams.errors import AcademyError
from exams.grading.errors import NotGradable
from exams.items.errors import BadTemplate
from exams.items.generators import mistakes, solve
from exams.items.item import AnswerKey, Item, ItemType, Response
from exams.items.numbers import decimal_text, parse_number
from exams.papers.paper import PaperItem

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_NEAR = Decimal("0.02")


def correct_response(item: Item, key: AnswerKey, paper_item: PaperItem) -> Response:
    """The full-marks response; for a numerical place the answer solved from its drawn numbers, as text."""
    if paper_item.type is not ItemType.NUMERICAL:
        return key.correct
    if item.template is None:
        raise NotGradable(item=paper_item.item, version=paper_item.version, missing="generator")
    try:
        return decimal_text(solve(item.template, paper_item.numbers))
    except BadTemplate as fault:
        raise NotGradable(item=paper_item.item, version=paper_item.version, missing="generator") from fault


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
