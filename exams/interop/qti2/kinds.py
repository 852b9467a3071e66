"""The type of an item by its interactions; what is graphic or sent in is kept whole as hotspot or upload."""

from collections.abc import Mapping, Sequence

from lxml import etree

from exams.interop.codes import Code
from exams.interop.qti2.declarations import Declared
from exams.interop.qti2.interactions import Interaction
from exams.interop.result import NotRead
from exams.interop.truth_words import FALSE_WORDS, TRUE_WORDS

_ALONE: Mapping[str, str] = {
    "orderInteraction": "ordering",
    "matchInteraction": "matching",
    "associateInteraction": "matching",
    "gapMatchInteraction": "dropdowns",
    "inlineChoiceInteraction": "dropdowns",
    "extendedTextInteraction": "essay",
    "sliderInteraction": "numerical",
    "hotspotInteraction": "hotspot",
    "selectPointInteraction": "hotspot",
    "graphicOrderInteraction": "hotspot",
    "graphicAssociateInteraction": "hotspot",
    "graphicGapMatchInteraction": "hotspot",
    "positionObjectInteraction": "hotspot",
    "uploadInteraction": "upload",
    "drawingInteraction": "upload",
}
_CHOICES = ("choiceInteraction", "hottextInteraction")
_TEXT, _DROPDOWN = "textEntryInteraction", "inlineChoiceInteraction"
_IN_PARTS = frozenset((*_CHOICES, _TEXT, _DROPDOWN, "gapMatchInteraction", "sliderInteraction"))
_NUMBERS = ("integer", "float")
_NUMBER_TESTS = ("equal", "equalRounded", "gt", "gte", "lt", "lte")


def kind_of(item: etree._Element, interactions: Sequence[Interaction], declared: Mapping[str, Declared]) -> str:
    """Raises `NotRead` (E_UNSUPPORTED) for interactions of somebody's own making."""
    asked = [one for one in interactions if one.wants_answer]
    if not asked:
        return "description"
    unknown = next((one.kind for one in asked if one.kind not in _ALONE and one.kind not in (*_CHOICES, _TEXT)), "")
    if unknown:
        raise NotRead(Code.UNSUPPORTED, type=unknown)
    if len(asked) == 1:
        return _of_one(item, asked[0], declared.get(asked[0].response))
    kinds = {one.kind for one in asked}
    if kinds == {_TEXT}:
        return "fill"
    if kinds == {_DROPDOWN}:
        return "dropdowns"
    return "cloze" if kinds <= _IN_PARTS else _of_mixture(kinds)


def _of_mixture(kinds: set[str]) -> str:
    """One kind several times is that kind; else by hand where a part is, else what cannot be sat."""
    types = {_ALONE.get(kind, "cloze") for kind in kinds}
    for kept in ("hotspot", "upload", "essay"):
        if kept in types:
            return kept
    return types.pop() if len(types) == 1 else "cloze"


def _of_one(item: etree._Element, one: Interaction, declared: Declared | None) -> str:
    if one.kind in _CHOICES:
        return _of_choice(one, declared)
    if one.kind == _TEXT:
        return "numerical" if declared and is_number(item, declared) else "shortanswer"
    return _ALONE[one.kind]


def _of_choice(one: Interaction, declared: Declared | None) -> str:
    several = declared.cardinality != "single" if declared else one.most != 1
    if several:
        return "multiple"
    words = truth_words(one)
    if len(words) == 2 and TRUE_WORDS.intersection(words) and FALSE_WORDS.intersection(words):
        return "truefalse"
    return "single"


def truth_words(one: Interaction) -> list[str]:
    """What each choice says; its identifier where the class says that the two are true and false."""
    is_labelled = "truefalse" in (one.node.get("class") or "").lower().split()
    return [(choice.ident if is_labelled else choice.text.text).strip().lower() for choice in one.choices]


def is_number(item: etree._Element, declared: Declared) -> bool:
    """By its base type, or because the processing compares it as a number."""
    if declared.base in _NUMBERS:
        return True
    tests = (node for name in _NUMBER_TESTS for node in item.iter(name))
    return any(inside.get("identifier") == declared.ident for node in tests for inside in node.iter("variable"))
