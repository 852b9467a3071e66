"""The bundles that were taken in, as they came: sealed, found by their contents, never changed."""

import hashlib
from pathlib import Path

from exams.store.private_files import told, write_private
from exams.store.register_errors import BundleAltered, RegisterNotWritten

_FOLDER = "bundles"
_ADDRESS = "register.address"


def bundle_path(home: Path, sha256: str) -> Path:
    """Where a bundle lies below the register's folder."""
    return home / _FOLDER / sha256[:2] / f"{sha256}.bundle"


def keep_bundle(home: Path, sha256: str, raw: bytes) -> None:
    """On the disk when the call returns; one that lies there already is left alone."""
    path = bundle_path(home, sha256)
    with told(home):
        if not path.is_file() or path.stat().st_size != len(raw):
            write_private(path, raw)


def kept_bundle(home: Path, sha256: str) -> bytes:
    """The bytes that were taken in; raises `BundleAltered` where they are no longer those."""
    try:
        raw = bundle_path(home, sha256).read_bytes()
    except OSError as error:
        raise BundleAltered(sha256=sha256) from error
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise BundleAltered(sha256=sha256)
    return raw


def server_beside(path: Path) -> str:
    """The server that a register's folder names in place of its file; empty where it names none."""
    try:
        return path.with_name(_ADDRESS).read_text("utf-8").strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterNotWritten(path=_ADDRESS, detail=type(error).__name__) from error
