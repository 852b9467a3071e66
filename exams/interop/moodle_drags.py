"""What Moodle lets a person drag onto a picture: which word or marker belongs where, as the key of a kept question."""

from collections.abc import Mapping
from typing import NamedTuple

from exams.interop.codes import Code
from exams.interop.moodle_node import Element, Node
from exams.interop.question import Answer, Part
from exams.interop.result import NotRead
from exams.interop.texts import BLANK

MOST_OFFERED = 10_000
"""Words that the places of one question may offer all together."""


class _Drag(NamedTuple):
    text: str
    group: str


def dragged_parts(node: Node) -> tuple[Part, ...]:
    """A part for each place of `ddimageortext`: the words of its group, the right one whole.

    Nothing where a place names no word. Raises `NotRead` for more than `MOST_OFFERED`.
    """
    drags, drops = _drags(node), node.all("drop")
    wanted = [_said(one, "choice") for one in drops]
    if not drops or not set(wanted) <= drags.keys():
        return ()
    if len(drops) * len(drags) > MOST_OFFERED:
        raise NotRead(Code.TOO_MANY, count=len(drops), most=MOST_OFFERED // len(drags))
    return tuple(_place(drags, right) for right in wanted)


def marker_pairs(node: Node) -> tuple[tuple[str, str], ...]:
    """Each marker of `ddmarker` and the region it belongs in, as the file spells it: `circle 50,40;20`."""
    drags = _drags(node)
    found = [
        (drags.get(_said(one, "choice")), f"{_said(one, 'shape')} {_said(one, 'coords')}") for one in node.all("drop")
    ]
    return tuple((drag.text, region) for drag, region in found if drag is not None)


def _drags(node: Node) -> Mapping[str, _Drag]:
    """By number; a picture without a word is told by its number."""
    drags: dict[str, _Drag] = {}
    for at, one in enumerate(node.all("drag"), 1):
        number = _said(one, "no") or str(at)
        drags[number] = _Drag(_said(one, "text") or number, _said(one, "draggroup") or "1")
    return drags


def _place(drags: Mapping[str, _Drag], right: str) -> Part:
    offered = [(number, drag) for number, drag in drags.items() if drag.group == drags[right].group]
    return Part("single", tuple(Answer(drag.text, float(number == right)) for number, drag in offered))


def _said(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip(BLANK)
