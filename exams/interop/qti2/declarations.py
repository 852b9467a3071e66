"""Response declarations as `bank read` prints them, and the part of an item that grading needs."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lxml import etree

from exams.interop.grading.qti.mapping import is_cased
from exams.interop.grading.quantity import exact
from exams.interop.xml_tree import local, text_in

_FOR_GRADING = frozenset(
    ("responseDeclaration", "outcomeDeclaration", "templateDeclaration", "templateProcessing", "responseProcessing")
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """One entry of a mapping."""

    key: str
    value: Fraction
    cased: bool


@dataclass(frozen=True, slots=True)
class Declared:
    """One response declaration; `correct` as written, trimmed; `most` is what a mapping can come to."""

    ident: str
    cardinality: str
    base: str
    correct: tuple[str, ...]
    mapping: tuple[Mapped, ...]
    most: Fraction | None = None

    def to_json(self) -> dict[str, Any]:
        """`id`, `cardinality`, `correct`, and the base type where it says one."""
        said: dict[str, Any] = {"id": self.ident, "cardinality": self.cardinality, "correct": list(self.correct)}
        return said | ({"base_type": self.base} if self.base else {})


def declarations_of(item: etree._Element) -> list[Declared]:
    """In the order of the document."""
    return [_declared(node) for node in item if local(node) == "responseDeclaration"]


def _declared(node: etree._Element) -> Declared:
    correct = next((child for child in node if local(child) == "correctResponse"), None)
    mapping = next((child for child in node if local(child) == "mapping"), None)
    return Declared(
        ident=(node.get("identifier") or "").strip(),
        cardinality=(node.get("cardinality") or "single").strip(),
        base=(node.get("baseType") or "").strip(),
        correct=() if correct is None else tuple(_values(correct)),
        mapping=() if mapping is None else tuple(_mapped(one) for one in mapping if local(one) == "mapEntry"),
        most=None if mapping is None else exact(mapping.get("upperBound")),
    )


def _values(correct: etree._Element) -> list[str]:
    values = [text_in(child).strip() for child in correct if local(child) == "value"]
    if not values and correct.text and correct.text.strip():
        return [correct.text.strip()]
    return values


def _mapped(node: etree._Element) -> Mapped:
    return Mapped((node.get("mapKey") or "").strip(), exact(node.get("mappedValue")) or Fraction(0), is_cased(node))


def processing_xml(item: etree._Element) -> str:
    """Declarations and processing as XML text, for grading."""
    kept = etree.Element("assessmentItem")
    for child in item:
        if local(child) in _FOR_GRADING:
            kept.append(_copied(child))
    return etree.tostring(kept, encoding="unicode")


def _copied(node: etree._Element) -> etree._Element:
    twin = etree.fromstring(etree.tostring(node, with_tail=False))
    for inside in twin.iter():
        inside.tail = None
    return twin
