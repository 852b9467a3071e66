"""Version 1 of the marking rules, frozen: a change of any rule is a new file and a new version number.

Each rule gives a fraction of the item's points in 1e-7 parts, from 0 to `WHOLE`.
"""

from collections.abc import Callable
from decimal import Context, Decimal

from exams.errors import AcademyError
from exams.grading.policy import WHOLE
from exams.items.item import BestWorst, ItemType, Response
from exams.items.numbers import parse_number

HALF = WHOLE // 2
BEST = 6_666_667
WORST = WHOLE - BEST

_EXACT = Context(prec=60)
_MILLIONTHS = 6


def fraction(item_type: ItemType, right: Response, tolerance: str, response: Response) -> int:
    """How much of the points a response earns; a response of another shape earns nothing."""
    return _RULES[item_type](right, tolerance, response)


def _same(right: Response, _tolerance: str, response: Response) -> int:
    return WHOLE if type(response) is type(right) and response == right else 0


def _multiple(right: Response, _tolerance: str, response: Response) -> int:
    """All right is full; some of the right ones and no wrong one is half; any wrong one is nothing."""
    if not isinstance(right, tuple) or not isinstance(response, tuple):
        return 0
    wanted, chosen = set(right), set(response)
    if chosen == wanted:
        return WHOLE
    return HALF if chosen and chosen < wanted else 0


def _numerical(right: Response, tolerance: str, response: Response) -> int:
    """Right within the tolerance, its edge included."""
    if not isinstance(right, str) or not isinstance(response, str):
        return 0
    try:
        typed = parse_number(response)
    except AcademyError:
        return 0
    return WHOLE if abs(_millionths(typed) - _millionths(Decimal(right))) <= _millionths(Decimal(tolerance)) else 0


def _best_worst(right: Response, _tolerance: str, response: Response) -> int:
    """Two thirds for the best, one third for the worst; the worst taken for the best spoils the item."""
    if not isinstance(right, BestWorst) or not isinstance(response, BestWorst) or response.best == right.worst:
        return 0
    return BEST * (response.best == right.best) + WORST * (response.worst == right.worst)


def _millionths(number: Decimal) -> int:
    return int(_EXACT.scaleb(number, _MILLIONTHS))


_RULES: dict[ItemType, Callable[[Response, str, Response], int]] = {
    ItemType.SINGLE: _same,
    ItemType.TRUEFALSE: _same,
    ItemType.MULTIPLE: _multiple,
    ItemType.NUMERICAL: _numerical,
    ItemType.BEST_WORST: _best_worst,
}
TYPES = frozenset(_RULES)
"""The types this version knows."""
