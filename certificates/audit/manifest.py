"""What an audit pack says of itself: its span, its branches, and every file with its SHA-256; signed by HR's role."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from exams import (
    AcademyError,
    Json,
    NotStrict,
    Purpose,
    SigningKey,
    claimed_payload,
    open_envelope,
    read_json,
    sign_envelope,
    write_json,
)

MANIFEST = "manifest.json"
MANIFEST_MOST = 16 * 1024 * 1024
_FIELDS = {"made", "from", "to", "branches", "files"}


@dataclass(frozen=True, slots=True)
class AuditFile:
    """What a file of the pack must be."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class AuditManifest:
    """`first` and `last` are days of the span, both included; no branch named means all of them."""

    made: date
    first: date
    last: date
    branches: tuple[str, ...]
    files: Mapping[str, AuditFile]


def sign_manifest(told: AuditManifest, key: SigningKey) -> bytes:
    """The envelope."""
    files: dict[str, Json] = {
        path: {"size": one.size, "sha256": one.sha256} for path, one in sorted(told.files.items())
    }
    payload: dict[str, Json] = {
        "made": told.made.isoformat(),
        "from": told.first.isoformat(),
        "to": told.last.isoformat(),
        "branches": list(told.branches),
        "files": files,
    }
    return sign_envelope(Purpose.AUDIT, payload, [key])


def read_manifest(raw: bytes, keys: Mapping[str, bytes]) -> AuditManifest:
    """Signed by one of HR's keys, in its one spelling; raises as `open_envelope`."""
    told = open_envelope(raw, Purpose.AUDIT, keys, most=MANIFEST_MOST)
    if write_json(read_json(raw, MANIFEST_MOST)) != raw:
        raise NotStrict(detail="spelling")
    match told:
        case {"made": str(made), "from": str(first), "to": str(last), "branches": list(branches), "files": dict(files)}:
            if set(told) == _FIELDS:
                days = [_day(one) for one in (made, first, last)]
                return AuditManifest(days[0], days[1], days[2], tuple(map(str, branches)), _files(files))
    raise NotStrict(detail="manifest")


def claimed_files(raw: bytes) -> tuple[str, ...]:
    """The files that a manifest names, whoever signed it; none where it cannot be read."""
    try:
        files = claimed_payload(raw, Purpose.AUDIT, MANIFEST_MOST).get("files")
        return tuple(sorted(_files(files))) if isinstance(files, dict) else ()
    except AcademyError:
        return ()


def described(path: Path) -> AuditFile:
    """A file as it lies there; raises `OSError`."""
    with path.open("rb") as file:
        return AuditFile(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def files_below(folder: Path) -> Iterator[str]:
    """Everything in the folder but folders, by its path from there; links are not followed."""
    for place, folders, names in os.walk(folder):
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*names, *linked):
            yield (Path(place) / name).relative_to(folder).as_posix()


def missing_files(folder: Path, named: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that are no plain files there."""
    return tuple(one for one in named if (folder / one).is_symlink() or not (folder / one).is_file())


def _files(told: Mapping[str, Json]) -> dict[str, AuditFile]:
    found = {}
    for path, one in told.items():
        match one:
            case {"size": int(size), "sha256": str(sha256), **others} if not others and _is_inside(path):
                found[path] = AuditFile(size, sha256)
            case _:
                raise NotStrict(detail="files")
    return found


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and path == "/".join(parts) and ".." not in parts and not set(path) & set("\\:\0")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotStrict(detail="day") from None
