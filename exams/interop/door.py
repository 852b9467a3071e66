"""One door for every format of questions: which reader reads it, and what comes of a whole file."""

import json
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from exams.interop.codes import Code
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
    bank_format,
    detect,
)
from exams.interop.errors import BankEmpty, BankFormat
from exams.interop.question import Question
from exams.interop.result import MOST_QUESTIONS, Read, ReadResult, Rejected, Warned, gather
from exams.interop.texts import decode
from exams.trust.errors import TooLarge

_ENCODINGS = frozenset(("utf-8", "utf-16-le", "utf-16-be"))

Reader = Callable[[bytes], Iterator[Read]]


def _loaded(place: str) -> Callable[..., Iterator[Read]]:
    """A reader that is imported when the first file of its format comes: most processes read one file and end."""

    def reading(given: bytes | str) -> Iterator[Read]:
        module, _, name = place.partition(":")
        read: Callable[[bytes | str], Iterator[Read]] = getattr(import_module(f"exams.interop.{module}"), name)
        return read(given)

    return reading


def _of_text(place: str) -> Reader:
    """A reader of text as one of bytes; an encoding that had to be guessed is told."""
    read = _loaded(place)

    def reading(raw: bytes) -> Iterator[Read]:
        text, encoding = decode(raw)
        if encoding not in _ENCODINGS:
            yield Warned(Code.ENCODING, {"encoding": encoding}, 1)
        yield from read(text)

    return reading


READERS: Mapping[str, Reader] = {
    GIFT: _of_text("gift:read_gift"),
    MOODLE_XML: _loaded("moodle_xml:read_moodle_xml"),
    AIKEN: _of_text("aiken:read_aiken"),
    MISSING_WORD: _of_text("missing_word:read_missing_word"),
    CLOZE: _of_text("cloze:read_cloze"),
    CSV: _of_text("sheets.read:read_csv"),
    TEXT: _of_text("text_answers:read_text_answers"),
    XLSX: _loaded("sheets.read:read_xlsx"),
    XLS: _loaded("sheets.read:read_xls"),
    DOCX: _loaded("word:read_word"),
    **dict.fromkeys((QTI12, QTI2, QTI_PACKAGE), _loaded("packages:read_qti")),
}
"""What reads each format, in turn and without keeping what was read."""


def open_bank(raw: bytes, name: str = "", kind: str = "") -> tuple[str, Iterator[Read]]:
    """The format and everything in the file, in turn; raises `BankEmpty`, `BankFormat`; while reading `BankXml` and
    `TooLarge`, for more than 200,000 questions and findings too.
    """
    if not raw.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise BankEmpty
    found = bank_format(kind) if kind else detect(raw, name)
    reader = READERS.get(found)
    if reader is None:
        raise BankFormat(format=found)
    return found, _counted(reader(raw))


def _counted(reading: Iterator[Read]) -> Iterator[Read]:
    for count, one in enumerate(reading, 1):
        if count > MOST_QUESTIONS:
            raise TooLarge(most=MOST_QUESTIONS)
        yield one


def read_bank(raw: bytes, name: str = "", kind: str = "") -> ReadResult:
    """A whole file at once."""
    found, reading = open_bank(raw, name, kind)
    return gather(found, reading)


def bank_text(raw: bytes, kind: str = "") -> str:
    """What `ReadResult.to_json` gives as JSON text, made one question at a time."""
    found, reading = open_bank(raw, "", kind)
    told: dict[type, list[str]] = {Question: [], Rejected: [], Warned: []}
    for one in reading:
        told[type(one)].append(json.dumps(one.to_json(), ensure_ascii=False))
    questions, rejected, warnings = (f"[{','.join(list_)}]" for list_ in told.values())
    counts = f'"format":{json.dumps(found)},"n_rejected":{len(told[Rejected])}'
    return f'{{{counts},"questions":{questions},"rejected":{rejected},"warnings":{warnings}}}'
