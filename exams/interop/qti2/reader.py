"""Reading QTI 2.0 to 3.0: items at any depth of a file; a test, a section, a stimulus by itself holds none."""

from collections.abc import Iterator

from lxml import etree

from exams.interop.codes import Code
from exams.interop.qti2.item import read_item
from exams.interop.qti2.neutral import neutral
from exams.interop.qti12.reader import lacks_key
from exams.interop.result import NotRead, Read, Warned
from exams.interop.xml_tree import line_of, parse_xml


def read_qti2(raw: bytes | str) -> Iterator[Read]:
    """Raises `BankXml`, `BankEntities` and `TooLarge` before the first item."""
    yield from read_qti2_tree(parse_xml(raw))


def read_qti2_tree(root: etree._Element) -> Iterator[Read]:
    """The items of a tree."""
    for item in neutral(root).iter("assessmentItem"):
        try:
            question = read_item(item)
        except NotRead as refusal:
            yield refusal.rejected(line_of(item))
            continue
        yield question
        if lacks_key(question):
            yield Warned(Code.NO_FULL_MARK, {}, question.line)
