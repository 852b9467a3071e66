"""What earns marks: right responses, mappings, and for a single choice what the processing itself gives."""

from collections.abc import Sequence
from fractions import Fraction

from lxml import etree

from exams.interop.grading.door import grade_case
from exams.interop.grading.quantity import exact
from exams.interop.numbers import as_text
from exams.interop.qti2.declarations import Declared, processing_xml
from exams.interop.qti2.interactions import Interaction
from exams.interop.question import Answer
from exams.interop.xml_tree import local, text_in

_MOST_TRIED = 100
"""Choices of several interactions that are tried one by one where no key is declared."""


def choice_answers(
    item: etree._Element, one: Interaction, declared: Declared | None, *, alone: bool
) -> tuple[Answer, ...]:
    """Every choice and its part of the mark; wrong ones take it all back where only the whole set counts."""
    idents = [choice.ident for choice in one.choices]
    fractions = choice_fractions(item, idents, declared, alone=alone)
    return tuple(
        Answer(choice.text.text, float(fractions.get(choice.ident, 0)), None, "", choice.text.format)
        for choice in one.choices
    )


def choice_fractions(
    item: etree._Element, idents: Sequence[str], declared: Declared | None, *, alone: bool
) -> dict[str, Fraction]:
    """By identifier; empty where nothing is known."""
    if declared is None:
        return {}
    right = [ident for ident in idents if ident in declared.correct]
    if declared.mapping and (uses_mapping(item) or not right):
        return _by_mapping(declared)
    if right and declared.cardinality == "single":
        return {ident: Fraction(ident in right) for ident in idents}
    if right:
        share = Fraction(1, len(right))
        return {ident: share if ident in right else Fraction(-1) for ident in idents}
    if declared.cardinality != "single" or (not alone and _choices_in(item) > _MOST_TRIED):
        return {}
    return _by_processing(item, idents, declared)


def _choices_in(item: etree._Element) -> int:
    return sum(1 for node in item.iter() if local(node) in ("simpleChoice", "inlineChoice", "hottext"))


def uses_mapping(item: etree._Element) -> bool:
    """Whether the processing maps responses."""
    for processing in item.iter("responseProcessing"):
        by_template = "map_response" in (processing.get("template") or "")
        if by_template or next(processing.iter("mapResponse"), None) is not None:
            return True
    return False


def _by_mapping(declared: Declared) -> dict[str, Fraction]:
    values = {one.key: one.value for one in declared.mapping}
    gains = [value for value in values.values() if value > 0]
    most = max(gains, default=Fraction(1)) if declared.cardinality == "single" else sum(gains, Fraction(0))
    if declared.cardinality != "single" and declared.most is not None and 0 < declared.most < most:
        most = declared.most
    return {key: value / (most or 1) for key, value in values.items()}


def _by_processing(item: etree._Element, idents: Sequence[str], declared: Declared) -> dict[str, Fraction]:
    qti = {"interactions": [], "responses": [declared.to_json()], "processing": processing_xml(item)}
    question = {"type": "single", "qti": qti}
    nothing = grade_case(question, {}).fraction or Fraction(0)
    tried = {ident: grade_case(question, {declared.ident: ident}).fraction or Fraction(0) for ident in idents}
    marks = {ident: mark - nothing for ident, mark in tried.items()}
    most = max(marks.values(), default=Fraction(0))
    return {ident: mark / most for ident, mark in marks.items()} if most > 0 else {}


def text_answers(item: etree._Element, declared: Declared) -> tuple[tuple[Answer, ...], bool]:
    """Accepted texts with their fractions, and whether case matters; a star in them is only a star."""
    gains = [one for one in declared.mapping if one.value > 0]
    if gains and (uses_mapping(item) or not declared.correct):
        most = max(one.value for one in gains)
        texts = {one.key: one.value / most for one in gains}
        cased = all(one.cased for one in gains)
    else:
        texts = dict.fromkeys(declared.correct or _compared(item, declared.ident), Fraction(1))
        cased = not _ignores_case(item, declared.ident)
    answers = tuple(Answer(text.replace("*", "\\*"), float(part), None, "", "plain") for text, part in texts.items())
    return answers, cased and bool(answers)


def _tests(item: etree._Element, ident: str, names: Sequence[str]) -> list[etree._Element]:
    return [
        node
        for name in names
        for node in item.iter(name)
        if any(local(child) == "variable" and child.get("identifier") == ident for child in node)
    ]


def _compared(item: etree._Element, ident: str) -> list[str]:
    nodes = _tests(item, ident, ("match", "stringMatch", "equal", "equalRounded"))
    return [text_in(value).strip() for node in nodes for value in node if local(value) == "baseValue"]


def _ignores_case(item: etree._Element, ident: str) -> bool:
    nodes = _tests(item, ident, ("stringMatch",))
    return bool(nodes) and all((node.get("caseSensitive") or "true").lower() in ("false", "0") for node in nodes)


def number_answers(item: etree._Element, declared: Declared) -> tuple[Answer, ...]:
    """Right values with the tolerance of the `equal` that tests them, as an absolute one; or a range that is tested."""
    written = declared.correct or tuple(one.key for one in declared.mapping if one.value > 0)
    values = [value for text in written or _compared(item, declared.ident) if (value := exact(text)) is not None]
    answers = [(value, _tolerance(item, declared.ident, value)) for value in dict.fromkeys(values)]
    if not answers:
        answers = _ranges(item, declared.ident)
    paid = _paid(item, declared, [value for value, _ in answers]) if not written and len(answers) > 1 else {}
    return tuple(
        Answer(as_text(float(value)), float(paid.get(value, 1)), float(size), "", "plain") for value, size in answers
    )


def _paid(item: etree._Element, declared: Declared, values: Sequence[Fraction]) -> dict[Fraction, Fraction]:
    """What the processing gives for each of several numbers, over the best of them; empty where it gives nothing."""
    qti = {"interactions": [], "responses": [declared.to_json()], "processing": processing_xml(item)}
    case = {"type": "numerical", "qti": qti}
    marks = {one: grade_case(case, {declared.ident: as_text(float(one))}).fraction or Fraction(0) for one in values}
    most = max(marks.values())
    return {one: mark / most for one, mark in marks.items()} if most > 0 else {}


def _tolerance(item: etree._Element, ident: str, value: Fraction) -> Fraction:
    tests = _tests(item, ident, ("equal",))
    for node in [node for node in tests if _names(node, value)] or tests:
        sizes = [abs(size) for word in (node.get("tolerance") or "").split() if (size := exact(word)) is not None]
        if sizes and node.get("toleranceMode") == "absolute":
            return max(sizes)
        if sizes and node.get("toleranceMode") == "relative":
            return abs(value) * max(sizes) / 100
    return Fraction(0)


def _names(test: etree._Element, value: Fraction) -> bool:
    return any(local(one) == "baseValue" and exact(text_in(one).strip()) == value for one in test)


def _ranges(item: etree._Element, ident: str) -> list[tuple[Fraction, Fraction]]:
    low, high = (_bounds(item, ident, names) for names in (("gt", "gte"), ("lt", "lte")))
    return [((low[0] + high[0]) / 2, abs(high[0] - low[0]) / 2)] if len(low) == len(high) == 1 else []


def _bounds(item: etree._Element, ident: str, names: Sequence[str]) -> list[Fraction]:
    nodes = _tests(item, ident, names)
    return [
        bound
        for node in nodes
        for value in node
        if local(value) == "baseValue" and (bound := exact(text_in(value).strip())) is not None
    ]
