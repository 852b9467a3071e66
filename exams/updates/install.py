"""Taking a newer program in as one step: believed, copied, unpacked, switched to. Cut anywhere, the old one runs."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exams.packs.copying import copy_over, opened
from exams.packs.disk import DISK, Disk, put_in_place, remove, told, tree
from exams.packs.manifest import PackedFile
from exams.updates.errors import (
    NoEarlierProgram,
    NoProgramForMachine,
    ProgramMissing,
    ProgramOlder,
    ProgramSpoilt,
)
from exams.updates.release import Release, version_order
from exams.updates.shelf import POINTER, TRYING, InUse, pointer_bytes, programs, read_pointer
from exams.updates.unpacking import Progress, unpack

INCOMING = "incoming"
_CHUNK = 1024 * 1024
_COPYING, _UNPACKING = 1, 2


def _silent(_done: int, _of: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Here:
    """The program that takes the newer one in: its version, its kind of PC as in `linux-x86_64`, its disk."""

    version: str
    machine: str
    progress: Progress = _silent
    disk: Disk = DISK


def install_program(home: Path, release: Release, beside: Path, here: Here) -> bool:
    """Take in the archive for this PC that lies in the folder `beside`; False where that version is in use already.

    Raises `ProgramOlder`, `NoProgramForMachine`, `ProgramMissing`, `ProgramSpoilt`, `SourceUnreadable` (try again:
    nothing copied is lost) or `PackNotWritten`, and then leaves the program in use as it was.
    """
    before, folder = read_pointer(home), programs(home)
    current = _newest(before, here.version)
    if before and release.version == current and (folder / current).is_dir():
        return False
    if version_order(release.version) <= version_order(current):
        raise ProgramOlder(found=release.version, known=current)
    name = release.archive_for(here.machine)
    if not name:
        raise NoProgramForMachine(machine=here.machine)
    if not (beside / name).is_file():
        raise ProgramMissing(file=name)
    with told(folder):
        _clear(folder, before)
        archive = folder / INCOMING / name
        _fetch(beside / name, archive, release.files[name], here)
        _unpack_beside(archive, folder / release.version, here)
        _switch(folder, InUse(release.version, _kept(folder, current)), here.disk)
        remove(folder / INCOMING)
        _clear(folder, read_pointer(home))
    return True


def roll_back(home: Path, disk: Disk = DISK) -> str:
    """Back to the program before; gives its version, empty for the installed one; raises `NoEarlierProgram`."""
    pointer, folder = read_pointer(home), programs(home)
    if pointer is None:
        raise NoEarlierProgram
    with told(folder):
        remove(folder / TRYING)
        if pointer.previous:
            _switch(folder, InUse(pointer.previous, proved=True), disk)
        else:
            remove(folder / POINTER)
            disk.sync_folder(folder)
        _clear(folder, read_pointer(home))
    return pointer.previous


def _newest(pointer: InUse | None, own: str) -> str:
    return max(own, pointer.version, key=version_order) if pointer else own


def _kept(folder: Path, version: str) -> str:
    return version if version and (folder / version).is_dir() else ""


def _fetch(source: Path, target: Path, wanted: PackedFile, here: Here) -> None:
    """Copied as far as it is not here yet; what is not what was signed is thrown away."""
    digest = hashlib.sha256()

    def pieces() -> Iterator[bytes]:
        done = 0
        with opened(source) as file:
            if file.seek(0, 2) != wanted.size:
                raise ProgramSpoilt(file=source.name)
            file.seek(0)
            while piece := file.read(_CHUNK):
                digest.update(piece)
                yield piece
                done += len(piece)
                here.progress(done * _COPYING, wanted.size * _UNPACKING)

    try:
        copy_over(here.disk, target, pieces())
        if digest.hexdigest() != wanted.sha256:
            raise ProgramSpoilt(file=source.name)
    except ProgramSpoilt:
        remove(target)
        raise


def _unpack_beside(archive: Path, final: Path, here: Here) -> None:
    staged = final.with_name(f"{final.name}.new")
    remove(staged)
    unpack(archive, staged, here.disk, lambda done, of: here.progress(of + done, of * _UNPACKING))
    here.disk.sync_all([path for path in tree(staged) if not path.is_symlink()])
    remove(final)
    here.disk.rename(staged, final)
    here.disk.sync_folder(final.parent)


def _switch(folder: Path, pointer: InUse, disk: Disk) -> None:
    put_in_place(disk, folder / POINTER, pointer_bytes(pointer))


def _clear(folder: Path, pointer: InUse | None) -> None:
    """Leave the program in use and the one before it; an archive half fetched stays for another try."""
    kept = {pointer.version, pointer.previous} if pointer else set()
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and path.name not in {*kept, INCOMING}:
            remove(path)
