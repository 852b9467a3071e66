"""What a demonstration is published from, as a bundle carries it: the course open, the exam sealed.

The passphrase is told to everybody: the seal keeps a bank from being read or searched on the disk, not from a reader of
this program. Same parts, same bytes, so that two builds are equal.
"""

import hashlib
import zlib
from pathlib import Path

from exams.content.parts import Parts, read_parts
from exams.desk.demonstration_chain import PASSPHRASE
from exams.packs.blobs import open_blob
from exams.packs.errors import BlobSpoilt
from exams.packs.kdf import SALT_BYTES, Kdf, stretch

COURSE, SEALED = "course.json", "exam.sealed"
_WORK = Kdf(memory_kib=65_536)
_AAD = b"branch-academy/demonstration/v1"
_NONCE = 12


def seal_demonstration(parts: Parts, folder: Path) -> None:
    """Write the two files into a folder; raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / COURSE).write_bytes(parts.course)
    (folder / SEALED).write_bytes(_sealed(parts))


def read_demonstration(folder: Path) -> Parts:
    """From sealed or open parts; raises `OSError`, or `BlobSpoilt` where a byte of the seal was changed."""
    sealed = folder / SEALED
    if not sealed.exists():
        return read_parts(folder)
    raw = sealed.read_bytes()
    plain = open_blob(_key(raw[:SALT_BYTES]), raw[SALT_BYTES:], _AAD)
    head, _, rest = plain.partition(b"\n")
    length = int(head)
    return Parts((folder / COURSE).read_bytes(), rest[:length], rest[length:])


def _sealed(parts: Parts) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    plain = b"%d\n%b%b" % (len(parts.items), parts.items, parts.keys)
    # The salt is the hash of what is sealed: no key, and so no nonce, ever serves two contents.
    digest = hashlib.sha256(plain).digest()
    salt, nonce = digest[:SALT_BYTES], digest[SALT_BYTES : SALT_BYTES + _NONCE]
    return salt + nonce + AESGCM(_key(salt)).encrypt(nonce, zlib.compress(plain, 9), _AAD)


def _key(salt: bytes) -> bytes:
    if len(salt) != SALT_BYTES:
        raise BlobSpoilt
    return stretch(PASSPHRASE.encode(), salt, _WORK)
