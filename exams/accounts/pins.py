"""Trainee PINs: the blocklist, and the hash that makes guessing cost (security design, section 6)."""

import os
import re
from dataclasses import dataclass

from exams.accounts.errors import WeakPin

_RUNS = "01234567890", "09876543210"
_SHAPE = re.compile(r"[0-9]{6,12}")


@dataclass(frozen=True, slots=True)
class PinCost:
    """Argon2id's work: memory in KiB and passes. The default is the design's; tests take less."""

    memory_kib: int = 65_536
    passes: int = 3


def check_pin(pin: str, staff_id: str) -> None:
    """Raises `WeakPin` unless 6 to 12 digits that are no run, no repetition, no birth date, no part of the id."""
    if not _SHAPE.fullmatch(pin):
        raise WeakPin(reason="shape")
    digits_of_id = re.sub(r"[^0-9]", "", staff_id)
    repeated = len(set(pin)) <= 2
    run = any(pin in row * 2 for row in _RUNS)
    own_id = len(digits_of_id) >= 4 and digits_of_id in pin
    if repeated or run or own_id or _is_birth_date(pin):
        raise WeakPin(reason="easy")


def hash_pin(pin: str, cost: PinCost) -> str:
    """The encoded hash with its salt and cost."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=os.urandom(16), length=32, iterations=cost.passes, lanes=1, memory_cost=cost.memory_kib)
    return kdf.derive_phc_encoded(pin.encode())


def pin_matches(pin: str, encoded: str) -> bool:
    """True where the PIN is the one that was hashed; costs the work stored with the hash."""
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        Argon2id.verify_phc_encoded(pin.encode(), encoded)
    except InvalidKey:
        return False
    return True


def _is_birth_date(pin: str) -> bool:
    return bool(re.fullmatch(r"(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])", pin))
