"""Which format a file is in: by what stands in it, then by the ending of its name."""

import re

from exams.interop.cloze import is_cloze
from exams.interop.office_marks import office_format
from exams.interop.qti_marks import is_package, qti_version
from exams.interop.sheets.csv_rows import separator_of
from exams.interop.text_marks import is_text_answers
from exams.interop.texts import decode

GIFT, MOODLE_XML, AIKEN, MISSING_WORD, CLOZE = "gift", "moodle-xml", "aiken", "missing-word", "cloze"
QTI12, QTI2, QTI_PACKAGE = "qti12", "qti2", "qti-package"
XLSX, XLS, CSV, DOCX, TEXT = "xlsx", "xls", "csv", "docx", "text"
ENDINGS = {"gift": GIFT, "csv": CSV, "tsv": CSV}
"""Endings of names that say more than what stands in the file."""

_ALIASES = {
    "moodle": MOODLE_XML, "moodlexml": MOODLE_XML, "xml": MOODLE_XML, "missingword": MISSING_WORD, "multianswer": CLOZE,
    **dict.fromkeys(("qti", "qti20", "qti21", "qti22", "qti3", "qti30"), QTI2),
    "imscc": QTI_PACKAGE, "zip": QTI_PACKAGE, "excel": XLSX, "word": DOCX, "txt": TEXT, "tsv": CSV,
}  # fmt: skip
_HEAD = 262_144
_XML = re.compile(r"\s*<(?:\?[A-Za-z]|!--|!DOCTYPE|quiz[\s>/]|questestinterop|(?:\w+:)?assessment|qti-)")
_FIRST_TAG = re.compile(r"\s*<([A-Za-z][\w:.-]*)[\s>]")
_HTML = re.compile(
    r"[abiup]|em|strong|span|div|pre|code|font|center|[uo]l|table|su[bp]|blockquote|h[1-6]", re.IGNORECASE
)
_QUIZ = re.compile(r"<quiz[\s>/]")
_KEY_LINE = re.compile(r"^[ \t]*ANSWER:", re.MULTILINE)
_OPTION_LINE = re.compile(r"^[ \t]*[A-Z][).]", re.MULTILINE)
_BRACES = re.compile(r"(?<!\\)\{[^{}]{0,10000}\}")
_GIFT_LINE = re.compile(r"^[ \t]*(?:\$CATEGORY:|::|//)", re.MULTILINE)


def bank_format(name: str) -> str:
    """The one spelling of a format's name: `moodle_xml`, `MoodleXML` and `xml` are `moodle-xml`."""
    plain = name.strip().lower().replace("_", "-")
    return _ALIASES.get(plain.replace("-", ""), plain)


def detect(raw: bytes, name: str = "") -> str:
    """The name of the format, empty where none is recognised."""
    binary = office_format(raw) or (QTI_PACKAGE if is_package(raw) else "")
    if binary:
        return binary
    text = decode(_head(raw))[0]
    if _XML.match(text):
        found = MOODLE_XML if _QUIZ.search(text) else qti_version(text)
        if found or text.lstrip().startswith("<?"):
            return found
    ending = name.rpartition(".")[2].lower()
    if ending in ENDINGS:
        return ENDINGS[ending]
    return "" if _is_other_xml(text) else _of_text(text.replace("\r", "\n"))


def _is_other_xml(text: str) -> bool:
    """XML of something else, whose braces would make questions; a text that begins with HTML may be a bank."""
    first = _FIRST_TAG.match(text)
    return first is not None and not _HTML.fullmatch(first[1]) and text.rstrip().endswith(f"</{first[1]}>")


def _head(raw: bytes) -> bytes:
    """The beginning of a large file, cut where no character is: at a line's end, or between units of UTF-16."""
    if len(raw) <= _HEAD:
        return raw
    head = raw[: _HEAD & ~3]
    return head if b"\0" in head else head[: head.rfind(b"\n") + 1] or head


def _of_text(text: str) -> str:
    keys, braces = len(_KEY_LINE.findall(text)), len(_BRACES.findall(text))
    options = len(_OPTION_LINE.findall(text))
    if keys and options and (keys > braces or options >= 2 * keys):  # formulas have braces too
        return AIKEN
    if separator_of(text):
        return CSV
    if is_text_answers(text) and not _GIFT_LINE.search(text):
        return TEXT
    if is_cloze(text):
        return CLOZE
    return GIFT if braces or _GIFT_LINE.search(text) else ""
