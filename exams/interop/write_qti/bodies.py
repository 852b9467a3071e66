"""What an item asks, by the type of its question: declarations, interactions and processing."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from lxml import etree

from exams.interop.numbers import as_text
from exams.interop.question import Answer, Part, Question
from exams.interop.texts import plain
from exams.interop.write_qti.keys import (
    NEAR,
    Unsayable,
    are_shares,
    has_best,
    is_plain_key,
    numbers_of,
    one_of,
    several_of,
    texts_of,
)
from exams.interop.write_qti.pieces import (
    RESPONSE,
    Entry,
    add_mapped,
    add_mapping,
    add_number,
    by_match,
    by_template,
    idents,
    response,
    worth,
)
from exams.interop.write_qti.text import put_text
from exams.interop.xml_tree import for_xml

Element = etree._Element
TRUE_OR_FALSE = "truefalse"
"""The class of a choice of two that is a question of true or false, whatever its two words."""

_BLANK = "_____"
_GAP = re.compile(r"\[\[[0-9]{1,3}\]\]")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(slots=True)
class Asked:
    """The pieces of one item; `places` are the interactions that stand inside the stem, by their marks there."""

    stem: str
    responses: list[Element] = field(default_factory=list)
    blocks: list[Element] = field(default_factory=list)
    places: dict[str, Element] = field(default_factory=dict)
    processing: Element | None = None
    lost: list[str] = field(default_factory=list)


def asked_by(question: Question) -> Asked:
    """Raises `Unsayable` for a type, or a key, that QTI has no way to write."""
    build = _TYPES.get(question.type)
    if build is None:
        raise Unsayable
    asked = Asked(question.stem)
    build(question, asked)
    return asked


def _interaction(name: str, ident: str = RESPONSE, **attributes: str) -> Element:
    return etree.Element(name, {"responseIdentifier": ident, **attributes})


def _choices(parent: Element, tag: str, texts: Sequence[tuple[str, str, str]], **attributes: str) -> None:
    for name, text, its_format in texts:
        put_text(etree.SubElement(parent, tag, {"identifier": name, **attributes}), text, its_format)


def _options(question: Question) -> list[tuple[str, str, str]]:
    names = idents(len(question.answers))
    return [(name, one.text, one.format or question.format) for name, one in zip(names, question.answers, strict=True)]


def _shuffled(question: Question) -> str:
    return "true" if str(question.options.get("shuffleanswers", "")).lower() in ("true", "1") else "false"


def _single(question: Question, asked: Asked) -> None:
    if not question.answers:
        raise Unsayable
    options, mapped = _options(question), not is_plain_key(question.answers)
    names = [name for name, _, _ in options]
    asked.responses = [one_of(RESPONSE, names, question.answers, question.mark, mapped=mapped)]
    node = _interaction("choiceInteraction", shuffle=_shuffled(question), maxChoices="1")
    _choices(node, "simpleChoice", options)
    asked.blocks = [node]
    asked.processing = by_template("map_response") if mapped else by_match(question.mark)
    if mapped and not has_best(question.answers):
        asked.lost = ["fractions"]


def _multiple(question: Question, asked: Asked) -> None:
    if not question.answers:
        raise Unsayable
    options = _options(question)
    whole = question.options.get("policy") == "all_or_nothing"
    names = [name for name, _, _ in options]
    asked.responses = [several_of(RESPONSE, names, question.answers, question.mark, whole=whole)]
    node = _interaction("choiceInteraction", shuffle=_shuffled(question), maxChoices="0")
    _choices(node, "simpleChoice", options)
    asked.blocks = [node]
    asked.processing = by_match(question.mark) if whole else by_template("map_response")
    gains = sum(one.fraction for one in question.answers if one.fraction > 0)
    if not are_shares(question.answers) if whole else gains < 1 - NEAR:
        asked.lost = ["fractions"]


def _truefalse(question: Question, asked: Asked) -> None:
    if question.correct is None:
        raise Unsayable
    words = ("正确", "错误") if _HAN.search(question.stem) else ("True", "False")
    asked.responses = [response(RESPONSE, "single", "identifier", ["true" if question.correct else "false"])]
    node = _interaction("choiceInteraction", shuffle="false", maxChoices="1")
    node.set("class", TRUE_OR_FALSE)
    _choices(node, "simpleChoice", [("true", words[0], "plain"), ("false", words[1], "plain")])
    asked.blocks = [node]
    asked.processing = by_match(question.mark)


def _typed(asked: Asked, node: Element) -> None:
    """The entry where the stem has its blank, else below."""
    if _BLANK in asked.stem:
        asked.places = {_BLANK: node}
    else:
        line = etree.Element("p")
        line.append(node)
        asked.blocks = [line]


def _shortanswer(question: Question, asked: Asked) -> None:
    cased = bool(question.options.get("usecase"))
    asked.responses = [texts_of(RESPONSE, question.answers, question.mark, cased=cased)]
    _typed(asked, _interaction("textEntryInteraction"))
    asked.processing = by_template("map_response")
    asked.lost = _unpaid(question.answers)


def _numerical(question: Question, asked: Asked) -> None:
    declared, accepted = numbers_of(RESPONSE, question.answers, question.mark)
    asked.responses = [declared]
    _typed(asked, _interaction("textEntryInteraction"))
    asked.processing = etree.Element("responseProcessing")
    add_number(asked.processing, RESPONSE, accepted)
    asked.lost = _unpaid(question.answers)


def _unpaid(answers: Sequence[Answer]) -> list[str]:
    """Answers that earn nothing are not written where people type; they matter only where they take marks."""
    return ["fractions"] if any(one.fraction < 0 for one in answers) else []


def _matching(question: Question, asked: Asked) -> None:
    pairs = [(left, right.strip()) for left, right in question.pairs if left]
    others = [right for left, right in question.pairs if not left] + list(question.options.get("distractors", ()))
    if not pairs or any(not plain(right) for _, right in pairs):
        raise Unsayable
    rights = sorted({right for _, right in pairs} | set(others), key=_anywhere)
    keys = [f"L{index} R{rights.index(right) + 1}" for index, (_, right) in enumerate(pairs, 1)]
    declared = response(RESPONSE, "multiple", "directedPair", keys)
    part = worth(round(1 / len(pairs), 10), question.mark)
    add_mapping(declared, [Entry(key, part) for key in keys], lowerBound="0", upperBound=as_text(question.mark))
    asked.responses = [declared]
    node = _interaction("matchInteraction", shuffle="true", maxAssociations=str(len(pairs)))
    sides = etree.SubElement(node, "simpleMatchSet"), etree.SubElement(node, "simpleMatchSet")
    lefts = [(f"L{index}", left, question.format) for index, (left, _) in enumerate(pairs, 1)]
    _choices(sides[0], "simpleAssociableChoice", lefts, matchMax="1")
    held = [(f"R{index}", right, "plain") for index, right in enumerate(rights, 1)]
    _choices(sides[1], "simpleAssociableChoice", held, matchMax=str(len(pairs)))
    asked.blocks = [node]
    asked.processing = by_template("map_response")


def _ordering(question: Question, asked: Asked) -> None:
    if len(question.items) < 2:
        raise Unsayable
    names = idents(len(question.items))
    shown = sorted(range(len(names)), key=lambda place: (_anywhere(question.items[place]), place))
    by_place = {place: names[index] for index, place in enumerate(shown)}
    asked.responses = [response(RESPONSE, "ordered", "identifier", [by_place[place] for place in range(len(names))])]
    node = _interaction("orderInteraction", shuffle="true")
    _choices(node, "simpleChoice", [(by_place[place], question.items[place], question.format) for place in shown])
    asked.blocks = [node]
    asked.processing = by_match(question.mark)


def _anywhere(text: str) -> str:
    """An order that says nothing of the right one, and is the same on every machine."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def _parts(question: Question, asked: Asked) -> None:
    if not question.parts:
        raise Unsayable
    if question.type in ("gapselect", "ddwtos"):
        count = iter(range(1, len(question.parts) + 1))
        asked.stem = _GAP.sub(lambda _: f"{{#{next(count, 0)}}}", question.stem)
    asked.processing = etree.Element("responseProcessing")
    weights = [part.mark for part in question.parts]
    if min(weights) <= 0:
        raise Unsayable
    for number, part in enumerate(question.parts, 1):
        ident = f"RESPONSE{number}"
        _PARTS.get(part.type, _no_part)(asked, ident, part, question.mark * part.mark / sum(weights))
        asked.places[f"{{#{number}}}"] = _entry(ident, part)
    if len(question.parts) == 1 and "{#1}" not in asked.stem:
        asked.places = {_BLANK: asked.places["{#1}"]}
    is_even = max(weights) - min(weights) < NEAR
    feedback = any(one.feedback for part in question.parts for one in part.answers)
    asked.lost = [*([] if is_even else ["weights"]), *(["answer feedback"] if feedback else [])]


