"""XML of other programs as a tree: no document type, no entities, no network, and only so deep and so large."""

import codecs
import re
from html.entities import html5
from io import BytesIO

from lxml import etree

from exams.interop.errors import BankEntities, BankXml
from exams.trust.errors import TooLarge

DEEPEST = 64
MOST_NODES = 500_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = re.compile(
    r"utf-?8|utf-?16(-?[lb]e)?|us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?1|windows-125\d|cp125\d|gb2312|gbk|gb18030|big5"
)
_DECLARATION = re.compile(r"\A\s*<\?xml\s[^>]*?\?>")
_DECLARED = re.compile(rb"""\A\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_PROLOG = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
_HARMLESS_DOCTYPE = re.compile(
    r"""<!DOCTYPE\s+questestinterop(?:\s+PUBLIC\s+(?:"[^"<>]*"|'[^'<>]*'))?"""
    r"""(?:\s*(?:SYSTEM)?\s*["'](?:https?://(?:www\.)?imsglobal\.org/)?[\w./-]*\.dtd["'])?\s*"""
    r"""(?:\[(?>\s+|<!--(?>[^-]+|-(?!->))*+-->|<!(?:ELEMENT|ATTLIST)\s[^<>]*+>)*+\]\s*)?>"""
)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


def parse_xml(raw: bytes | str) -> etree._Element:
    """The root, without comments and processing instructions.

    Raises `BankXml` (line, column, detail) for what is no XML, `BankEntities` for a document type, `TooLarge` above
    64 levels or 500,000 nodes. The one document type let by is QTI 1.2's own of `ims….dtd`, with more elements and
    attributes at most; it is cut out before anything is parsed, never looked up.
    """
    text = _named_characters(_without_doctype(decoded(raw) if isinstance(raw, bytes) else raw))
    steps = etree.iterparse(
        BytesIO(text.encode("utf-8", "replace")),
        events=("start", "end"),
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    return _grown(steps)


def _grown(steps: "etree.iterparse[tuple[str, etree._Element]]") -> etree._Element:
    depth = nodes = 0
    try:
        for event, _ in steps:
            if event == "end":
                depth -= 1
                continue
            depth, nodes = depth + 1, nodes + 1
            if depth > DEEPEST or nodes > MOST_NODES:
                raise TooLarge(most=DEEPEST if depth > DEEPEST else MOST_NODES)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise BankXml(line=line or 0, column=column or 0, detail=_said(error)) from None
    root: etree._Element = steps.root
    return root


def _said(error: etree.XMLSyntaxError) -> str:
    return str(error.msg or "").partition(", line")[0]


def decoded(raw: bytes) -> str:
    """The text of a file by its mark or its declaration; raises `BankXml` for an encoding that is not let in."""
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "") or _declared(raw)
    try:
        return raw.decode(encoding).lstrip("\ufeff")
    except (LookupError, UnicodeDecodeError):
        if encoding == "utf-8":
            return raw.decode("cp1252", "replace")
        raise BankXml(line=1, column=1, detail=encoding) from None


def _declared(raw: bytes) -> str:
    found = _DECLARED.match(raw[:400])
    if found is None:
        return "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be" if raw[:1] == b"\0" else "utf-8"
    name = found.group(1).decode("ascii").lower()
    if not _ENCODINGS.fullmatch(name):
        raise BankXml(line=1, column=1, detail=name)
    if name.startswith(("utf-16", "utf16")):
        return "utf-8"  # declared in plain bytes, so it is not what it says
    return {"gb2312": "gb18030", "gbk": "gb18030"}.get(name, name)


def _without_doctype(text: str) -> str:
    text = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)
    start = _prolog_end(text)
    if not text.startswith("<!", start):
        return text
    found = _HARMLESS_DOCTYPE.match(text, start)
    if found is None:
        raise BankEntities
    return text[:start] + "\n" * found[0].count("\n") + text[found.end() :]


def _prolog_end(text: str) -> int:
    found = _PROLOG.match(text)
    return found.end() if found else 0


def _named_characters(text: str) -> str:
    """`&nbsp;` and its like, which XML does not know without a document type."""
    if not any(name not in _OF_XML for name in set(_NAMED.findall(text))):
        return text
    return _NAMED.sub(lambda found: found[0] if found[1] in _OF_XML else html5.get(found[1], found[0]), text)


def for_xml(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)


def text_in(node: etree._Element) -> str:
    """All text inside, markup left out."""
    return "".join(map(str, node.itertext()))


def bare(root: etree._Element) -> etree._Element:
    """The same tree with names of elements and attributes without their namespaces."""
    for node in root.iter():
        if isinstance(node.tag, str) and "}" in node.tag:
            node.tag = local(node)
        for name in [name for name in map(str, node.attrib) if "}" in name]:
            value = node.attrib.pop(name)
            if name.rpartition("}")[2] not in node.attrib:
                node.set(name.rpartition("}")[2], value)
    etree.cleanup_namespaces(root)
    return root


def line_of(node: etree._Element) -> int:
    """The line of its start tag, 0 where the parser does not know it."""
    line: object = getattr(node, "sourceline", None)
    return line if isinstance(line, int) else 0


def local(node: etree._Element) -> str:
    """The name without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
