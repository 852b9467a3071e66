"""Texts of XML items as we keep them: plain where there is no markup, else HTML without namespaces."""

from html import escape
from typing import NamedTuple

from lxml import etree

from exams.interop.texts import without_tags
from exams.interop.xml_tree import local

_VOID = frozenset(("img", "br", "hr", "input", "col", "source", "embed", "wbr", "area", "param", "track"))
_HIDDEN = frozenset(
    ("feedbackInline", "feedbackBlock", "templateInline", "modalFeedback", "rubricBlock", "stylesheet", "catalogInfo")
)


class Text(NamedTuple):
    """A text and its format, `html` or `plain`."""

    text: str
    format: str

    def as_html(self) -> str:
        """The same text as HTML."""
        return self.text if self.format == "html" else escape(self.text, quote=False)


def inner(node: etree._Element, swaps: dict[etree._Element, str] | None = None) -> Text:
    """What a node holds; nodes of `swaps` give their text instead."""
    swaps = swaps or {}
    if not len(node):
        return Text(" ".join((node.text or "").split()), "plain")
    out: list[str] = [escape(node.text or "", quote=False)]
    for child in node:
        _write(child, swaps, out)
    html = " ".join("".join(out).split())
    bare_text = without_tags(html)
    return Text(html, "html") if bare_text != html or "&" in html else Text(html, "plain")


def _write(node: etree._Element, swaps: dict[etree._Element, str], out: list[str]) -> None:
    name = local(node)
    if node in swaps:
        out.append(swaps[node])
    elif name and name not in _HIDDEN:
        attributes = "".join(f' {local_name(key)}="{escape(str(value))}"' for key, value in node.attrib.items())
        out.append(f"<{name}{attributes}>")
        out.append(escape(node.text or "", quote=False))
        for child in node:
            _write(child, swaps, out)
        if name not in _VOID:
            out.append(f"</{name}>")
    out.append(escape(node.tail or "", quote=False))


def local_name(name: object) -> str:
    """An attribute's name without its namespace."""
    return str(name).rpartition("}")[2]
