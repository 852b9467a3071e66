"""Taking a pack in as one step: copied, verified, built beside, switched to. Cut anywhere, the old pack stands."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from exams.errors import AcademyError
from exams.packs.active import (
    CONTENT,
    NOTE,
    POINTER,
    ActivePack,
    Pointer,
    active_pack,
    every_byte_is_right,
    note_of,
    point_at,
    read_pointer,
)
from exams.packs.container import PackReader
from exams.packs.copying import Progress, copy_in
from exams.packs.disk import DISK, Disk, remove, sync_tree, told, write_file
from exams.packs.file_errors import PackNotWritten
from exams.packs.manifest import COURSE, MANIFEST
from exams.packs.verify import VerifiedPack, checked, verify_pack
from exams.trust.envelope import payload_sha256
from exams.trust.errors import RolledBack
from exams.trust.state import TrustState

INCOMING = "incoming"
MOST_COURSE = 64 * 1024 * 1024
_OURS = re.compile(r"[A-Z0-9-]+-[0-9]+", re.ASCII)


def _silent(_done: int, _of: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What the caller does on the way.

    `build` writes the content database of a course.json to a path. `keep` stores what the home believes from now on
    (state, roots, revocations); it is called before the switch, so that a pack in use is never signed by a root
    the home has forgotten.
    """

    build: Callable[[bytes, Path], object]
    keep: Callable[[VerifiedPack], object]
    progress: Progress = _silent
    disk: Disk = DISK


@dataclass(frozen=True, slots=True)
class Installed:
    """The pack in use after an installation; `changed` is False where it was in use already."""

    pack: ActivePack
    changed: bool


def install_pack(source: Path, packs: Path, state: TrustState, now_wt: int, app: str, steps: Steps) -> Installed:
    """Take a pack in, or raise and leave the one in use as it was.

    Raises what `copy_in` and `verify_pack` raise, `RolledBack` for the same version with other contents, what
    `steps.build` raises, and `PackNotWritten`.
    """
    with told(packs):
        _clear_unfinished(packs)
        part = copy_in(source, packs / INCOMING, steps.progress, steps.disk)
        with _thrown_away_if_refused(part), part.open("rb") as file:
            reader = PackReader(file)
            verified = verify_pack(reader, state, now_wt, app)
            here = _installed(packs, verified)
            steps.keep(verified)
            if here is None:
                _take_in(reader, packs, verified, steps)
        _clear_all_others(packs)
    pack = here or active_pack(packs, [verified.state.root])
    if pack is None:
        raise PackNotWritten(path=str(packs), detail=verified.manifest.name)
    return Installed(pack, changed=here is None)


def _installed(packs: Path, verified: VerifiedPack) -> ActivePack | None:
    """This very pack where it is in use and whole; raises `RolledBack` for another one of the same version."""
    manifest = packs / verified.manifest.name / MANIFEST
    try:
        there = payload_sha256(manifest.read_bytes())
    except (OSError, AcademyError):
        return None
    if there != verified.sha256:
        version = verified.manifest.version
        raise RolledBack(reason="other", found=version, known=version)
    pack = active_pack(packs, [verified.state.root])
    same = pack is not None and pack.sha256 == verified.sha256
    return pack if pack and same and every_byte_is_right(pack) else None


def _take_in(reader: PackReader, packs: Path, verified: VerifiedPack, steps: Steps) -> None:
    name, disk = verified.manifest.name, steps.disk
    new, final, old = packs / f"{name}.new", packs / name, packs / f"{name}.old"
    with _removed_if_refused(new):
        _stage(reader, new, verified, steps)
        if final.exists():
            disk.rename(final, old)
        disk.rename(new, final)
        disk.sync_folder(packs)
        point_at(packs, Pointer(name, verified.sha256, _before(packs, name)), disk)


def _stage(reader: PackReader, new: Path, verified: VerifiedPack, steps: Steps) -> None:
    disk = steps.disk
    for path, file in verified.manifest.files.items():
        write_file(disk, new / path, checked(reader, path, file))
    write_file(disk, new / MANIFEST, [verified.envelope])
    steps.build(reader.read(COURSE, MOST_COURSE), new / CONTENT)
    disk.sync_file(new / CONTENT)
    write_file(disk, new / NOTE, [note_of(new)])
    sync_tree(disk, new)


def _before(packs: Path, name: str) -> str:
    """The folder that is kept beside the new one: the pack in use until now, or its own one before when repaired."""
    pointer = read_pointer(packs)
    if pointer is None:
        return ""
    return pointer.previous if pointer.name == name else pointer.name


def _clear_unfinished(packs: Path) -> None:
    for path in (*packs.glob("*.new"), *packs.glob("*.old")):
        if _OURS.fullmatch(path.stem) or path.stem == POINTER:
            remove(path)


def _clear_all_others(packs: Path) -> None:
    """Leave the pack in use and the one before it. Files that are not an installation's stay."""
    _clear_unfinished(packs)
    pointer = read_pointer(packs)
    kept = {pointer.name, pointer.previous} if pointer else set()
    folders = [path for path in packs.iterdir() if _OURS.fullmatch(path.name) and path.name not in kept]
    for path in (*folders, *(packs / INCOMING).glob("*.part")):
        remove(path)


@contextmanager
def _thrown_away_if_refused(part: Path) -> Iterator[None]:
    """A copy that is refused would be refused again; a disk that is full needs its room."""
    try:
        yield
    except (AcademyError, OSError):
        remove(part)
        raise


@contextmanager
def _removed_if_refused(new: Path) -> Iterator[None]:
    try:
        yield
    except (AcademyError, OSError):
        remove(new)
        raise
