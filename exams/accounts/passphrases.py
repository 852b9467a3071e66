"""Passphrases of those who do more than learn: long, and nothing that is guessed first."""

import re
import unicodedata

from exams.accounts.common_secrets import COMMON_PINS, COMMON_WORDS
from exams.accounts.errors import WeakPassphrase

LEAST, MOST = 10, 128
_FEWEST_DIFFERENT = 5
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "01234567890",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
)
_RUN = 4


def check_passphrase(passphrase: str, staff_id: str) -> None:
    """Raises `WeakPassphrase` unless it has 10 to 128 characters beside runs, common words and the staff id."""
    plain = unicodedata.normalize("NFKC", passphrase)
    if not LEAST <= len(plain) <= MOST:
        raise WeakPassphrase(reason="short", least=LEAST)
    folded = re.sub(r"[\W_]", "", plain.casefold())
    if len(set(folded)) < _FEWEST_DIFFERENT or _is_said_again(folded) or not _own_letters(folded, staff_id.casefold()):
        raise WeakPassphrase(reason="easy")


def _is_said_again(text: str) -> bool:
    return bool(text) and text in (text + text)[1:-1]


def _own_letters(text: str, staff_id: str) -> bool:
    """True where, beside what everybody would guess, four letters or more of the person's own are left."""
    rest = text.replace(staff_id, "")
    for known in sorted(COMMON_WORDS | COMMON_PINS, key=len, reverse=True):
        rest = rest.replace(re.sub(r"[\W_]", "", known), "")
    return len(_without_runs(rest)) >= _RUN and bool(re.search(r"[^0-9]", rest))


def _without_runs(text: str) -> str:
    start, kept = 0, ""
    while start < len(text):
        length = _run_at(text[start:])
        kept += "" if length >= _RUN else text[start : start + 1]
        start += length if length >= _RUN else 1
    return kept


def _run_at(text: str) -> int:
    rows = (*_ROWS, *(row[::-1] for row in _ROWS), text[:1] * len(text))
    return max(next(size for size in range(len(text), 0, -1) if size == 1 or text[:size] in row) for row in rows)
