"""Which installed pack counts: a pointer, believed only where the whole pack it names stands behind it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exams.errors import AcademyError
from exams.packs.disk import Disk
from exams.packs.manifest import CONTENT, MANIFEST, Manifest
from exams.packs.member_names import check_name
from exams.packs.verify import opened_manifest
from exams.trust.envelope import payload_sha256
from exams.trust.errors import BadSignature
from exams.trust.root import Root
from exams.trust.shapes import exactly, text_in
from exams.trust.strict_json import read_json, write_json

POINTER = "active.json"
_MOST_POINTER = 4096


@dataclass(frozen=True, slots=True)
class ActivePack:
    """An installed pack; `previous` names the folder of the one before, empty where none is kept."""

    folder: Path
    manifest: Manifest
    sha256: str
    previous: str = ""

    @property
    def content(self) -> Path:
        """The course's database, as headquarters built it."""
        return self.folder / CONTENT

    def file(self, path: str) -> Path:
        """Where a file of the pack lies."""
        return self.folder / path


@dataclass(frozen=True, slots=True)
class Pointer:
    """What active.json says: a folder, the SHA-256 of its manifest's payload, the folder before."""

    name: str
    sha256: str
    previous: str


def active_pack(packs: Path, roots: Iterable[Root]) -> ActivePack | None:
    """The pack in use, None where there is none that is whole; sizes and the signature are looked at, not every byte.

    `roots` are all that this home has followed: a pack outlives the key that signed it. Dates and withdrawals are
    the caller's.
    """
    pointer = read_pointer(packs)
    try:
        return _believed(packs, pointer, roots) if pointer else None
    except (OSError, AcademyError):
        return None


def read_pointer(packs: Path) -> Pointer | None:
    """What the pointer says, believed or not; None where there is none or it is spoilt."""
    try:
        table = exactly(read_json((packs / POINTER).read_bytes(), _MOST_POINTER), "name", "sha256", "previous")
        pointer = Pointer(*(text_in(table, field) for field in ("name", "sha256", "previous")))
        for name in filter(None, (pointer.name, pointer.previous)):
            check_name(name)
            if "/" in name:
                return None
    except (OSError, AcademyError):
        return None
    return pointer


def pointer_beside(packs: Path) -> Path:
    """Where the next pointer is made ready; it counts for nothing there."""
    return packs / f"{POINTER}.new"


def pointer_bytes(pointer: Pointer) -> bytes:
    """As it lies on the disk."""
    return write_json({"name": pointer.name, "sha256": pointer.sha256, "previous": pointer.previous})


def switch(packs: Path, disk: Disk) -> None:
    """From here on the pack that the pointer made ready names is the one in use."""
    disk.replace(pointer_beside(packs), packs / POINTER)
    disk.sync_folder(packs)


def every_byte_is_right(pack: ActivePack) -> bool:
    """True where each file of an installed pack still has the hash that was signed."""
    try:
        return all(_sha256(pack.folder / path) == file.sha256 for path, file in pack.manifest.files.items())
    except OSError:
        return False


def _believed(packs: Path, pointer: Pointer, roots: Iterable[Root]) -> ActivePack | None:
    folder = packs / pointer.name
    envelope = (folder / MANIFEST).read_bytes()
    manifest = _signed(envelope, roots)
    same = pointer.name == manifest.name and pointer.sha256 == payload_sha256(envelope)
    if not same or any((folder / path).stat().st_size != file.size for path, file in manifest.files.items()):
        return None
    return ActivePack(folder, manifest, pointer.sha256, pointer.previous)


def _signed(envelope: bytes, roots: Iterable[Root]) -> Manifest:
    for root in roots:
        try:
            return opened_manifest(envelope, root)
        except BadSignature:
            continue
    raise BadSignature


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