def _entry(ident: str, part: Part) -> Element:
    if part.type != "single":
        return _interaction("textEntryInteraction", ident)
    node = _interaction("inlineChoiceInteraction", ident, shuffle="false")
    for name, one in zip(idents(len(part.answers)), part.answers, strict=True):
        text = plain(one.text) if one.format == "html" else one.text
        etree.SubElement(node, "inlineChoice", identifier=name).text = for_xml(text)
    return node


def _single_part(asked: Asked, ident: str, part: Part, mark: float) -> None:
    if not has_best(part.answers):
        raise Unsayable
    asked.responses.append(one_of(ident, idents(len(part.answers)), part.answers, mark, mapped=True))
    _mapped(asked, ident)


def _text_part(asked: Asked, ident: str, part: Part, mark: float) -> None:
    asked.responses.append(texts_of(ident, part.answers, mark, cased=bool(part.options.get("usecase"))))
    _mapped(asked, ident)


def _mapped(asked: Asked, ident: str) -> None:
    if asked.processing is not None:
        add_mapped(asked.processing, ident)


def _number_part(asked: Asked, ident: str, part: Part, mark: float) -> None:
    declared, accepted = numbers_of(ident, part.answers, mark)
    asked.responses.append(declared)
    if asked.processing is not None:
        add_number(asked.processing, ident, accepted)


def _no_part(_asked: Asked, _ident: str, _part: Part, _mark: float) -> None:
    raise Unsayable


def _essay(_question: Question, asked: Asked) -> None:
    asked.responses = [response(RESPONSE, "single", "string")]
    asked.blocks = [_interaction("extendedTextInteraction")]


_PARTS: Mapping[str, Callable[[Asked, str, Part, float], None]] = {
    "single": _single_part,
    "shortanswer": _text_part,
    "numerical": _number_part,
}
_TYPES: Mapping[str, Callable[[Question, Asked], None]] = {
    "single": _single,
    "multiple": _multiple,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "description": lambda _question, _asked: None,
    **dict.fromkeys(("fill", "dropdowns", "cloze", "gapselect", "ddwtos"), _parts),
}
