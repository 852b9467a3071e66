"""An item made of what `bank read` prints: responses, their right values and mappings, a template by name."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from exams.interop.grading.errors import BadCase
from exams.interop.grading.settings import Settings

_BASES = {
    "associateInteraction": "pair",
    "matchInteraction": "directedPair",
    "gapMatchInteraction": "directedPair",
    "graphicGapMatchInteraction": "directedPair",
    "graphicAssociateInteraction": "pair",
    "selectPointInteraction": "point",
    "positionObjectInteraction": "point",
}

_WITHOUT_RESPONSE = frozenset(("endAttemptInteraction", "mediaInteraction"))


def declared_item(qti: Mapping[str, Any], settings: Settings) -> etree._Element:
    """The declarations as nodes; processing only where the options or the question name a template."""
    item = etree.Element("assessmentItem")
    responses = qti.get("responses")
    if not isinstance(responses, list) or not all(isinstance(one, dict) and "id" in one for one in responses):
        raise BadCase(detail="responses")
    kinds = [kind for kind in map(str, qti.get("interactions") or []) if kind not in _WITHOUT_RESPONSE]
    same_number = len(kinds) == len(responses)
    for index, one in enumerate(responses):
        _declare(item, one, _BASES.get(kinds[index], "string") if same_number else "string")
    template = settings.get("template", "processing_template") or qti.get("template") or qti.get("processing")
    if template:
        etree.SubElement(item, "responseProcessing", template=str(template))
    return item


def _declare(item: etree._Element, one: Mapping[str, Any], base: str) -> None:
    base = str(one.get("base_type") or one.get("baseType") or base)
    cardinality = str(one.get("cardinality") or "single")
    node = etree.SubElement(
        item, "responseDeclaration", identifier=str(one["id"]), cardinality=cardinality, baseType=base
    )
    correct = one.get("correct")
    right = etree.SubElement(node, "correctResponse")
    for value in correct if isinstance(correct, list) else [] if correct is None else [correct]:
        words = value if isinstance(value, list) else [value]
        etree.SubElement(right, "value").text = " ".join(_written(word) for word in words)
    mapping = one.get("mapping")
    if isinstance(mapping, dict):
        _map(node, mapping)


def _map(node: etree._Element, mapping: Mapping[str, Any]) -> None:
    listed = mapping.get("entries", mapping.get("map"))
    entries = listed if isinstance(listed, dict | list) else mapping
    bounds = {
        name: str(mapping[key])
        for key, name in (("default", "defaultValue"), ("lower", "lowerBound"), ("upper", "upperBound"))
        if entries is not mapping and mapping.get(key) is not None
    }
    held = etree.SubElement(node, "mapping", bounds)
    if isinstance(entries, dict):
        pairs = list(entries.items())
    else:
        pairs = [(one.get("key"), one.get("value")) for one in entries if isinstance(one, dict)]
    for key, value in pairs:
        etree.SubElement(held, "mapEntry", mapKey=str(key), mappedValue=str(value))


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
