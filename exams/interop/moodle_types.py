"""The types of Moodle XML, each read into our question (interop 2 and 3.2)."""

import re
from collections.abc import Callable
from typing import Any

from exams.interop.cloze import parse_cloze
from exams.interop.codes import Code
from exams.interop.moodle_drags import MOST_OFFERED, dragged_parts, marker_pairs
from exams.interop.moodle_node import Element, Node, format_named, number_in
from exams.interop.question import PENALTY, Answer, Media, Part, Question
from exams.interop.result import NotRead
from exams.interop.texts import BLANK, cleaned_name, name_from

_ROUNDED = 0.005
_NUMBER = re.compile(r"[+-]?[0-9 .,]*[0-9][0-9 .,]*(?:(?:[eE]|[x*×]10(?:\^|\*\*))[+-]?[0-9]+)?\s*\S{0,20}")
_GAP = re.compile(r"\[\[([0-9]{1,4})\]\]")
_FEEDBACK = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def category(node: Node) -> Question:
    """A line of the file that says where the questions after it belong."""
    path = node.text("category")
    return Question(
        "category", path, node.text("info"), category=path, mark=0.0, idnumber=node.value("idnumber"), line=node.line
    )


def _made(node: Node, kind: str, **said: Any) -> Question:
    """What all types have: name, stem, feedback, mark, penalty, tags, files."""
    stem = said.pop("stem", None)
    stem = _stem(node) if stem is None else stem
    name = cleaned_name(node.text("name"))
    if not name:
        node.warn(Code.NO_NAME)
    penalty = node.number("penalty", PENALTY)
    facts: dict[str, Any] = {"mark": 0.0 if kind == "description" else node.number("defaultgrade", 1.0)} | said
    return Question(
        type=kind,
        name=name or name_from(stem),
        stem=stem,
        format=node.format,
        penalty=PENALTY if abs(penalty - PENALTY) < _ROUNDED else penalty,
        feedback=node.text("generalfeedback"),
        tags=_tags(node),
        category=node.category,
        idnumber=node.value("idnumber"),
        media=tuple(node.media),
        line=node.line,
        **facts,
    )


def _stem(node: Node) -> str:
    found = node.all("questiontext")
    if found:
        node.format = format_named(found[0].get("format", "html"))
    stem = node.text("questiontext")
    data, name = node.value("image_base64"), node.value("image").replace("/", "_")
    if data and name:
        node.media.append(Media(name, "/", data))
        stem += f' <img src="@@PLUGINFILE@@/{name}" />'
    return stem


def _tags(node: Node) -> tuple[str, ...]:
    found = node.all("tags")
    return tuple(node.text_in(tag) for tag in found[0].iterchildren("tag")) if found else ()


def _options(node: Node, *names: str) -> dict[str, Any]:
    """Settings that only go round, by the names of the file, where the file has them."""
    kept: dict[str, Any] = {name: node.value(name) for name in names if name in node.children}
    for name in _FEEDBACK:
        if name in node.children and (text := node.text(name)):
            kept[name] = text
    hints = [node.text_in(hint) for hint in node.all("hint")]
    return kept | ({"hints": hints} if hints else {})


def _answers(node: Node, *, formatted: bool = False) -> tuple[Answer, ...]:
    answers = tuple([node.answer(one, formatted=formatted) for one in node.all("answer")])
    if not any(one.text for one in answers):
        raise NotRead(Code.NO_ANSWER)
    return answers


def _said_true(text: str) -> bool:
    return text not in ("false", "", "0")


def _multichoice(node: Node) -> Question:
    stem = _stem(node)
    single = _said_true(node.value("single", "true"))
    answers = _answers(node, formatted=True)
    if len(answers) < 2:
        raise NotRead(Code.TOO_FEW, count=len(answers), least=2)
    if single and not any(one.fraction >= 1 for one in answers):
        node.warn(Code.NO_FULL_MARK)
    options = _options(node, "shuffleanswers", "answernumbering")
    return _made(node, "single" if single else "multiple", stem=stem, answers=answers, options=options)


def _truefalse(node: Node) -> Question:
    stem = _stem(node)
    correct: bool | None = None
    kept: dict[str, Any] = {}
    for place, one in enumerate(node.all("answer")):
        word = node.text_in(one)
        if word not in ("true", "false"):
            node.warn(Code.XML_ORDER)  # old files say it in their own language: true first, then false
            word = "false" if place else "true"
        right = node.fraction(one) == 1
        correct = right if word == "true" else not right
        for feedback in one.iterchildren("feedback"):
            kept[f"{'right' if right else 'wrong'}_feedback"] = node.text_in(feedback)
    if correct is None:
        raise NotRead(Code.NO_ANSWER)
    options = {name: text for name, text in kept.items() if text} | _options(node)
    return _made(node, "truefalse", stem=stem, correct=correct, options=options)


def _shortanswer(node: Node) -> Question:
    stem = _stem(node)
    options = _options(node)
    if _said_true(node.value("usecase", "0")):
        options["usecase"] = True
    return _made(node, "shortanswer", stem=stem, answers=_answers(node), options=options)


