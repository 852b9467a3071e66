"""The archive of a release becomes a folder. It is read only once its bytes are known to be those that were signed."""

import lzma
import os
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from exams.packs.disk import Disk, write_file
from exams.updates.errors import ProgramSpoilt

MOST_BYTES = 4 * 1024**3
_CHUNK = 1024 * 1024
Progress = Callable[[int, int], None]
"""Takes how many bytes of how many are done."""


def unpack(archive: Path, folder: Path, disk: Disk, progress: Progress) -> None:
    """Files, folders and links inside it, all below one top folder; raises `ProgramSpoilt` for anything else."""
    whole, done = archive.stat().st_size, 0
    try:
        with archive.open("rb") as raw, tarfile.open(fileobj=raw, mode="r:xz") as tar:
            for member in tar:
                done += member.size
                if done > MOST_BYTES:
                    raise ProgramSpoilt(file=archive.name)
                _put(tar, member, folder, disk)
                progress(min(raw.tell(), whole), whole)
    except (tarfile.TarError, lzma.LZMAError, EOFError, ValueError) as error:
        raise ProgramSpoilt(file=archive.name) from error


def _put(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path, disk: Disk) -> None:
    place = _place(member.name, folder)
    if member.isdir():
        place.mkdir(parents=True, exist_ok=True)
    elif member.issym():
        _link(member, place, folder)
    elif member.isreg():
        write_file(disk, place, _pieces(tar, member))
        place.chmod(0o755 if member.mode & 0o100 else 0o644)
    else:
        raise ProgramSpoilt(file=member.name)


def _place(name: str, folder: Path) -> Path:
    """Without the top folder, whose name says the version and nothing else."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or any(part == ".." or "\\" in part or ":" in part for part in parts):
        raise ProgramSpoilt(file=name)
    return folder.joinpath(*parts[1:])


def _link(member: tarfile.TarInfo, place: Path, folder: Path) -> None:
    target = os.path.normpath(place.parent / member.linkname)
    if PurePosixPath(member.linkname).is_absolute() or not Path(target).is_relative_to(folder):
        raise ProgramSpoilt(file=member.name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(member.linkname)


def _pieces(tar: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[bytes]:
    file = tar.extractfile(member)
    while file is not None and (piece := file.read(_CHUNK)):
        yield piece
