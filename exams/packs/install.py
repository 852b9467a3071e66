"""Taking a pack in as one step: believed, copied beside, switched to. Cut anywhere, the old pack stands."""

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from exams.errors import AcademyError
from exams.packs.active import (
    POINTER,
    ActivePack,
    Pointer,
    active_pack,
    every_byte_is_right,
    pointer_beside,
    pointer_bytes,
    read_pointer,
    switch,
)
from exams.packs.container import PackReader
from exams.packs.copying import Progress, copy_over, opened
from exams.packs.disk import DISK, Disk, is_full, remove, told, tree, write_file
from exams.packs.file_errors import PackNotWritten, SourceUnreadable
from exams.packs.manifest import CONTENT, MANIFEST
from exams.packs.verify import VerifiedPack, check_bytes, checked, verify_manifest
from exams.trust.envelope import payload_sha256
from exams.trust.errors import RolledBack
from exams.trust.state import TrustState

_OURS = re.compile(r"[A-Z0-9-]+-[0-9]+", re.ASCII)


def _silent(_done: int, _of: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What the caller does on the way.

    `look` opens the course's database, whose every byte is right, and raises where this program cannot use it. `keep`
    stores what the home believes from now on (state, roots, revocations); it is called before the switch, so that a
    pack in use is never signed by a root the home has forgotten.
    """

    look: Callable[[Path], object]
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

    Nothing is copied of a pack whose manifest is not believed. Raises `SourceUnreadable` (try again: nothing copied is
    lost), what `verify_pack` raises, `RolledBack` for the same version with other contents, what `steps.look` and
    `steps.keep` raise, and `PackNotWritten`.
    """
    with told(packs):
        _clear_unfinished(packs)
        with opened(source) as file:
            reader = PackReader(file)
            verified = verify_manifest(reader, state, now_wt, app)
            here = _installed(packs, verified)
            if here is None:
                _take_in(reader, packs, verified, steps)
            else:
                check_bytes(reader, verified.manifest)
                steps.keep(verified)
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
    """A folder that no pointer names is in nobody's use: a new pack is copied to its place, and gone on with there.
    What is in use is made good beside it.
    """
    name, disk = verified.manifest.name, steps.disk
    final, before = packs / name, read_pointer(packs)
    staged = packs / f"{name}.new" if before and before.name == name else final
    with _kept_for_another_try(staged):
        _stage(reader, staged, verified, steps)
        pointer = Pointer(name, verified.sha256, _kept_beside(before, name))
        write_file(disk, pointer_beside(packs), [pointer_bytes(pointer)])
        with _meanwhile(partial(disk.sync_all, (*tree(staged), pointer_beside(packs), packs))):
            steps.keep(verified)
        if staged != final:
            disk.rename(final, packs / f"{name}.old")
            disk.rename(staged, final)
            disk.sync_folder(packs)
        switch(packs, disk)


def _stage(reader: PackReader, staged: Path, verified: VerifiedPack, steps: Steps) -> None:
    """Copied and hashed in one reading; the large file goes to the disk while the small ones are copied."""
    files = verified.manifest.files
    done, whole = 0, sum(file.size for file in files.values())

    def counted(pieces: Iterable[bytes]) -> Iterator[bytes]:
        nonlocal done
        for piece in pieces:
            yield piece
            done += len(piece)
            steps.progress(done, whole)

    def copied(path: str) -> None:
        copy_over(steps.disk, staged / path, counted(checked(reader, path, files[path])))

    copied(CONTENT)
    with _meanwhile(partial(steps.disk.sync_file, staged / CONTENT)):
        for path in files:
            if path != CONTENT:
                copied(path)
        copy_over(steps.disk, staged / MANIFEST, [verified.envelope])
        steps.look(staged / CONTENT)


def _kept_beside(pointer: Pointer | None, name: str) -> str:
    """The folder that is kept beside the new one: the pack in use until now, or its own one before when repaired."""
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
    for path in packs.iterdir():
        if _OURS.fullmatch(path.name) and path.name not in kept:
            remove(path)


@contextmanager
def _meanwhile(work: Callable[[], object]) -> Iterator[None]:
    """The block and `work` beside it: both have the disk to wait for."""
    with ThreadPoolExecutor(1) as thread:
        begun = thread.submit(work)
        yield
        begun.result()


@contextmanager
def _kept_for_another_try(staged: Path) -> Iterator[None]:
    """Where the stick or the disk gave way. What is refused would be refused again; a full disk needs its room."""
    try:
        yield
    except SourceUnreadable:
        raise
    except (AcademyError, OSError) as error:
        if not isinstance(error, OSError) or is_full(error):
            remove(staged)
        raise
