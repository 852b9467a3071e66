"""Answers that are typed: texts with their wildcards, numbers with their ranges."""

from collections.abc import Iterator
from fractions import Fraction

from lxml import etree

from exams.interop.codes import Code
from exams.interop.grading.quantity import exact
from exams.interop.numbers import as_text
from exams.interop.qti12.presentation import Field
from exams.interop.qti12.processing import Processing
from exams.interop.question import Answer
from exams.interop.result import NotRead
from exams.interop.xml_tree import local, text_in

_LOW, _HIGH = ("vargt", "vargte"), ("varlt", "varlte")
_PARTLY = ("varsubset", "varsubstring")
_LISTED = "TEXTSUBSET"
"""How ILIAS begins the name of a response that is to be one of a list, word for word."""

_ANY: frozenset[str] = frozenset()


def text_answers(processing: Processing, field: Field, *, alone: bool) -> tuple[Answer, ...]:
    """What rewarding conditions compare the response with; `alone` where any comparison can only mean this field.

    Raises `NotRead` where one text must hold several parts in whatever order, as in Blackboard's Quiz Bowl.
    """
    if alone and any(_wants_several(one.node) for one in processing.rewarding()):
        raise NotRead(Code.UNSUPPORTED, type="varsubstring")
    best: dict[str, Fraction] = {}
    for condition in processing.rewarding():
        for one in condition.compared():
            if (alone or one.ident in field.names) and not one.negative and one.value:
                text = one.value.replace("*", "\\*")
                text = f"*{text}*" if one.how in _PARTLY and not one.ident.startswith(_LISTED) else text
                best[text] = max(best.get(text, Fraction(0)), condition.gain)
    most = max(best.values(), default=Fraction(1))
    return tuple(Answer(text, float(gain / most), None, "", "plain") for text, gain in best.items())


def _wants_several(condition: etree._Element) -> bool:
    return any(
        sum(1 for part in every if any(local(one) in _PARTLY for one in part.iter()) and local(part) != "not") > 1
        for every in condition.iter("and")
    )


def minds_case(processing: Processing, field: Field, *, alone: bool) -> bool:
    """True where every comparison says that case matters."""
    cases = [
        one.cased
        for condition in processing.rewarding()
        for one in condition.compared()
        if (alone or one.ident in field.names) and one.how == "varequal"
    ]
    return bool(cases) and all(cases)


def number_answers(processing: Processing, field: Field, *, alone: bool) -> tuple[Answer, ...]:
    """Values and ranges as a middle and a tolerance; a value inside its range, as Canvas writes it, is one answer."""
    found: list[tuple[Fraction, Fraction, Fraction]] = []
    names = _ANY if alone else field.names
    for condition in processing.rewarding():
        ranges = [one for part in condition.node for one in _ranges(part, names)]
        side_by_side = _range(list(condition.node), names)
        ranges += [side_by_side] if side_by_side else []
        found += [(low, high, condition.gain) for low, high in _merged(ranges)]
    most = max((gain for _, _, gain in found), default=Fraction(1))
    return tuple(
        Answer(as_text(float((low + high) / 2)), float(gain / most), float((high - low) / 2), "", "plain")
        for low, high, gain in dict.fromkeys(found)
    )


def _ranges(node: etree._Element, names: frozenset[str]) -> Iterator[tuple[Fraction, Fraction]]:
    name = local(node)
    if name == "varequal" and (not names or node.get("respident") in names):
        value = exact(text_in(node).replace(",", "."))
        if value is not None:
            yield value, value
    elif name in ("and", "or"):
        whole = _range(list(node), names) if name == "and" else None
        if whole:
            yield whole
        for child in node if not whole else []:
            yield from _ranges(child, names)


def _range(nodes: list[etree._Element], names: frozenset[str]) -> tuple[Fraction, Fraction] | None:
    ours = [node for node in nodes if not names or node.get("respident") in names]
    lows = [value for node in ours if local(node) in _LOW and (value := exact(text_in(node))) is not None]
    highs = [value for node in ours if local(node) in _HIGH and (value := exact(text_in(node))) is not None]
    return (min(lows[0], highs[0]), max(lows[0], highs[0])) if lows and highs else None


def _merged(ranges: list[tuple[Fraction, Fraction]]) -> list[tuple[Fraction, Fraction]]:
    """Without the values that a range around them covers anyway."""
    wide = [one for one in ranges if one[0] < one[1]]
    points = [one for one in ranges if one[0] == one[1]]
    return [*wide, *(one for one in points if not any(low <= one[0] <= high for low, high in wide))]
