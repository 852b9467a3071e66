"""Reading QTI 1.2: every item at any depth, each by itself; a bad one never stops the others."""

from collections.abc import Iterator

from lxml import etree

from exams.interop.codes import Code
from exams.interop.qti12.item import read_item
from exams.interop.question import Question
from exams.interop.result import NotRead, Read, Warned
from exams.interop.unclosed import parse_unclosed
from exams.interop.xml_tree import bare, line_of, local

_MARKED_BY_KEY = ("single", "multiple", "shortanswer", "numerical")
_HOLDERS = ("assessment", "section", "objectbank")


def read_qti12(raw: bytes | str) -> Iterator[Read]:
    """Raises `BankXml`, `BankEntities` and `TooLarge` before the first item."""
    root, line = parse_unclosed(raw)
    if line:
        yield Warned(Code.XML_CLOSED, {}, line)
    yield from read_qti12_tree(root)


def read_qti12_tree(root: etree._Element) -> Iterator[Read]:
    """The items of a tree."""
    for item in bare(root).iter("item"):
        try:
            question = read_item(item, _category(item))
        except NotRead as refusal:
            yield refusal.rejected(line_of(item))
            continue
        yield question
        if lacks_key(question):
            yield Warned(Code.NO_FULL_MARK, {}, question.line)


def _category(item: etree._Element) -> str:
    for holder in item.iterancestors():
        title = (holder.get("title") or "").strip()
        if local(holder) in _HOLDERS and title:
            return title
    return ""


def lacks_key(question: Question) -> bool:
    """True for a question of a type that is marked by a key, whose file gives none."""
    if question.type in _MARKED_BY_KEY:
        return not any(answer.fraction > 0 for answer in question.answers)
    if question.type == "truefalse":
        return question.correct is None
    if question.type in ("matching", "ordering"):
        return not (question.pairs or question.items)
    return bool(question.parts) and any(not any(one.fraction > 0 for one in part.answers) for part in question.parts)
