"""Version 2 of the marking rules: version 1, types with text, order and several places (interop 4.1, 4.3, 4.6, 4.7).

Frozen as version 1 is. Each rule gives a fraction of the item's points in 1e-7 parts, from 0 to `WHOLE`.
"""

from fractions import Fraction

from exams.grading import rules_v1
from exams.grading.ordering import part_in_order
from exams.grading.policy import WHOLE
from exams.grading.wildcard import matches
from exams.items.item import ItemType, Response
from exams.items.slots import SLOTTED, TYPED, accepted

TYPES = rules_v1.TYPES | SLOTTED | {ItemType.SHORTANSWER, ItemType.ORDERING}


def fraction(item_type: ItemType, right: Response, tolerance: str, response: Response) -> int:
    """How much of the points a response earns; a response of another shape earns nothing."""
    if item_type in rules_v1.TYPES:
        return rules_v1.fraction(item_type, right, tolerance, response)
    if item_type is ItemType.SHORTANSWER:
        return _parts(_text(right, response, usecase=tolerance == "1"))
    if not isinstance(right, tuple) or not isinstance(response, tuple) or len(right) != len(response):
        return 0
    if item_type is ItemType.ORDERING:
        return _parts(_order(right, response, tolerance))
    return _parts(_places(item_type, right, response, tolerance))


def _text(right: Response, response: Response, *, usecase: bool = False) -> Fraction:
    """The first pattern that fits decides."""
    if not isinstance(right, str) or not isinstance(response, str):
        return Fraction(0)
    fit = (part for pattern, part in accepted(right) if matches(response, pattern, usecase=usecase))
    return next(fit, Fraction(0))


def _order(right: tuple[str, ...], response: tuple[str, ...], way: str) -> Fraction:
    places = {letter: place for place, letter in enumerate(right)}
    return part_in_order([places.get(letter, -1) for letter in response], len(right), int(way))


def _places(item_type: ItemType, right: tuple[str, ...], response: tuple[str, ...], weights: str) -> Fraction:
    """The weighted mean of the places; an open one earns nothing."""
    shares = [Fraction(one) for one in weights.split()] if weights != "0" else [Fraction(1)] * len(right)
    pairs = zip(shares, right, response, strict=True)
    earned = sum((share * _place(item_type, key, given) for share, key, given in pairs), Fraction(0))
    return earned / sum(shares)


def _place(item_type: ItemType, right: str, response: str) -> Fraction:
    """Of a case several letters earn as a question with several right options does; a text meets patterns."""
    if not response.strip():
        return Fraction(0)
    if item_type is ItemType.FILL:
        return _text(right, response)
    if item_type is ItemType.CASE and right.startswith(TYPED):
        return _text(right.removeprefix(TYPED), response)
    if len(right) > 1:
        part = rules_v1.fraction(ItemType.MULTIPLE, tuple(right), "0", tuple(response))
        return Fraction(part, WHOLE)
    return Fraction(right == response)


def _parts(part: Fraction) -> int:
    """1e-7 parts, rounded half up."""
    return int((2 * part * WHOLE + 1) // 2)
