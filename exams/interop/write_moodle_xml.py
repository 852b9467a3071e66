"""Moodle XML, written: the one text format that keeps every type, file and setting (interop 1 and 2)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote

from lxml import etree

from exams.interop.codes import Code
from exams.interop.fractions import is_known
from exams.interop.losing import not_written
from exams.interop.numbers import as_text
from exams.interop.question import Answer, Media, Question
from exams.interop.result import Warned
from exams.interop.write_cloze import cloze_text
from exams.interop.xml_tree import for_xml

Element = etree._Element

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
_FORMATS = {"moodle": "moodle_auto_format", "plain": "plain_text", "wiki": "wiki_like"}
_NAMES = {"single": "multichoice", "multiple": "multichoice", "matching": "matching"}
_FEEDBACK = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_OWN = frozenset((*_FEEDBACK, "hints", "units", "right_feedback", "wrong_feedback", "usecase", "policy"))


def write_moodle_xml(questions: Iterable[Question], warnings: list[Warned]) -> Iterator[str]:
    """The file, question by question; what is left out or unknown to Moodle goes to the warnings."""
    yield _HEAD
    current = ""
    for question in questions:
        text = _category(question.category, question) if question.type == "category" else _written(question, warnings)
        if text is None:
            warnings += not_written(question)
            continue
        if question.type != "category" and question.category != current:
            yield f"{_category(question.category)}\n"
        current = question.category
        yield f"{text}\n"
    yield "</quiz>\n"


def _category(path: str, told: Question | None = None) -> str:
    root = etree.Element("question", type="category")
    _text(etree.SubElement(root, "category"), path)
    if told is not None and told.stem:
        _text(etree.SubElement(root, "info", format="html"), told.stem)
    if told is not None and told.idnumber:
        _value(root, "idnumber", told.idnumber)
    return etree.tostring(root, encoding="unicode")


def _written(question: Question, warnings: list[Warned]) -> str | None:
    if question.source:
        own = question.source.strip()
        return own if own.startswith("<question") else None
    write = _TYPES.get(question.type)
    stem = cloze_text(question) if question.type == "cloze" else question.stem
    if write is None or stem is None:
        return None
    writing = _Writing(question, stem)
    write(writing)
    writing.settings()
    writing.leftover_files()
    warnings += writing.unknown_fractions()
    if question.options.get("policy") == "all_or_nothing":  # Moodle adds fractions: a part of the right set earns
        warnings.append(Warned(Code.LOST, {"name": question.name, "what": "policy"}, question.line))
    return etree.tostring(writing.root, encoding="unicode")


class _Writing:
    """One question's element while it is filled; each file goes beside the text that names it."""

    def __init__(self, question: Question, stem: str) -> None:
        self.question = question
        self.files = list(question.media)
        self.root = etree.Element("question", type=_NAMES.get(question.type, question.type))
        _text(etree.SubElement(self.root, "name"), question.name)
        self.stem = self.said(self.root, "questiontext", stem, question.format)
        if question.feedback:
            self.said(self.root, "generalfeedback", question.feedback, question.format)
        if question.type not in ("cloze", "description"):
            _value(self.root, "defaultgrade", as_text(question.mark))
        _value(self.root, "penalty", as_text(question.penalty))
        if question.idnumber:
            _value(self.root, "idnumber", question.idnumber)

    def said(self, parent: Element, name: str, text: str, its_format: str = "", **attributes: str) -> Element:
        """A child with a text, its format and the files it names."""
        if its_format:
            attributes["format"] = _FORMATS.get(its_format, its_format)
        child = etree.SubElement(parent, name, attributes)
        _text(child, text)
        for media in [one for one in self.files if _is_named(one, text)]:
            self.files.remove(media)
            _file(child, media)
        return child

    def answer(self, said: Answer, *, formatted: bool = False) -> Element:
        """An `<answer>`; fractions are percent in the file."""
        its_format = (said.format or self.question.format) if formatted else ""
        percent = as_text(round(said.fraction * 100, 5))
        element = self.said(self.root, "answer", said.text, its_format, fraction=percent)
        if said.feedback:
            self.said(element, "feedback", said.feedback, self.question.format)
        return element

    def settings(self) -> None:
        """Feedback for all, hints, tags, and what only goes round."""
        options = self.question.options
        for name in (one for one in _FEEDBACK if one in options):
            self.said(self.root, name, options[name], self.question.format)
        for name, value in options.items():
            if name not in _OWN:
                _value(self.root, name, str(value))
        for hint in options.get("hints", ()):
            self.said(self.root, "hint", hint, self.question.format)
        if self.question.tags:
            tags = etree.SubElement(self.root, "tags")
            for tag in self.question.tags:
                _text(etree.SubElement(tags, "tag"), tag)

    def leftover_files(self) -> None:
        """Files that no text names stay with the stem."""
        for media in self.files:
            _file(self.stem, media)

    def unknown_fractions(self) -> list[Warned]:
        """A warning for each fraction that Moodle's import would refuse (interop 4.9)."""
        line = self.question.line
        unknown = [one.fraction for one in self.question.answers if not is_known(one.fraction)]
        return [Warned(Code.FRACTION_UNKNOWN, {"fraction": as_text(one * 100)}, line) for one in unknown]


def _text(parent: Element, text: str) -> None:
    etree.SubElement(parent, "text").text = for_xml(text)


def _value(parent: Element, name: str, value: str) -> None:
    etree.SubElement(parent, name).text = for_xml(value)


def _file(parent: Element, media: Media) -> None:
    file = etree.SubElement(parent, "file", name=media.name, path=media.path, encoding="base64")
    file.text = media.data


def _is_named(media: Media, text: str) -> bool:
    place = f"@@PLUGINFILE@@{media.path}"
    return f"{place}{media.name}" in text or f"{place}{quote(media.name)}" in text


def _choice(writing: _Writing) -> None:
    _value(writing.root, "single", "true" if writing.question.type == "single" else "false")
    for one in writing.question.answers:
        writing.answer(one, formatted=True)


def _true_false(writing: _Writing) -> None:
    question = writing.question
    for word in (True, False):
        right = question.correct is word
        feedback = question.options.get("right_feedback" if right else "wrong_feedback", "")
        writing.answer(Answer("true" if word else "false", float(right), None, feedback))


def _short(writing: _Writing) -> None:
    _value(writing.root, "usecase", "1" if writing.question.options.get("usecase") else "0")
    for one in writing.question.answers:
        writing.answer(one)


def _numerical(writing: _Writing) -> None:
    for one in writing.question.answers:
        _value(writing.answer(one), "tolerance", as_text(one.tolerance or 0.0))
    units: list[Any] = writing.question.options.get("units", [])
    if units:
        every = etree.SubElement(writing.root, "units")
        for name, multiplier in units:
            unit = etree.SubElement(every, "unit")
            _value(unit, "multiplier", as_text(multiplier))
            _value(unit, "unit_name", name)


def _matching(writing: _Writing) -> None:
    for left, right in writing.question.pairs:
        element = writing.said(writing.root, "subquestion", left, writing.question.format)
        writing.said(element, "answer", right)


def _ordering(writing: _Writing) -> None:
    for place, item in enumerate(writing.question.items, start=1):
        writing.said(writing.root, "answer", item, writing.question.format, fraction=str(place))


_TYPES: dict[str, Callable[[_Writing], None]] = {
    "single": _choice,
    "multiple": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "essay": lambda _: None,
    "description": lambda _: None,
    "cloze": lambda _: None,
}
