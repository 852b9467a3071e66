"""Moodle XML as Moodle 4.5 reads it when executed, its bugs excepted (interop 3.2); one question in memory at a time.

No document type is loaded and no entity declared in the file is taken. XML that is not whole is refused as a whole, as
Moodle does: what is behind the fault could have belonged to any question.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from exams.interop.codes import Code
from exams.interop.errors import BankEntities, BankFormat, BankXml
from exams.interop.moodle_node import Node
from exams.interop.moodle_types import TYPES, category
from exams.interop.question import Question
from exams.interop.result import MOST_QUESTIONS, NotRead, Read, Rejected
from exams.trust.errors import TooLarge

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_HIDING = re.compile(rb"(?:unicode-1-1-|cs)?utf-?7|hz(?:-.*)?|(?:cs)?iso-?2022.*", re.IGNORECASE)
"""Encodings in which plain letters stand for markup."""

_SPACE = b" \t\r\n"
_MARK = b"\xef\xbb\xbf"
_NAMED_ANEW = {b"utf-16": "utf-8", b"gb2312": "gb18030", b"gbk": "gb18030"}
_ROOT = "quiz"


def read_moodle_xml(raw: bytes) -> Iterator[Read]:
    """Every question, in turn; raises `BankXml`, `BankEntities`, `TooLarge`, or `BankFormat` for another root."""
    if raw.count(b"<question ") > MOST_QUESTIONS:
        raise TooLarge(most=MOST_QUESTIONS)
    raw = raw.removeprefix(_MARK).lstrip(_SPACE)
    current = ""
    for element in _questions(raw):
        for one in _read(element, current):
            if isinstance(one, Question) and one.type == "category":
                current = one.category
            yield one


def _questions(raw: bytes) -> Iterator[etree._Element]:
    parse: Any = etree.iterparse(
        BytesIO(raw),
        events=("start", "end"),
        tag=("question", _ROOT),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        encoding=_encoding(raw),
        # Without a declaration of an entity nothing can grow; pictures make single texts longer than 10 MB.
        huge_tree=b"ENTITY" not in raw and b"\0" not in raw,
    )
    root: etree._Element | None = None
    for event, element in _whole(parse):
        if root is None:
            root = element
            _check_root(root)
        if event == "end" and element.getparent() is root:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del root[0]
    if root is None:
        raise BankFormat(format="xml")


def _whole(parse: Any) -> Iterator[tuple[str, etree._Element]]:
    try:
        yield from parse
    except etree.XMLSyntaxError as error:
        # Of an undeclared entity the error itself forgets the place; the parser's log has it.
        fatal = next((entry for entry in parse.error_log if entry.level_name == "FATAL"), None)
        line, column = (fatal.line, fatal.column) if fatal else error.position
        raise BankXml(line=line, column=column, detail=fatal.message if fatal else error.msg) from None


def _check_root(element: etree._Element) -> None:
    about: Any = element.getroottree().docinfo
    if about.doctype:
        raise BankEntities
    if element.getparent() is not None or element.tag != _ROOT:
        raise BankFormat(format="xml")


def _encoding(raw: bytes) -> str | None:
    """The encoding where the file names one that its bytes cannot be in, or too narrow a one."""
    found = _DECLARED.match(raw)
    if found and _HIDING.fullmatch(found[1]):
        raise BankXml(line=1, column=1, detail=found[1].decode("ascii"))
    return _NAMED_ANEW.get(found[1].lower()) if found else None


def _read(element: etree._Element, current: str) -> Iterator[Read]:
    node = Node(element, current)
    kind = (element.get("type") or "").strip()
    read = category if kind == "category" else TYPES.get(kind)
    if read is None:
        yield Rejected(Code.UNSUPPORTED, {"type": kind}, node.line)
        return
    try:
        yield read(node)
    except NotRead as refused:
        yield refused.rejected(node.line)
        return
    yield from node.warnings
