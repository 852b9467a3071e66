"""The numbers and letters that Word writes in front of paragraphs and keeps out of their text."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from exams.interop.xml_tree import local

if TYPE_CHECKING:
    from docx.document import Document

_CHINESE = "零一二三四五六七八九十"
_LETTERS = {"upperLetter": 65, "lowerLetter": 97, "upperLetterParenR": 65}
_CHINESE_FORMS = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital")


class Numbers:
    """Counts the paragraphs of each list as Word does; raises nothing for lists that it does not know."""

    def __init__(self, document: "Document") -> None:
        self._levels = _levels(document)
        self._styles = {
            _value(style, "styleId"): found
            for style in document.styles.element
            if local(style) == "style" and (found := _place_of(style))
        }
        self._counts: dict[tuple[str, int], int] = defaultdict(int)

    def before(self, paragraph: Any) -> str:
        """What stands in front of a paragraph, such as `3.` or `B.`; empty for one of no list."""
        place = _place_of(paragraph) or self._styles.get(_style(paragraph))
        level = self._levels.get(place) if place else None
        if place is None or level is None:
            return ""
        form, text, start = level
        for other, depth in list(self._counts):
            if other == place[0] and depth > place[1]:
                del self._counts[other, depth]
        self._counts[place] += 1
        shown = _shown(form, self._counts[place] + start - 1)
        return f"{text.replace(f'%{place[1] + 1}', shown)} " if shown else ""


def _levels(document: "Document") -> dict[tuple[str, int], tuple[str, str, int]]:
    """Form, text and first number by list and level."""
    try:
        root: Any = document.part.numbering_part.element
    except (KeyError, NotImplementedError, ValueError):
        return {}
    kinds = {_value(one, "abstractNumId"): one for one in root if local(one) == "abstractNum"}
    levels = {}
    for one in root:
        kind = kinds.get(_child_value(one, "abstractNumId")) if local(one) == "num" else None
        for level in kind if kind is not None else ():
            depth = _value(level, "ilvl")
            if local(level) == "lvl" and depth.isdigit():
                start = _child_value(level, "start")
                said = (_child_value(level, "numFmt"), _child_value(level, "lvlText"), int(start or 1))
                levels[_value(one, "numId"), int(depth)] = said
    return levels


def _place_of(node: Any) -> tuple[str, int] | None:
    """The list and level that a paragraph or a style names for itself."""
    properties = next((child for child in node if local(child) == "pPr"), None)
    numbered = (
        next((child for child in properties if local(child) == "numPr"), None) if properties is not None else None
    )
    if numbered is None:
        return None
    depth = _child_value(numbered, "ilvl")
    return _child_value(numbered, "numId"), int(depth) if depth.isdigit() else 0


def _style(paragraph: Any) -> str:
    properties = next((child for child in paragraph if local(child) == "pPr"), None)
    return _child_value(properties, "pStyle") if properties is not None else ""


def _child_value(node: Any, name: str) -> str:
    return next((_value(child, "val") for child in node if local(child) == name), "")


def _value(node: Any, name: str) -> str:
    return next((str(value) for key, value in node.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _shown(form: str, number: int) -> str:
    if form in _LETTERS:
        return chr(_LETTERS[form] + (number - 1) % 26)
    if form in _CHINESE_FORMS and 0 < number < 20:
        return _CHINESE[number] if number <= 10 else f"十{_CHINESE[number - 10]}"
    return "" if form in ("bullet", "none") else str(number)
