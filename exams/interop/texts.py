"""Bytes to text, and what PHP and Moodle do to a text: the readers of text formats stand on it."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from html import unescape

BLANK = " \t\n\r\0\x0b"
"""What PHP's trim takes off; a no-break or an ideographic space stays."""

_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 65_536
_NAME_LENGTH = 80
_NAME_MOST = 255
_TAG = re.compile(r"<(?:[/?]?[A-Za-z]|!)[^<>]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def decode(raw: bytes) -> tuple[str, str]:
    """The text without its byte order mark, and the encoding: UTF-8, UTF-16, GB18030, else Windows-1252."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), encoding
    guess = _utf16_without_mark(raw)
    if guess:
        return raw.decode(guess, "replace"), guess
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _old(raw)


def _utf16_without_mark(raw: bytes) -> str:
    head = raw[:_SAMPLE]
    if head.count(0) * 50 < len(head) or len(raw) % 2:
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _old(raw: bytes) -> tuple[str, str]:
    # In Chinese text the high bytes come in runs; in western text nearly every accented letter stands alone.
    runs = [len(run) for run in _HIGH.findall(raw[:_SAMPLE])] or [1]
    if sum(run for run in runs if run > 1) > sum(1 for run in runs if run == 1):
        try:
            return raw.decode("gb18030"), "gb18030"
        except UnicodeDecodeError:
            pass
    try:
        return raw.decode("cp1252"), "windows-1252"
    except UnicodeDecodeError:
        return raw.decode("latin-1"), "latin-1"


def with_newlines(text: str) -> str:
    r"""Split on CR where a file knows no other line end (interop 3.1); else a CR is only white space."""
    return text.replace("\r", "\n") if "\r" in text and "\n" not in text else text


def name_from(stem: str) -> str:
    """A name for a question that has none: its stem without tags, cut at a word (interop 3.1)."""
    if len(stem) <= _NAME_LENGTH and "<" not in stem and "\n" not in stem:
        return stem
    return _cut(" ".join(without_tags(stem).split()), _NAME_LENGTH)


def cleaned_name(name: str) -> str:
    """A name as Moodle keeps it: no tags, at most 255 characters."""
    if len(name) <= _NAME_MOST and "<" not in name:
        return name.strip(BLANK)
    return _cut(without_tags(name).strip(BLANK), _NAME_MOST)


def without_tags(html: str) -> str:
    """The text of some HTML, its entities as they stand."""
    return _TAG.sub("", html) if "<" in html else html


def plain(html: str) -> str:
    """HTML as one line of text for formats that know no markup."""
    return " ".join(entities_read(_TAG.sub(" ", html)).split())


def entities_read(text: str) -> str:
    """Entities with their semicolon as characters; `&copy` without one stays, as in PHP."""
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    head = text[: most - 3]
    word, space, _ = head.rpartition(" ")
    return f"{word if space and len(word) > most // 2 else head}..."
