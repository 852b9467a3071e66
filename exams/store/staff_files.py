"""What proctors and HR sign in with: `keys/staff/ID.key` under a passphrase, `ID.role` that grants the role.

A new key waits as `ID.next.key`, with `ID.request` for headquarters, until a certificate names it. Every certificate
that was ever in place stays as `ID.SHA256.granted`: the journal names it, and HR wants to see it.
"""

import hashlib
from pathlib import Path

from exams.accounts.names import check_staff_id
from exams.store.private_files import told, write_private
from exams.trust.errors import KeyFileSpoilt
from exams.trust.key_files import KeyCost, public_of, write_key_file
from exams.trust.keys import SigningKey

_MOST = 16 * 1024


def make_staff_key(home: Path, staff_id: str, passphrase: str, cost: KeyCost) -> SigningKey:
    """A new pair in `ID.next.key`, in place of one that waited there; raises as `write_key_file`."""
    key, path = SigningKey.generate(), _path(home, staff_id, ".next.key")
    with told(home):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
    write_key_file(path, key, staff_id, passphrase, cost)
    return key


def staff_key_path(home: Path, staff_id: str, public: bytes) -> Path | None:
    """The key file with this public half; None where this PC has none."""
    for end in (".key", ".next.key"):
        path = _path(home, staff_id, end)
        if path.exists() and _is(path, public):
            return path
    return None


def keep_role(home: Path, staff_id: str, raw: bytes, public: bytes) -> None:
    """Put a certificate in place, then the key it names; a cut in between is found by `staff_key_path`."""
    waiting = staff_key_path(home, staff_id, public)
    with told(home):
        write_private(_path(home, staff_id, f".{hashlib.sha256(raw).hexdigest()[:16]}.granted"), raw)
        write_private(_path(home, staff_id, ".role"), raw)
        if waiting is not None:
            waiting.replace(_path(home, staff_id, ".key"))
        _path(home, staff_id, ".request").unlink(missing_ok=True)


def kept_role(home: Path, staff_id: str) -> bytes | None:
    """The certificate as it lies here, unchecked."""
    try:
        with _path(home, staff_id, ".role").open("rb") as file:
            return file.read(_MOST)
    except OSError:
        return None


def granted_roles(home: Path) -> tuple[bytes, ...]:
    """Every certificate that was ever in place here, unchecked."""
    with told(home):
        return tuple(path.read_bytes()[:_MOST] for path in sorted((home / "keys" / "staff").glob("*.granted")))


def staff_with_role(home: Path) -> tuple[str, ...]:
    """The staff ids that a certificate lies here for."""
    return tuple(sorted(path.stem for path in (home / "keys" / "staff").glob("*.role")))


def keep_role_request(home: Path, staff_id: str, raw: bytes) -> None:
    """What headquarters is asked, until it has answered."""
    with told(home):
        write_private(_path(home, staff_id, ".request"), raw)


def role_request(home: Path, staff_id: str) -> Path | None:
    """The file that waits for headquarters' answer; None where none does."""
    path = _path(home, staff_id, ".request")
    return path if path.exists() else None


def _path(home: Path, staff_id: str, end: str) -> Path:
    return home / "keys" / "staff" / f"{check_staff_id(staff_id)}{end}"


def _is(path: Path, public: bytes) -> bool:
    try:
        return public_of(path) == public
    except KeyFileSpoilt:
        return False
