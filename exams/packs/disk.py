"""The six things that installing does to a disk, as functions that a test can stop at any byte."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from exams.packs.file_errors import PackNotWritten
from exams.packs.one_flush import flushed_as_one

_AT_ONCE = 8
"""Files that wait for the disk together: it writes its own log once for all of them."""


def _write(file: BinaryIO, raw: bytes) -> None:
    file.write(raw)


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if sys.platform == "win32":
        return  # a folder cannot be opened there; NTFS logs names by itself
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_all(paths: Sequence[Path]) -> None:
    if flushed_as_one(paths):
        return
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(lambda path: (_sync_folder if path.is_dir() else _sync_file)(path), paths):
            pass


def _rename(source: Path, target: Path) -> None:
    source.rename(target)


def _replace(source: Path, target: Path) -> None:
    source.replace(target)


@dataclass(frozen=True, slots=True)
class Disk:
    """How bytes and names reach the disk; `rename` is for folders, `replace` for a file that takes another's place.

    `sync_all` takes files and folders, and has them on the disk when it returns, in no order.
    """

    write: Callable[[BinaryIO, bytes], None] = _write
    sync_file: Callable[[Path], None] = _sync_file
    sync_folder: Callable[[Path], None] = _sync_folder
    sync_all: Callable[[Sequence[Path]], None] = _sync_all
    rename: Callable[[Path, Path], None] = _rename
    replace: Callable[[Path, Path], None] = _replace


DISK = Disk()


def write_file(disk: Disk, path: Path, pieces: Iterable[bytes]) -> None:
    """A new file; nothing of it is sure to be on the disk before it and its folder are synced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for piece in pieces:
            disk.write(file, piece)


def put_in_place(disk: Disk, path: Path, raw: bytes) -> None:
    """Write a file whole beside its place and switch: whoever opens `path` sees the old bytes or the new."""
    beside = path.with_name(f"{path.name}.new")
    write_file(disk, beside, [raw])
    disk.sync_file(beside)
    disk.replace(beside, path)
    disk.sync_folder(path.parent)


def tree(folder: Path) -> tuple[Path, ...]:
    """A folder and everything below it, files and folders."""
    return (*sorted(folder.rglob("*")), folder)


def remove(path: Path) -> None:
    """A file or a whole folder; one that is in use stays and goes another time."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def is_full(error: OSError) -> bool:
    """Whether it is for want of room."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What the disk refuses becomes `PackNotWritten`."""
    try:
        yield
    except OSError as error:
        facts = {"path": str(folder), "detail": error.strerror or ""}
        if is_full(error):
            facts["reason"] = "full"
        raise PackNotWritten(**facts) from error
