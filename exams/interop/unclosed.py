"""QTI 1.2 in which end tags are missing, as hand-made files have it: they are put where the next outer one stands."""

import re

from lxml import etree

from exams.interop.errors import BankXml
from exams.interop.qti_marks import OLD_ROOT
from exams.interop.xml_tree import decoded, local, parse_xml

_TOKEN = re.compile(
    r"<!--(?>[^-]+|-(?!->))*+-->|<!\[CDATA\[(?>[^\]]+|\](?!\]>))*+\]\]>|<[?!][^>]*+>"
    r"|<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]*)(?P<rest>(?>[^<>\"']+|\"[^\"<]*+\"|'[^'<]*+')*+)>"
)
_MOST = 50
"""Missing end tags in one file; one with more is not a slip of the pen."""


def parse_unclosed(raw: bytes | str) -> tuple[etree._Element, int]:
    """The root, and the line of the first end tag before which others were missing, 0 where none was.

    Raises what `parse_xml` raises: only of QTI 1.2 whose tags do nest once they are closed is anything mended.
    """
    try:
        return parse_xml(raw), 0
    except BankXml as broken:
        text = decoded(raw) if isinstance(raw, bytes) else raw
        closed = _closed(text) if f"{OLD_ROOT}" in text[:4000] else None
        if closed is None:
            raise
        try:
            root = parse_xml(closed[0])
        except BankXml:
            raise broken from None
        if local(root) != OLD_ROOT:
            raise
        return root, closed[1]


def _closed(text: str) -> tuple[str, int] | None:
    """The text with its missing end tags and the line of the first; None where one closes nothing that is open."""
    open_: list[str] = []
    pieces: list[str] = []
    place = missing = first = 0
    for found in _TOKEN.finditer(text):
        name = found["name"]
        if not name or (not found["end"] and found["rest"].endswith("/")):
            continue
        if not found["end"]:
            open_.append(name)
            continue
        if name not in open_[-_MOST:]:
            return None
        added = []
        while open_[-1] != name:
            added.append(f"</{open_.pop()}>")
        open_.pop()
        if added:
            missing += len(added)
            first = first or text.count("\n", 0, found.start()) + 1
            pieces += (text[place : found.start()], *added)
            place = found.start()
    pieces.append(text[place:])
    return ("".join(pieces), first) if not open_ and 0 < missing <= _MOST else None