def _numerical(node: Node) -> Question:
    stem = _stem(node)
    answers = tuple([_number(node, one) for one in node.all("answer")])
    if not any(one.text for one in answers):
        raise NotRead(Code.NO_ANSWER)
    options = _options(node)
    units = [_unit(unit) for every in node.all("units") for unit in every.iterchildren("unit")]
    if units:
        options["units"] = units
        options |= _options(node, "unitgradingtype", "unitpenalty", "showunits", "unitsleft")
    return _made(node, "numerical", stem=stem, answers=answers, options=options)


def _number(node: Node, element: Element) -> Answer:
    answer = node.answer(element)
    text = answer.text
    if text and text != "*" and not _NUMBER.fullmatch(text[:200]):
        raise NotRead(Code.NUMBER, text=text[:100])
    deprecated = element.findtext("fraction")
    if deprecated:
        answer = answer._replace(fraction=number_in(deprecated, Code.FRACTION))
    around = (element.findtext("tolerance") or "").strip(BLANK)
    return answer._replace(tolerance=number_in(around, Code.NUMBER) if around else 0.0)


def _unit(element: Element) -> list[Any]:
    multiplier = (element.findtext("multiplier") or "").strip(BLANK)
    name = (element.findtext("unit_name") or "").strip(BLANK)
    return [name, number_in(multiplier, Code.NUMBER) if multiplier else 1.0]


def _matching(node: Node) -> Question:
    stem = _stem(node)
    pairs = tuple([_pair(node, one) for one in node.all("subquestion")])
    if len(pairs) < 2:
        raise NotRead(Code.TOO_FEW, count=len(pairs), least=2)
    return _made(node, "matching", stem=stem, pairs=pairs, options=_options(node, "shuffleanswers"))


def _pair(node: Node, element: Element) -> tuple[str, str]:
    answer = element.find("answer")
    return node.text_in(element), "" if answer is None else node.text_in(answer)


def _cloze(node: Node) -> Question:
    cloze = parse_cloze(_stem(node))
    return _made(node, "cloze", stem=cloze.stem, parts=cloze.parts, mark=cloze.mark, options=_options(node))


def _essay(node: Node) -> Question:
    return _made(node, "essay", options=_options(node, "responseformat", "responsefieldlines", "attachments"))


def _ordering(node: Node) -> Question:
    stem = _stem(node)
    items = tuple(text for one in node.all("answer") if (text := node.text_in(one)))
    if len(items) < 2:
        raise NotRead(Code.TOO_FEW, count=len(items), least=2)
    options = _options(node, "layouttype", "selecttype", "selectcount", "gradingtype", "showgrading")
    return _made(node, "ordering", stem=stem, items=items, options=options)


def _gaps(kind: str, choices: str) -> Callable[[Node], Question]:
    """Words for the gaps `[[n]]` of the stem: the n-th of all words is right, the others of its group are offered."""

    def read(node: Node) -> Question:
        stem = _stem(node)
        words = [(node.text_in(one), (one.findtext("group") or "1").strip(BLANK)) for one in node.all(choices)]
        places = [int(found) - 1 for found in _GAP.findall(stem)]
        if len(places) * len(words) > MOST_OFFERED:
            raise NotRead(Code.TOO_MANY, count=len(places), most=MOST_OFFERED // len(words))
        parts = []
        for place in places:
            if not 0 <= place < len(words):
                raise NotRead(Code.NO_ANSWER)
            group = words[place][1]
            offered = [(number, text) for number, (text, its) in enumerate(words) if its == group]
            parts.append(Part("single", tuple(Answer(text, float(number == place)) for number, text in offered)))
        if not parts:
            raise NotRead(Code.NO_ANSWER)
        options = _options(node, "shuffleanswers")
        return _made(node, kind, stem=stem, parts=tuple(parts), options=options, source=node.source())

    return read


def _calculated(kind: str) -> Callable[[Node], Question]:
    """Kept whole: its data sets stay in `source`, its formulas are the answers' texts."""

    def read(node: Node) -> Question:
        source, stem = node.source(), _stem(node)
        answers = tuple([_formula(node, one) for one in node.all("answer")])
        return _made(node, kind, stem=stem, answers=answers, options=_options(node), source=source)

    return read


def _formula(node: Node, element: Element) -> Answer:
    around = (element.findtext("tolerance") or "").strip(BLANK)
    return node.answer(element)._replace(tolerance=number_in(around, Code.NUMBER) if around else None)


def _onto_picture(node: Node) -> Question:
    said = {"source": node.source(), "options": _options(node, "shuffleanswers")}
    return _made(node, "ddimageortext", parts=dragged_parts(node), **said)


def _markers(node: Node) -> Question:
    return _made(node, "ddmarker", pairs=marker_pairs(node), source=node.source(), options=_options(node))


TYPES: dict[str, Callable[[Node], Question]] = {
    "multichoice": _multichoice,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "description": lambda node: _made(node, "description"),
    "matching": _matching,
    "match": _matching,
    "cloze": _cloze,
    "multianswer": _cloze,
    "essay": _essay,
    "ordering": _ordering,
    "gapselect": _gaps("gapselect", "selectoption"),
    "ddwtos": _gaps("ddwtos", "dragbox"),
    "ddmarker": _markers,
    "ddimageortext": _onto_picture,
    "calculated": _calculated("calculated"),
    "calculatedsimple": _calculated("calculated"),
    "calculatedmulti": _calculated("calculatedmulti"),
}
"""Every type that is read, by its name in the file."""
