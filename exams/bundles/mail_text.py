"""A bundle as text in a mail: base64 between two lines; quoting, indents and new line breaks do no harm."""

import base64
import binascii
import re
from collections.abc import Iterator

from exams.bundles.errors import NotABundle, TooLargeForWay

MOST_TEXT = 512 * 1024
"""Bytes of a bundle that is sent as text; a larger one is attached as a file."""

_BEGIN, _END = "-----BEGIN BRANCH ACADEMY BUNDLE-----", "-----END BRANCH ACADEMY BUNDLE-----"
_LINE = 64
_BLOCK = re.compile(re.escape(_BEGIN.strip("-")) + r"-+(.*?)-+" + re.escape(_END.strip("-")), re.DOTALL)
_QUOTED = re.compile(r"^[\s>|\u00a0\u3000\ufeff]+", re.MULTILINE)
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_BLANK = re.compile(r"[\s\u00a0\u200b\u3000\ufeff]+")


def mail_text(raw: bytes) -> str:
    """The text to put into a mail; raises `TooLargeForWay`."""
    if len(raw) > MOST_TEXT:
        raise TooLargeForWay(reason="mail", most=MOST_TEXT)
    text = base64.b64encode(raw).decode()
    return "\n".join((_BEGIN, *(text[at : at + _LINE] for at in range(0, len(text), _LINE)), _END, ""))


def bundles_in_text(text: str) -> Iterator[bytes | NotABundle]:
    """What stands between the lines of every block, or what is wrong with it; nothing for other text."""
    for found in _BLOCK.finditer(text):
        packed = _BLANK.sub("", _QUOTED.sub("", found[1]))
        if not _BASE64.fullmatch(packed):
            yield NotABundle(detail="base64")
            continue
        try:
            yield base64.b64decode(packed, validate=True)
        except (binascii.Error, ValueError):
            yield NotABundle(detail="base64")
