"""The codes HQ releases: ten characters for people, 130 bits for scanners (security design, 3.4)."""

import secrets
import unicodedata

from exams.packs.errors import CodeTypo
from exams.packs.kdf import Kdf, stretch
from exams.trust.codes import ALPHABET, code_is_whole, plain_code, shown, with_check

QR_PREFIX = "BAQ1:"
"""All of a QR code's text is in its alphanumeric set: a smaller symbol for the same bits."""

_SHORT, _QR = 10, 26
_LONGEST_TYPED = 100


def new_code() -> str:
    """Fifty random bits and a check character, as printed: `7KQ2M-X9D4T-H`."""
    return shown(with_check(_random(_SHORT)))


def new_qr_code() -> str:
    """130 random bits and a check character behind `QR_PREFIX`; 32 characters, to be scanned, not typed."""
    return QR_PREFIX + with_check(_random(_QR))


def code_secret(text: str) -> bytes:
    """What Argon2id is given; raises `CodeTypo` in microseconds. Case, width, separators and O, I, L do not matter."""
    if len(text) > _LONGEST_TYPED:
        raise CodeTypo
    typed = unicodedata.normalize("NFKC", text).strip().upper()
    scanned = typed.startswith(QR_PREFIX)
    plain = plain_code(typed.removeprefix(QR_PREFIX))
    if len(plain) != (_QR if scanned else _SHORT) + 1 or not code_is_whole(plain):
        raise CodeTypo
    return plain[:-1].encode()


def check_code(text: str) -> None:
    """Raises `CodeTypo` where this can be no code of headquarters, before anything is tried with it."""
    code_secret(text)


class TypedCode:
    """One code on its way through one opening: slots that share salt and work cost a single Argon2id.

    Let go of it when the opening is over: it holds what opens the slots. Its picture in logs shows nothing.
    """

    def __init__(self, text: str) -> None:
        """Raises `CodeTypo` before any work."""
        self._secret = code_secret(text)
        self._stretched: dict[tuple[bytes, Kdf], bytes] = {}
        self.spent = 0
        """How many times Argon2id ran."""

    def __repr__(self) -> str:
        """Without the code."""
        return f"TypedCode({self.spent} stretched)"

    def stretched(self, salt: bytes, kdf: Kdf) -> bytes:
        """32 bytes for this salt and work; raises `KdfRefused`."""
        known = self._stretched.get((salt, kdf))
        if known is None:
            known = self._stretched[salt, kdf] = stretch(self._secret, salt, kdf)
            self.spent += 1
        return known


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
