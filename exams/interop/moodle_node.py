"""One question of Moodle XML with its children sorted by name, and how their texts, files and numbers are read."""

import re
from functools import lru_cache
from typing import Any

from lxml import etree

from exams.interop.codes import Code
from exams.interop.fractions import is_known
from exams.interop.numbers import as_number, share
from exams.interop.question import Answer, Media
from exams.interop.result import NotRead, Warned
from exams.interop.texts import BLANK

Element = etree._Element

_FORMATS = {
    "html": "html", "moodle_auto_format": "moodle", "plain_text": "plain", "markdown": "markdown", "wiki_like": "wiki",
}  # fmt: skip
_LEADING = re.compile(r"[ \t\n\r]*([+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]{1,3})?)")


class Node:
    """A question's element; collects its files and what is to be looked at while it is read."""

    __slots__ = ("category", "children", "element", "format", "line", "media", "warnings")

    def __init__(self, element: Element, category: str) -> None:
        self.element = element
        self.category = category
        self.line = line_of(element)
        self.format = "html"
        self.media: list[Media] = []
        self.warnings: list[Warned] = []
        self.children: dict[str, list[Element]] = {}
        for child in element:
            self.children.setdefault(str(child.tag), []).append(child)

    def warn(self, code: Code, **facts: str | int) -> None:
        """Something to look at, at this question's line."""
        self.warnings.append(Warned(code, facts, self.line))

    def all(self, name: str) -> list[Element]:
        """Every child of a name."""
        return self.children.get(name, [])

    def text(self, name: str) -> str:
        """The text of the first child of a name, empty where there is none."""
        found = self.children.get(name)
        return self.text_in(found[0]) if found else ""

    def value(self, name: str, usual: str = "") -> str:
        """What stands directly in the first child of a name."""
        found = self.children.get(name)
        return (found[0].text or "").strip(BLANK) if found else usual

    def number(self, name: str, usual: float) -> float:
        """A child's number; raises `NotRead` for what is none."""
        text = self.value(name)
        if not text:
            return usual
        return number_in(text, Code.NUMBER)

    def text_in(self, element: Element) -> str:
        """The text of `<x><text>…</text></x>`, of `<x>…</x>` in old files; files beside it are kept."""
        said: str | None = None
        for child in element:
            if child.tag == "file":
                self._keep(child)
            elif child.tag == "text" and said is None:
                said = self._inner(child)
        return (element.text or "").strip(BLANK) if said is None else said

    def format_in(self, element: Element) -> str:
        """The format an element names for its text, else the stem's."""
        name = element.get("format")
        return self.format if name is None else format_named(name)

    def answer(self, element: Element, *, formatted: bool = False) -> Answer:
        """An `<answer>` with its fraction, text and feedback."""
        fraction = self.fraction(element)
        feedback = ""
        for child in element:
            if child.tag == "feedback":
                feedback = self.text_in(child)
                break
        text = self.text_in(element)
        if not text:
            self.warn(Code.EMPTY_OPTION)
        its_format = self.format_in(element) if formatted else self.format
        return Answer(text, fraction, None, feedback, "" if its_format == self.format else its_format)

    def fraction(self, element: Element) -> float:
        """The `fraction` of an answer, in percent in the file."""
        text = element.get("fraction")
        if text is None:
            return 0.0
        fraction = share(number_in(text, Code.FRACTION))
        if not is_known(fraction):
            self.warn(Code.FRACTION_UNKNOWN, fraction=text)
        return fraction

    def source(self) -> str:
        """The element as it stood in the file."""
        return etree.tostring(self.element, encoding="unicode", with_tail=False)

    def _inner(self, element: Element) -> str:
        text = element.text or ""
        if len(element):
            self.warn(Code.XML_MARKUP)
            text += "".join(etree.tostring(child, encoding="unicode") for child in element)
        return text.strip(BLANK)

    def _keep(self, element: Element) -> None:
        self.media.append(Media(element.get("name", ""), element.get("path", "/"), (element.text or "").strip(BLANK)))


def line_of(element: Any) -> int:
    """The line of the file an element begins in."""
    return int(element.sourceline or 0)


def format_named(name: str) -> str:
    """Our name of a format; Moodle takes HTML for one it does not know."""
    return _FORMATS.get(name.strip(), "html")


@lru_cache(maxsize=1024)
def number_in(text: str, code: Code) -> float:
    """A number as PHP reads it from the front of a text, a decimal comma too; raises `NotRead` with the code."""
    found = _LEADING.match(text[:100])
    number = as_number(found[1].replace(",", ".")) if found else None
    if number is None:
        raise NotRead(code, text=text[:100])
    return number
