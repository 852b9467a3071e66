"""The structure of a tagged page: what each piece of text is, in which language, in reading order."""

from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

LOCALES = {"zh": "zh-CN", "en": "en-GB"}


def text_string(text: str) -> Any:
    """A text as PDF keeps it: UTF-16 with its mark, in hexadecimal."""
    return pdfdoc.PDFText(b"\xfe\xff" + text.encode("utf-16-be"), enc="raw")


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its role, its language, and for a figure what it shows; `marks` are its pieces on the page."""

    role: str
    language: str
    alt: str
    marks: tuple[int, ...]


class Structure:
    """Collects the elements of the one page and writes their tree."""

    def __init__(self) -> None:
        self._elements: list[Element] = []
        self._key: object = None
        self._next = 0

    def mark(self, role: str, language: str, key: object, alt: str = "") -> int:
        """The number of the next piece; pieces with the same key one after the other are one element."""
        number = self._next
        self._next += 1
        if self._elements and key == self._key:
            last = self._elements.pop()
            self._elements.append(Element(role, language, last.alt, (*last.marks, number)))
        else:
            self._elements.append(Element(role, language, alt, (number,)))
        self._key = key
        return number

    def write(self, doc: Any, page: Any) -> Any:
        """Put the tree into the document; returns the reference for its catalog."""
        root = pdfdoc.PDFDictionary({"Type": "/StructTreeRoot", "ParentTreeNextKey": 1})
        root_reference = doc.Reference(root, "StructTreeRoot")
        whole = pdfdoc.PDFDictionary({"Type": "/StructElem", "S": "/Document", "P": root_reference})
        whole_reference = doc.Reference(whole, "StructDocument")
        parents: list[Any] = []
        kids: list[Any] = []
        for element in self._elements:
            reference = doc.Reference(_element(element, whole_reference, page))
            kids.append(reference)
            parents += [reference] * len(element.marks)
        whole["K"] = pdfdoc.PDFArray(kids)
        root["K"] = whole_reference
        tree = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray([0, pdfdoc.PDFArray(parents)])})
        root["ParentTree"] = doc.Reference(tree, "ParentTree")
        return root_reference


def _element(element: Element, parent: Any, page: Any) -> Any:
    entries = {"Type": "/StructElem", "S": f"/{element.role}", "P": parent, "Pg": page}
    entries["K"] = pdfdoc.PDFArray(element.marks) if len(element.marks) > 1 else element.marks[0]
    entries["Lang"] = pdfdoc.PDFString(LOCALES[element.language])
    if element.alt:
        entries["Alt"] = text_string(element.alt)
    return pdfdoc.PDFDictionary(entries)
