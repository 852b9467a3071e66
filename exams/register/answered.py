"""What was chosen at each question of a sitting, and what was written beside it, as item statistics need it."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from exams.items.item import BestWorst, ItemType, Response
from exams.sittings.sitting import Sitting

_CHOSEN = frozenset({ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUEFALSE, ItemType.BEST_WORST})
REMARK_MOST = 500
"""Characters of a remark that are kept."""


class Answered(NamedTuple):
    """At one question: the letters of options as authored, such as `B` or `A,C`; empty for none and for typed words."""

    chosen: str
    remark: str


def answered(sitting: Sitting) -> dict[str, Answered]:
    """By item; those without either are left out. Words and numbers that were typed are not copied out of the seal."""
    found = {}
    for place in sitting.paper.items:
        comment = sitting.comments.get(place.position)
        remark = " ".join(f"{comment.kind.value}: {comment.text}".split())[:REMARK_MOST] if comment else ""
        one = Answered(_letters(place.type, sitting.answers.get(place.position)), remark)
        if any(one):
            found[place.item] = one
    return found


def answered_text(found: Mapping[str, Answered]) -> str:
    """As the register keeps it."""
    told = [[item, *one] for item, one in sorted(found.items())]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def answered_in(text: str) -> dict[str, Answered]:
    """Read back what `answered_text` wrote."""
    return {item: Answered(chosen, remark) for item, chosen, remark in json.loads(text)}


def _letters(kind: ItemType, value: Response | None) -> str:
    """Of best and worst the best: the pull of an option is that of being taken for the right one."""
    if value is None or kind not in _CHOSEN:
        return ""
    if isinstance(value, BestWorst):
        return value.best
    return str(value).lower() if isinstance(value, bool) else ",".join(value)
