"""Pieces of an item: declarations, choices, and the rules that give marks."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from string import ascii_uppercase
from typing import NamedTuple

from lxml import etree

from exams.interop.numbers import as_text
from exams.interop.xml_tree import for_xml

Element = etree._Element
RESPONSE, SCORE = "RESPONSE", "SCORE"
TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"


class Entry(NamedTuple):
    """What a response is worth in a mapping."""

    key: str
    worth: str
    cased: bool = True


def worth(fraction: float, mark: float) -> str:
    """A part of the mark as a decimal, without the dust of floats."""
    return as_text(float(Decimal(repr(fraction)) * Decimal(repr(mark))))


def idents(count: int) -> list[str]:
    """A to Z, as options are lettered; behind them C27, C28 and so on."""
    return [ascii_uppercase[index] if index < 26 else f"C{index + 1}" for index in range(count)]


def response(ident: str, cardinality: str, base: str, correct: Iterable[str] = ()) -> Element:
    """A response declaration with its right values."""
    node = etree.Element("responseDeclaration", identifier=ident, cardinality=cardinality, baseType=base)
    values = list(correct)
    if values:
        held = etree.SubElement(node, "correctResponse")
        for value in values:
            etree.SubElement(held, "value").text = for_xml(value)
    return node


def add_mapping(declared: Element, entries: Sequence[Entry], **bounds: str) -> None:
    """What each value is worth; nothing for all others."""
    mapping = etree.SubElement(declared, "mapping", {**bounds, "defaultValue": "0"})
    for one in entries:
        attributes = {"mapKey": for_xml(one.key), "mappedValue": one.worth}
        etree.SubElement(mapping, "mapEntry", attributes | ({} if one.cased else {"caseSensitive": "false"}))


def by_template(name: str) -> Element:
    """Processing by one of the standard's own templates."""
    return etree.Element("responseProcessing", template=f"{TEMPLATES}{name}")


def by_match(mark: float) -> Element:
    """The whole mark for exactly the right response: the template where it is one point."""
    if mark == 1:
        return by_template("match_correct")
    processing = etree.Element("responseProcessing")
    condition = etree.SubElement(etree.SubElement(processing, "responseCondition"), "responseIf")
    test = etree.SubElement(condition, "match")
    etree.SubElement(test, "variable", identifier=RESPONSE)
    etree.SubElement(test, "correct", identifier=RESPONSE)
    _set_score(condition, base_value("float", as_text(mark)))
    return processing


def add_mapped(processing: Element, ident: str) -> None:
    """Add what a response is worth by its mapping, where there is one."""
    condition = etree.SubElement(etree.SubElement(processing, "responseCondition"), "responseIf")
    is_null = etree.SubElement(etree.SubElement(condition, "not"), "isNull")
    etree.SubElement(is_null, "variable", identifier=ident)
    _add_to_score(condition, etree.Element("mapResponse", identifier=ident))


def add_number(processing: Element, ident: str, accepted: Sequence[tuple[str, float, str]]) -> None:
    """Add the worth of the first accepted number that the response comes near enough; each is value, size, worth."""
    condition = etree.SubElement(processing, "responseCondition")
    for index, (value, size, gain) in enumerate(accepted):
        branch = etree.SubElement(condition, "responseElseIf" if index else "responseIf")
        width = as_text(abs(size))
        test = etree.SubElement(branch, "equal", toleranceMode="absolute", tolerance=f"{width} {width}")
        etree.SubElement(test, "variable", identifier=ident)
        test.append(base_value("float", value))
        _add_to_score(branch, base_value("float", gain))


def base_value(base: str, text: str) -> Element:
    """A constant."""
    node = etree.Element("baseValue", baseType=base)
    node.text = text
    return node


def _add_to_score(branch: Element, gain: Element) -> None:
    total = etree.Element("sum")
    etree.SubElement(total, "variable", identifier=SCORE)
    total.append(gain)
    _set_score(branch, total)


def _set_score(branch: Element, value: Element) -> None:
    etree.SubElement(branch, "setOutcomeValue", identifier=SCORE).append(value)
