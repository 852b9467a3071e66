"""Version 3 of the marking rules: version 2, and pointing into a picture (interop 4.11, map_response_point).

Frozen as versions 1 and 2 are. Each rule gives a fraction of the item's points in 1e-7 parts, from 0 to `WHOLE`.
"""

from exams.grading import rules_v1, rules_v2
from exams.items.item import ItemType, Response
from exams.items.spots import areas_hit

TYPES = rules_v2.TYPES | {ItemType.HOTSPOT}


def fraction(item_type: ItemType, right: Response, tolerance: str, response: Response) -> int:
    """How much of the points a response earns; a response of another shape earns nothing."""
    if item_type is not ItemType.HOTSPOT:
        return rules_v2.fraction(item_type, right, tolerance, response)
    if not isinstance(right, tuple) or not isinstance(response, tuple):
        return 0
    return rules_v1.fraction(ItemType.MULTIPLE, right, tolerance, _pointed_at(right, response))


def _pointed_at(right: tuple[str, ...], response: tuple[str, ...]) -> tuple[str, ...]:
    """Regions as they were chosen; of free points the areas hit: a second point in one changes nothing."""
    if not all(" " in area for area in right):
        return response
    try:
        return areas_hit(right, response)
    except ValueError:
        return ()
