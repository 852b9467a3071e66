"""Word documents (.docx): paragraphs as a typed paper, with the numbers that Word writes; tables by headings."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from exams.interop.archive import Archive
from exams.interop.errors import BankEntities, BankMacros, BankSheet
from exams.interop.result import Read
from exams.interop.sheets.cells import Row, clean
from exams.interop.sheets.headings import find_columns
from exams.interop.sheets.limits import MOST_PART
from exams.interop.sheets.table import Table
from exams.interop.text_answers import read_lines
from exams.interop.word_numbers import Numbers
from exams.interop.xml_tree import local

if TYPE_CHECKING:
    from docx.document import Document

_MACROS = "vbaproject.bin"
_HEAD = 4096
_WITHIN = 5


def read_word(raw: bytes) -> Iterator[Read]:
    """A document; raises what `Archive` raises, `BankMacros`, `BankEntities`, `BankSheet` for what is none."""
    document = _opened(raw)
    for block in document.element.body:
        rows = _table_rows(block) if local(block) == "tbl" else []
        if any(find_columns(row.cells) for row in rows[:_WITHIN]):
            yield from Table().read(rows)
    numbers = Numbers(document)
    lines = [line for block in document.element.body for line in _lines(block, numbers)]
    yield from read_lines(enumerate(lines, start=1))


def _opened(raw: bytes) -> "Document":
    archive = Archive(raw)
    for name in archive.names():
        if name.lower().endswith(_MACROS):
            raise BankMacros
        if name.lower().endswith((".xml", ".rels")):
            head = archive.read(name, MOST_PART)[:_HEAD].replace(b"\0", b"")
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise BankEntities
    import docx

    try:
        return docx.Document(BytesIO(raw))
    except (KeyError, ValueError, BadZipFile, OSError, SyntaxError) as error:
        raise BankSheet(detail=type(error).__name__) from None


def _lines(block: Any, numbers: Numbers) -> list[str]:
    name = local(block)
    if name == "p":
        return (numbers.before(block) + _text(block)).split("\n")
    if name == "sdt":
        return [line for inner in block.iter(f"{block.tag.rpartition('}')[0]}}}p") for line in _lines(inner, numbers)]
    if name != "tbl":
        return []
    rows = _table_rows(block)
    if any(find_columns(row.cells) for row in rows[:_WITHIN]):
        return []
    return [line for row in rows for cell in row.cells for line in cell.split("\n")]


def _table_rows(table: Any) -> list[Row]:
    rows = [child for child in table if local(child) == "tr"]
    return [Row(number, [_cell(cell) for cell in row if local(cell) == "tc"]) for number, row in enumerate(rows, 1)]


def _cell(cell: Any) -> str:
    return clean("\n".join(_text(paragraph) for paragraph in cell if local(paragraph) == "p"))


def _text(paragraph: Any) -> str:
    """The text of a paragraph; underlined spaces are a line to write on, pictures leave their sign."""
    pieces: list[str] = []
    for run in paragraph.iter():
        if local(run) == "r":
            text = "".join(_piece(child) for child in run)
            is_line = text and not text.strip(" \u3000\u00a0\t") and _is_underlined(run)
            pieces.append("____" if is_line else text)
    return "".join(pieces)


def _piece(node: Any) -> str:
    name = local(node)
    if name == "t":
        return node.text or ""
    return {"br": "\n", "cr": "\n", "tab": "\t", "drawing": "[图片]", "pict": "[图片]", "noBreakHyphen": "-"}.get(
        name, ""
    )


def _is_underlined(run: Any) -> bool:
    return any(
        local(mark) == "u" and not str(mark.get(f"{mark.tag.rpartition('}')[0]}}}val")).startswith("none")
        for properties in run
        if local(properties) == "rPr"
        for mark in properties
    )
