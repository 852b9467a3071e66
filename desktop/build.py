"""Which build of the program this is: what the journal says at each start, and HR holds against the builds it knows."""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from desktop.version import VERSION

_CHUNK = 1 << 20


@cache
def program_build() -> str:
    """The hash of this program: of its version and every file of its bundle, or of the version and `source`."""
    folder = Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None
    return build_hash(VERSION, folder)


def build_hash(version: str, folder: Path | None) -> str:
    """SHA-256 in hex over the version and each file's name and contents; `folder` None: run from the source."""
    import hashlib  # not before the first paint: it loads a large library

    digest = hashlib.sha256(f"{version}\n".encode())
    if folder is None:
        digest.update(b"source\n")
        return digest.hexdigest()
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*")):
        if path.is_file():
            digest.update(f"{name}\n{_of_file(path)}\n".encode())
    return digest.hexdigest()


def _of_file(path: Path) -> str:
    import hashlib

    digest = hashlib.sha256()
    for chunk in _chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
