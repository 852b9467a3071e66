"""The readers that the firewall runs in a process of their own: bytes in, the JSON text of what they say out.

A text, not a value: the firewall's own JSON knows no fractions, and questions are full of them.
"""

from exams.interop.detect import (
    AIKEN,
    CLOZE,
    CSV,
    DOCX,
    GIFT,
    MISSING_WORD,
    MOODLE_XML,
    QTI2,
    QTI12,
    QTI_PACKAGE,
    TEXT,
    XLS,
    XLSX,
)
from exams.interop.door import bank_text


def any_format(raw: bytes) -> str:
    """A file whose format is to be found out."""
    return bank_text(raw)


def gift(raw: bytes) -> str:
    """A GIFT file."""
    return bank_text(raw, GIFT)


def moodle_xml(raw: bytes) -> str:
    """A Moodle XML file."""
    return bank_text(raw, MOODLE_XML)


def aiken(raw: bytes) -> str:
    """An Aiken file."""
    return bank_text(raw, AIKEN)


def missing_word(raw: bytes) -> str:
    """A missing word file."""
    return bank_text(raw, MISSING_WORD)


def cloze(raw: bytes) -> str:
    """A text with embedded answers."""
    return bank_text(raw, CLOZE)


def qti12(raw: bytes) -> str:
    """A QTI 1.2 file."""
    return bank_text(raw, QTI12)


def qti2(raw: bytes) -> str:
    """A file of QTI 2.0 to 3.0."""
    return bank_text(raw, QTI2)


def qti_package(raw: bytes) -> str:
    """A package of QTI items."""
    return bank_text(raw, QTI_PACKAGE)


def xlsx(raw: bytes) -> str:
    """A workbook."""
    return bank_text(raw, XLSX)


def xls(raw: bytes) -> str:
    """An old workbook."""
    return bank_text(raw, XLS)


def csv(raw: bytes) -> str:
    """A text table."""
    return bank_text(raw, CSV)


def docx(raw: bytes) -> str:
    """A Word document."""
    return bank_text(raw, DOCX)


def text(raw: bytes) -> str:
    """A typed paper with its answers."""
    return bank_text(raw, TEXT)
