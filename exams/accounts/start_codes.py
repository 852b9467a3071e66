"""The start code: lets one person begin one exam on one PC within ten minutes; photographed, it opens nothing else.

It is drawn by HKDF-SHA256 from a key that only the session's unlocking gives, over all that it is good for.
"""

import secrets
from dataclasses import dataclass

from exams.accounts.errors import StartCodeRefused
from exams.trust.codes import ALPHABET, code_is_whole, plain_code, shown, with_check

WINDOW_MS = 10 * 60_000
MOST_WRONG = 5
"""After so many wrong ones the proctor has to show a code again."""

CODE_LENGTH = 9
KEY_BYTES = 32
_KEY, _CODE = b"branch-academy/start-key/v1", b"branch-academy/start-code/v1"


@dataclass(frozen=True, slots=True)
class StartPlace:
    """All that a code is good for; `turn` counts the exams that the person has begun in this session before."""

    session: str
    staff_id: str
    serial: str
    turn: int


def start_key(items_key: bytes, session: str) -> bytes:
    """The session's key for start codes, drawn from the key that headquarters' code has unlocked."""
    return _drawn(items_key, KEY_BYTES, _KEY + f"|{session}".encode())


def window_at(wt: int) -> int:
    """The number of the ten-minute window of a moment (ms UTC)."""
    return wt // WINDOW_MS


def window_ends(wt: int) -> int:
    """When the window of a moment ends (ms UTC); its code is taken for one window more."""
    return (window_at(wt) + 1) * WINDOW_MS


def start_code(key: bytes, place: StartPlace, window: int) -> str:
    """Nine characters and a check character, as shown: `7KQ2M-X9D4T`."""
    said = f"|{place.session}|{place.staff_id}|{place.serial}|{place.turn}|{window}".encode()
    number = int.from_bytes(_drawn(key, 8, _CODE + said), "big") >> (64 - 5 * CODE_LENGTH)
    return shown(with_check("".join(ALPHABET[number >> 5 * at & 31] for at in reversed(range(CODE_LENGTH)))))


def require_start_code(typed: str, key: bytes, place: StartPlace, now_wt: int) -> None:
    """Raises `StartCodeRefused`: typo where it cannot be one, code where it is not this one of this or the last window.

    A code shown at the very end of its window can still be typed: the window before counts too, the one to come never.
    """
    plain = plain_code(typed)
    if len(plain) != CODE_LENGTH + 1 or not code_is_whole(plain):
        raise StartCodeRefused(reason="typo")
    now = window_at(now_wt)
    good = [plain_code(start_code(key, place, window)) for window in (now, now - 1)]
    if not any(secrets.compare_digest(plain, one) for one in good):
        raise StartCodeRefused(reason="code")


def _drawn(key: bytes, length: int, info: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length, None, info).derive(key)
