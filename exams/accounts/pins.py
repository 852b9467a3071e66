"""Trainee PINs: what is too easy, and the hash that makes guessing cost (security design, section 6)."""

import hmac
import os
import re
from dataclasses import dataclass

from exams.accounts.common_secrets import COMMON_PINS
from exams.accounts.errors import WeakPin

_RUNS = "01234567890", "09876543210"
_SHAPE = re.compile(r"[0-9]{6,12}")
_BIRTH_DATE = re.compile(r"((19|20)?[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
_ID_PART = 4
_DOMAIN = b"branch-academy/pin/v1|"


@dataclass(frozen=True, slots=True)
class PinCost:
    """Argon2id's work: memory in KiB and passes. The default is the design's; tests take less."""

    memory_kib: int = 65_536
    passes: int = 3


def check_pin(pin: str, staff_id: str) -> None:
    """Raises `WeakPin` unless 6 to 12 digits: no run, no repetition, no birth date, no part of the id, not common."""
    if not _SHAPE.fullmatch(pin):
        raise WeakPin(reason="shape")
    if any((_is_run(pin), _repeats(pin), _is_of(staff_id, pin), _BIRTH_DATE.fullmatch(pin), pin in COMMON_PINS)):
        raise WeakPin(reason="easy")


def hash_pin(pin: str, cost: PinCost, owner: str) -> str:
    """The encoded hash with its salt and cost; it fits only this owner (a staff id, or a session's id)."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=os.urandom(16), length=32, iterations=cost.passes, lanes=1, memory_cost=cost.memory_kib)
    return kdf.derive_phc_encoded(_bound(pin, owner))


def pin_matches(pin: str, encoded: str, owner: str) -> bool:
    """True where this PIN of this owner is the one that was hashed; costs the work stored with the hash."""
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        Argon2id.verify_phc_encoded(_bound(pin, owner), encoded)
    except InvalidKey:
        return False
    return True


def _bound(pin: str, owner: str) -> bytes:
    # The hash format has no field for whose it is: without this, one row's hash would open another row.
    return hmac.digest(_DOMAIN + owner.encode("utf-8", "surrogatepass"), pin.encode(), "sha256")


def _is_run(pin: str) -> bool:
    return any(pin in row * 2 for row in _RUNS)


def _repeats(pin: str) -> bool:
    """Two digits only, a part said again and again, or pairs: 121212, 123123, 112233."""
    parts = (pin[:size] * (len(pin) // size) == pin for size in range(1, len(pin) // 2 + 1) if len(pin) % size == 0)
    return len(set(pin)) <= 2 or any(parts) or pin[::2] == pin[1::2]


def _is_of(staff_id: str, pin: str) -> bool:
    digits = re.sub(r"[^0-9]", "", staff_id)
    return any(digits[start : start + _ID_PART] in pin for start in range(len(digits) - _ID_PART + 1))
