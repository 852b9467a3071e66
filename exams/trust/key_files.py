"""A private key in a file: AES-256-GCM under Argon2id of a passphrase. What is around the key is bound to it."""

import errno
import hashlib
import os
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exams.trust.errors import KeyFileSpoilt, NotStrict, TooLarge, WrongPassphrase
from exams.trust.keys import SealingKey, SigningKey
from exams.trust.rsa_keys import RsaKey
from exams.trust.shapes import Table, base64_text, bytes_in, exactly, number_in, text_in
from exams.trust.strict_json import Json, read_json, write_json

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

AnyKey = SigningKey | SealingKey | RsaKey
"""What a key file may hold."""

LEAST_CHARACTERS = 10

_TYPE = "application/vnd.branch-academy.key.v1+json"
_MOST = 16 * 1024
_KINDS: dict[str, type[AnyKey]] = {"ed25519": SigningKey, "x25519": SealingKey, "rsa3072": RsaKey}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_HEAD = ("type", "kind", "owner", "keyid", "public", "kdf")
_MEMORY_KIB = range(65_536, 1_048_576 + 1)
_PASSES = range(1, 10 + 1)
_LANES = range(1, 4 + 1)


@dataclass(frozen=True, slots=True)
class KeyCost:
    """Argon2id's work: 64 MiB to 1 GiB, 1 to 10 passes, 1 to 4 lanes; the floor is that of OWASP ASVS 5.0."""

    memory_kib: int = 262_144
    passes: int = 3
    lanes: int = 1


STANDARD_COST = KeyCost()


@dataclass(frozen=True, slots=True)
class _KeyFile:
    head: Table
    cost: KeyCost
    salt: bytes
    nonce: bytes
    sealed: bytes


def write_key_file(path: Path, key: AnyKey, owner: str, passphrase: str, cost: KeyCost = STANDARD_COST) -> None:
    """A new file that only its owner may read; raises `WrongPassphrase` under 10 characters.

    Raises `KeyFileSpoilt` where a file stands there already, the cost is out of range, or the disk refuses.
    """
    if len(_plain(passphrase)) < LEAST_CHARACTERS:
        raise WrongPassphrase(reason="short", least=LEAST_CHARACTERS)
    salt, nonce = os.urandom(16), os.urandom(12)
    head: Table = {
        "type": _TYPE,
        "kind": _NAMES[type(key)],
        "owner": owner,
        "keyid": key.keyid,
        "public": base64_text(key.public),
        "kdf": _kdf_table(cost, salt),
    }
    sealed = _cipher(passphrase, salt, cost).encrypt(nonce, key.private, write_json(head))
    whole: Table = {**head, "nonce": base64_text(nonce), "sealed": base64_text(sealed)}
    _put(path, write_json({**whole, "sha256": _sum(whole)}))


def read_key_file(path: Path, passphrase: str) -> AnyKey:
    """The key; raises `KeyFileSpoilt` for any changed byte before a passphrase is tried, or `WrongPassphrase`."""
    from cryptography.exceptions import InvalidTag

    try:
        file = _parsed(_bytes_of(path))
    except (NotStrict, TooLarge) as error:
        raise KeyFileSpoilt(detail=str(error.facts.get("detail", "size"))) from None
    try:
        private = _cipher(passphrase, file.salt, file.cost).decrypt(file.nonce, file.sealed, write_json(file.head))
    except InvalidTag:
        raise WrongPassphrase from None
    key = _KINDS[text_in(file.head, "kind")].from_private(private)
    if base64_text(key.public) != file.head["public"]:
        raise KeyFileSpoilt(detail="public")
    return key


def public_of(path: Path) -> bytes:
    """The public half, unchecked until the file is opened; raises `KeyFileSpoilt`."""
    try:
        return bytes_in(_parsed(_bytes_of(path)).head, "public")
    except (NotStrict, TooLarge) as error:
        raise KeyFileSpoilt(detail=str(error.facts.get("detail", "size"))) from None


def _parsed(raw: bytes) -> _KeyFile:
    table = exactly(read_json(raw, _MOST), *_HEAD, "nonce", "sealed", "sha256")
    # The sum tells a file that rot or a hand has changed from a passphrase that is wrong; against forgery stands GCM.
    if table["sha256"] != _sum({name: value for name, value in table.items() if name != "sha256"}):
        raise NotStrict(detail="sha256")
    kdf = exactly(table["kdf"], "name", "memory_kib", "passes", "lanes", "salt")
    if table["type"] != _TYPE or table["kind"] not in _KINDS or kdf["name"] != "argon2id":
        raise NotStrict(detail="type")
    head = {name: table[name] for name in _HEAD}
    cost = KeyCost(number_in(kdf, "memory_kib"), number_in(kdf, "passes"), number_in(kdf, "lanes"))
    return _KeyFile(head, cost, bytes_in(kdf, "salt", 16), bytes_in(table, "nonce", 12), bytes_in(table, "sealed"))


def _sum(table: Table) -> str:
    return hashlib.sha256(write_json(table)).hexdigest()


def _kdf_table(cost: KeyCost, salt: bytes) -> Json:
    return {
        "name": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": base64_text(salt),
    }


def _cipher(passphrase: str, salt: bytes, cost: KeyCost) -> "AESGCM":
    # Before Argon2 is asked for anything: a file must not choose how much memory this PC gives.
    if cost.memory_kib not in _MEMORY_KIB or cost.passes not in _PASSES or cost.lanes not in _LANES:
        raise KeyFileSpoilt(detail="cost")
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return AESGCM(kdf.derive(_plain(passphrase).encode("utf-8", "surrogatepass")))


def _plain(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST + 1)
    except OSError as error:
        raise KeyFileSpoilt(reason="missing", path=str(path), detail=error.strerror or "") from error


def _put(path: Path, raw: bytes) -> None:
    beside = path.with_name(f".{path.name}.new")
    try:
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        beside.unlink(missing_ok=True)
        beside.touch(0o600, exist_ok=False)
        with beside.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(path)
        _sync_folder(path.parent)
    except OSError as error:
        reason = "exists" if isinstance(error, FileExistsError) else "write"
        raise KeyFileSpoilt(reason=reason, path=str(path), detail=error.strerror or "") from error


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
