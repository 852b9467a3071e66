"""Argon2id between a short code and a key: the work that makes guessing offline hopeless (security design, 3.4)."""

from dataclasses import dataclass

from exams.packs.errors import KdfRefused

SALT_BYTES = 16
_MEMORY_KIB = range(64 * 1024, 1024 * 1024 + 1)
_PASSES = range(3, 11)
_LANES = range(1, 5)


@dataclass(frozen=True, slots=True)
class Kdf:
    """Argon2id's work. The default takes 1 to 2 seconds and is what HQ uses; a slot may ask for other work in range."""

    memory_kib: int = 262_144
    passes: int = 3
    lanes: int = 1


def check_kdf(kdf: Kdf) -> None:
    """Raises `KdfRefused` outside 64 MiB to 1 GiB, 3 to 10 passes, 1 to 4 lanes."""
    if kdf.memory_kib not in _MEMORY_KIB or kdf.passes not in _PASSES or kdf.lanes not in _LANES:
        raise KdfRefused(memory_kib=kdf.memory_kib, passes=kdf.passes, lanes=kdf.lanes)


def stretch(secret: bytes, salt: bytes, kdf: Kdf) -> bytes:
    """32 bytes of Argon2id; raises `KdfRefused` before any memory is taken. Lets other threads run meanwhile."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    check_kdf(kdf)
    work = Argon2id(salt=salt, length=32, iterations=kdf.passes, lanes=kdf.lanes, memory_cost=kdf.memory_kib)
    return work.derive(secret)
