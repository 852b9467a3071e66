"""Workbooks (.xlsx): the values of their sheets, row by row; formulas by what they last gave, macros refused.

Its own reading of the parts: openpyxl takes 1.4 ms a row and stops at styles that other programs write.
"""

import posixpath
from collections.abc import Callable, Iterator
from io import BytesIO
from math import isfinite

from lxml import etree

from exams.interop.archive import Archive
from exams.interop.errors import BankEntities, BankMacros, BankSheet
from exams.interop.sheets.cells import IMAGE, Row, clean, column_place, number_text
from exams.interop.sheets.limits import MOST_COLUMNS, MOST_PART, MOST_ROWS, Sheet
from exams.interop.sheets.styles import NumberStyles, read_styles
from exams.interop.xml_tree import local
from exams.trust.errors import TooLarge

_BOOK, _MACROS = "xl/workbook.xml", "vbaproject.bin"
_TRUTH = {"1": "TRUE", "0": "FALSE"}


def xlsx_sheets(raw: bytes) -> Iterator[Sheet]:
    """Each sheet in its order.

    Raises what `Archive` raises, `BankMacros`, `BankSheet` for parts that are missing or no XML, `BankEntities`,
    `TooLarge` above 100,000 rows.
    """
    archive = Archive(raw)
    names = {name.lower(): name for name in archive.names()}
    if any(name.endswith(_MACROS) for name in names):
        raise BankMacros
    book = _Parts(archive, names)
    texts, styles = list(_shared(book)), read_styles(book.elements("xl/styles.xml", "numFmt", "cellXfs"))
    for title, part, is_hidden, is_1904 in _listed(book):
        yield Sheet(title, _rows(book, part, texts, styles.since_1904() if is_1904 else styles), is_hidden)


class _Parts:
    """The XML parts of a workbook, element by element."""

    def __init__(self, archive: Archive, names: dict[str, str]) -> None:
        self._archive = archive
        self._names = names

    def elements(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """The elements of these names as they end; each is emptied after use. Nothing where there is no such part."""
        found = self._names.get(name.lower())
        if found is None:
            return
        source = BytesIO(self._archive.read(found, MOST_PART))
        steps = etree.iterparse(
            source, tag=[f"{{*}}{tag}" for tag in tags], resolve_entities=False, load_dtd=False, no_network=True,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            for number, (_, element) in enumerate(steps):
                if not number and element.getroottree().docinfo.doctype:
                    raise BankEntities
                yield element
                element.clear()
                above = element.getparent()
                while above is not None and element.getprevious() is not None:
                    del above[0]
        except etree.XMLSyntaxError as error:
            raise BankSheet(detail=f"{name}: {error.msg}"[:200]) from None


def _listed(book: _Parts) -> list[tuple[str, str, bool, bool]]:
    """Title, part, whether hidden, whether days count from 1904, of each sheet."""
    targets = {
        str(one.get("Id")): str(one.get("Target") or "")
        for one in book.elements("xl/_rels/workbook.xml.rels", "Relationship")
    }
    sheets: list[tuple[str, str, bool]] = []
    is_1904 = False
    for one in book.elements(_BOOK, "workbookPr", "sheet"):
        if local(one) == "workbookPr":
            is_1904 = one.get("date1904") in ("1", "true")
            continue
        relation = next((str(value) for key, value in one.attrib.items() if str(key).endswith("}id")), "")
        part = posixpath.normpath(posixpath.join("/xl", targets.get(relation, ""))).lstrip("/")
        sheets.append((clean(str(one.get("name") or "")), part, one.get("state", "visible") != "visible"))
    if not sheets:
        raise BankSheet(detail=_BOOK)
    return [(*sheet, is_1904) for sheet in sheets]


def _shared(book: _Parts) -> Iterator[str]:
    return (_text_of(one) for one in book.elements("xl/sharedStrings.xml", "si"))


def _text_of(node: etree._Element) -> str:
    """The text of a string, its runs joined; how Japanese is pronounced is no part of it."""
    texts: list[str] = []
    for child in node:
        name = str(child.tag)[-2:]
        if name == "}t":
            texts.append(child.text or "")
        elif name == "}r":
            texts += (part.text or "" for part in child if local(part) == "t")
    return clean("".join(texts))


def _rows(book: _Parts, part: str, texts: list[str], styles: NumberStyles) -> Iterator[Row]:
    number = 0
    for element in book.elements(part, "row"):
        said = element.get("r") or ""
        number = int(said) if said.isdigit() and len(said) < 8 else number + 1
        cells: list[str] = []
        for cell in element:
            at = column_place(cell.get("r") or "")
            at = len(cells) if at < 0 else at
            if at < MOST_COLUMNS and (text := _value(cell, texts, styles)):
                cells += [""] * (at + 1 - len(cells))
                cells[at] = text
            elif at == len(cells) < MOST_COLUMNS:
                cells.append("")
        if number > MOST_ROWS and any(cells):
            raise TooLarge(most=MOST_ROWS)
        yield Row(number, cells)


def _value(cell: etree._Element, texts: list[str], styles: NumberStyles) -> str:
    kind, value, formula = cell.get("t") or "n", "", ""
    for child in cell:
        name = str(child.tag)[-2:]
        if name == "}v":
            value = child.text or ""
        elif name == "is":
            return _text_of(child)
        elif name == "}f":
            formula = child.text or ""
    if "DISPIMG" in formula:
        return IMAGE
    return _told(kind, value, cell.get("s") or "", texts, styles) if value else ""


def _told(kind: str, value: str, style: str, texts: list[str], styles: NumberStyles) -> str:
    if kind == "s":
        return texts[int(value)] if value.isdigit() and int(value[:9]) < len(texts) else ""
    if kind == "n":
        return _number(value, style, styles)
    return _OTHERS.get(kind, clean)(value)


_OTHERS: dict[str, Callable[[str], str]] = {
    "b": lambda value: _TRUTH.get(value.strip(), value),
    "e": lambda value: IMAGE if value == "#IMAGE!" else "",
}


def _number(value: str, style: str, styles: NumberStyles) -> str:
    try:
        number = float(value)
    except ValueError:
        return clean(value)
    if not isfinite(number):
        return clean(value)
    return styles.told(number, style) or number_text(number)
