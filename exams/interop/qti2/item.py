"""One item of QTI 2.0 to 3.0 as a question; its XML is kept where it cannot be sat."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from exams.interop.grading.quantity import exact
from exams.interop.markup import Text, inner
from exams.interop.qti2.declarations import Declared, declarations_of, processing_xml
from exams.interop.qti2.interactions import Interaction, interactions_of
from exams.interop.qti2.keys import choice_answers, choice_fractions, number_answers, text_answers, uses_mapping
from exams.interop.qti2.kinds import is_number, kind_of, truth_words
from exams.interop.qti_marks import STEM_CLASS
from exams.interop.question import KEPT, Answer, Part, Question
from exams.interop.texts import cleaned_name, name_from
from exams.interop.truth_words import FALSE_WORDS, TRUE_WORDS
from exams.interop.xml_tree import line_of, local, text_in

_PAIRED = frozenset(("graphicAssociateInteraction", "graphicGapMatchInteraction"))


@dataclass(frozen=True, slots=True)
class _Item:
    node: etree._Element
    asked: tuple[Interaction, ...]
    declared: Mapping[str, Declared]

    @property
    def first(self) -> Interaction:
        return self.asked[0]

    def declaration(self, one: Interaction) -> Declared:
        return self.declared.get(one.response) or Declared(one.response, "single", "", (), ())


def read_item(item: etree._Element) -> Question:
    """Raises `NotRead` for interactions that are not part of the standard."""
    interactions = interactions_of(item)
    listed = declarations_of(item)
    declared = {one.ident: one for one in listed}
    kind = kind_of(item, interactions, declared)
    stem = _stem(item, interactions)
    mark = _mark(item)
    question = Question(
        type=kind,
        name=cleaned_name(item.get("title") or "") or name_from(stem.text) or item.get("identifier") or "",
        stem=stem.text,
        format=stem.format,
        mark=mark,
        feedback=_general_feedback(item),
        idnumber=item.get("identifier") or "",
        qti=_qti(item, interactions, listed),
        line=line_of(item),
        source=etree.tostring(item, encoding="unicode", with_tail=False) if kind in KEPT else "",
    )
    asked = tuple(one for one in interactions if one.wants_answer)
    build = _BUILDERS.get(kind)
    return build(question, _Item(item, asked, declared)) if build and asked else question


def _qti(item: etree._Element, interactions: list[Interaction], declared: list[Declared]) -> Mapping[str, Any]:
    choices = {
        one.response: [{"id": choice.ident, "text": choice.text.text} for choice in one.choices]
        for one in interactions
        if one.choices
    }
    return {
        "interactions": [one.kind for one in interactions],
        "responses": [one.to_json() for one in declared],
        **({"choices": choices} if choices else {}),
        "processing": processing_xml(item),
    }


def _mark(item: etree._Element) -> float:
    for node in item:
        if local(node) == "outcomeDeclaration" and node.get("identifier") in ("MAXSCORE", "SCORE"):
            is_most = node.get("identifier") == "MAXSCORE"
            value = exact(text_in(node).strip()) if is_most else exact(node.get("normalMaximum"))
            if value is not None and value > 0:
                return float(value)
    return 1.0


def _stem(item: etree._Element, interactions: list[Interaction]) -> Text:
    body = next((child for child in item if local(child) == "itemBody"), None)
    if body is None:
        return Text("", "plain")
    blanks = [one for one in interactions if one.kind in ("textEntryInteraction", "inlineChoiceInteraction")]
    stem = next((child for child in body if local(child) == "div" and child.get("class") == STEM_CLASS), None)
    several = len([one for one in interactions if one.wants_answer]) > 1
    swaps: dict[etree._Element, str] = {}
    for one in interactions:
        place = blanks.index(one) + 1 if one in blanks else 0
        swaps[one.node] = (f"{{#{place}}}" if several else "_____") if place else _shown(one)
    return inner(body if stem is None else stem, swaps)


def _general_feedback(item: etree._Element) -> str:
    general = (
        node for node in item if local(node) == "modalFeedback" and "general" in node.get("identifier", "").lower()
    )
    return next((inner(node).text for node in general), "")


def _shown(one: Interaction) -> str:
    """An interaction in the stem: its prompt, and the text around hottexts and gaps."""
    prompt = f"<p>{one.prompt.as_html()}</p>" if one.prompt.text else ""
    if one.kind == "hottextInteraction":
        swaps = {node: f"[{text_in(node).strip()}]" for node in one.node.iter("hottext")}
    elif one.kind == "gapMatchInteraction":
        swaps = {node: f"{{#{index}}}" for index, node in enumerate(one.node.iter("gap"), 1)}
        swaps |= {node: "" for name in ("gapText", "gapImg") for node in one.node.iter(name)}
    else:
        return prompt
    swaps |= dict.fromkeys(one.node.iter("prompt"), prompt)
    return inner(one.node, swaps).text


def _choice(question: Question, read: _Item) -> Question:
    answers = choice_answers(read.node, read.first, read.declaration(read.first), alone=True)
    return replace(question, answers=answers)


def _multiple(question: Question, read: _Item) -> Question:
    question = _choice(question, read)
    declared = read.declaration(read.first)
    whole = bool(declared.correct) and not (declared.mapping and uses_mapping(read.node))
    return replace(question, options={"policy": "all_or_nothing"}) if whole else question


def _truefalse(question: Question, read: _Item) -> Question:
    idents = [one.ident for one in read.first.choices]
    fractions = choice_fractions(read.node, idents, read.declaration(read.first), alone=True)
    said = zip(truth_words(read.first), idents, strict=True)
    right = [word for word, ident in said if fractions.get(ident, 0) > 0]
    if len(right) == 1 and right[0] in TRUE_WORDS | FALSE_WORDS:
        return replace(question, correct=right[0] in TRUE_WORDS)
    return _choice(replace(question, type="single"), read)


def _shortanswer(question: Question, read: _Item) -> Question:
    answers, cased = text_answers(read.node, read.declaration(read.first))
    return replace(question, answers=answers, options={"usecase": True} if cased else question.options)


def _numerical(question: Question, read: _Item) -> Question:
    return replace(question, answers=number_answers(read.node, read.declaration(read.first)))


def _matching(question: Question, read: _Item) -> Question:
    pairs: list[tuple[str, str]] = []
    others: list[str] = []
    for one in read.asked:
        keyed = [value.split() for value in _keyed(read.declaration(one))]
        pairs += [(one.text_of(pair[0]), one.text_of(pair[1])) for pair in keyed if len(pair) == 2]
        used = {ident for pair in keyed for ident in pair}
        others += [choice.text.text for choice in one.choices if choice.ident not in used]
    return replace(question, pairs=tuple(pairs), options={"distractors": others} if others else question.options)


def _keyed(declared: Declared) -> tuple[str, ...]:
    return declared.correct or tuple(one.key for one in declared.mapping if one.value > 0)


def _ordering(question: Question, read: _Item) -> Question:
    return replace(question, items=tuple(read.first.text_of(ident) for ident in read.declaration(read.first).correct))


def _graphic(question: Question, read: _Item) -> Question:
    """The key of what is paired or put in order on a picture, by the labels of its regions; the source stays whole."""
    kinds = {one.kind for one in read.asked}
    if kinds <= _PAIRED:
        return replace(question, pairs=_matching(question, read).pairs)
    return _ordering(question, read) if kinds == {"graphicOrderInteraction"} else question


def _parts(question: Question, read: _Item) -> Question:
    return replace(question, parts=tuple(part for one in read.asked for part in _parts_of(one, read)))


def _parts_of(one: Interaction, read: _Item) -> list[Part]:
    declared = read.declaration(one)
    if one.kind == "gapMatchInteraction":
        pairs = [value.split() for value in _keyed(declared)]
        return [_gap(one, {pair[0] for pair in pairs if len(pair) == 2 and pair[1] == gap}) for gap in one.gaps]
    if one.choices:
        kind = "single" if declared.cardinality == "single" else "multiple"
        return [Part(kind, choice_answers(read.node, one, declared, alone=len(read.asked) == 1))]
    if is_number(read.node, declared) or one.kind == "sliderInteraction":
        return [Part("numerical", number_answers(read.node, declared))]
    answers, cased = text_answers(read.node, declared)
    return [Part("shortanswer", answers, options={"usecase": True} if cased else {})]


def _gap(one: Interaction, right: set[str]) -> Part:
    return Part("single", tuple(_gap_answer(choice.text, choice.ident in right) for choice in one.choices))


def _gap_answer(text: Text, is_right: bool) -> Answer:
    return Answer(text.text, float(is_right), None, "", text.format)


_BUILDERS: Mapping[str, Callable[[Question, _Item], Question]] = {
    "single": _choice,
    "multiple": _multiple,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "hotspot": _graphic,
    **dict.fromkeys(("fill", "dropdowns", "cloze"), _parts),
}
