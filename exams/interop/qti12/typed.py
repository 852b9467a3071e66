"""Answers that are typed: texts with their wildcards, numbers with their ranges."""

from collections.abc import Iterator
from fractions import Fraction

from lxml import etree

from exams.interop.grading.quantity import exact
from exams.interop.numbers import as_text
from exams.interop.qti12.presentation import Field
from exams.interop.qti12.processing import Processing
from exams.interop.question import Answer
from exams.interop.xml_tree import local, text_in

_LOW, _HIGH = ("vargt", "vargte"), ("varlt", "varlte")


def text_answers(processing: Processing, field: Field, *, alone: bool) -> tuple[Answer, ...]:
    """What rewarding conditions compare the response with; `alone` where any comparison can only mean this field."""
    best: dict[str, Fraction] = {}
    for condition in processing.rewarding():
        for one in condition.compared():
            if (alone or one.ident == field.ident) and not one.negative and one.value:
                text = one.value.replace("*", "\\*")
                text = f"*{text}*" if one.how in ("varsubset", "varsubstring") else text
                best[text] = max(best.get(text, Fraction(0)), condition.gain)
    most = max(best.values(), default=Fraction(1))
    return tuple(Answer(text, float(gain / most), None, "", "plain") for text, gain in best.items())


def minds_case(processing: Processing, field: Field, *, alone: bool) -> bool:
    """True where every comparison says that case matters."""
    cases = [
        one.cased
        for condition in processing.rewarding()
        for one in condition.compared()
        if (alone or one.ident == field.ident) and one.how == "varequal"
    ]
    return bool(cases) and all(cases)


def number_answers(processing: Processing, field: Field, *, alone: bool) -> tuple[Answer, ...]:
    """Values and ranges as a middle and a tolerance; a value inside its range, as Canvas writes it, is one answer."""
    found: list[tuple[Fraction, Fraction, Fraction]] = []
    for condition in processing.rewarding():
        ranges = [one for part in condition.node for one in _ranges(part, "" if alone else field.ident)]
        side_by_side = _range(list(condition.node), "" if alone else field.ident)
        ranges += [side_by_side] if side_by_side else []
        found += [(low, high, condition.gain) for low, high in _merged(ranges)]
    most = max((gain for _, _, gain in found), default=Fraction(1))
    return tuple(
        Answer(as_text(float((low + high) / 2)), float(gain / most), float((high - low) / 2), "", "plain")
        for low, high, gain in dict.fromkeys(found)
    )


def _ranges(node: etree._Element, ident: str) -> Iterator[tuple[Fraction, Fraction]]:
    name = local(node)
    if name == "varequal" and (not ident or node.get("respident") == ident):
        value = exact(text_in(node).replace(",", "."))
        if value is not None:
            yield value, value
    elif name in ("and", "or"):
        whole = _range(list(node), ident) if name == "and" else None
        if whole:
            yield whole
        for child in node if not whole else []:
            yield from _ranges(child, ident)


def _range(nodes: list[etree._Element], ident: str) -> tuple[Fraction, Fraction] | None:
    ours = [node for node in nodes if not ident or node.get("respident") == ident]
    lows = [value for node in ours if local(node) in _LOW and (value := exact(text_in(node))) is not None]
    highs = [value for node in ours if local(node) in _HIGH and (value := exact(text_in(node))) is not None]
    return (min(lows[0], highs[0]), max(lows[0], highs[0])) if lows and highs else None


def _merged(ranges: list[tuple[Fraction, Fraction]]) -> list[tuple[Fraction, Fraction]]:
    """Without the values that a range around them covers anyway."""
    wide = [one for one in ranges if one[0] < one[1]]
    points = [one for one in ranges if one[0] == one[1]]
    return [*wide, *(one for one in points if not any(low <= one[0] <= high for low, high in wide))]
