"""Our texts as content of an item: the part of HTML that QTI knows, and interactions where their places are."""

import re
from collections.abc import Mapping

from lxml import etree

from exams.interop.xml_tree import for_xml, local

Element = etree._Element

HTML_TAGS = frozenset(
    (
        "a", "abbr", "acronym", "address", "b", "big", "blockquote", "br", "caption", "cite", "code", "col",
        "colgroup", "dd", "dfn", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
        "kbd", "li", "object", "ol", "p", "param", "pre", "q", "samp", "small", "span", "strong", "sub", "sup",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "audio", "video", "source",
    )
)  # fmt: skip
"""Elements of HTML that stay under their own names in every version."""

_GONE = frozenset(
    ("script", "style", "iframe", "form", "input", "button", "select", "textarea", "base", "meta", "link")
)
_ATTRIBUTES = frozenset(("src", "alt", "href", "width", "height", "colspan", "rowspan", "title", "type", "data"))
_DEEPEST = 40
"""Levels of markup that are kept; what is inside a deeper one stays as text."""


def put_text(parent: Element, text: str, its_format: str, places: Mapping[str, Element] | None = None) -> set[str]:
    """Append a text; the first of each mark of `places` gives way to its element. The marks that were met."""
    putting = _Putting(places or {})
    if its_format == "html" or (its_format == "moodle" and "<" in text):
        parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        root = etree.fromstring(f"<html><body>{for_xml(text)}</body></html>", parser)
        putting.inside(parent, next(root.iter("body"), root), 0)
    else:
        putting.text(parent, text)
    return putting.met


class _Putting:
    def __init__(self, places: Mapping[str, Element]) -> None:
        self.places = places
        self.met: set[str] = set()
        marks = "|".join(re.escape(mark) for mark in places)
        self.pattern = re.compile(f"({marks})") if marks else None

    def text(self, parent: Element, text: str) -> None:
        text = for_xml(text)  # the parser of HTML makes characters of references that XML cannot hold
        for piece in self.pattern.split(text) if self.pattern else [text]:
            if piece in self.places and piece not in self.met:
                self.met.add(piece)
                parent.append(self.places[piece])
            elif len(parent):
                parent[-1].tail = (parent[-1].tail or "") + piece
            else:
                parent.text = (parent.text or "") + piece

    def inside(self, parent: Element, node: Element, depth: int) -> None:
        self.text(parent, node.text or "")
        for child in node:
            if local(child) not in _GONE:
                self.inside(self._twin(parent, child, depth), child, depth + 1)
            self.text(parent, child.tail or "")

    def _twin(self, parent: Element, node: Element, depth: int) -> Element:
        if local(node) not in HTML_TAGS or depth >= _DEEPEST:
            return parent
        kept = {str(name): for_xml(str(value)) for name, value in node.attrib.items() if name in _ATTRIBUTES}
        return etree.SubElement(parent, local(node), kept)
