"""From the stick to this disk: a source that may be pulled out, and files that a second try goes on with."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from exams.packs.disk import Disk
from exams.packs.file_errors import SourceUnreadable

Progress = Callable[[int, int], None]
"""Takes how many bytes of how many are done."""


class Source:
    """As much of an open file as reading a pack takes; one that fails or is changed meanwhile is `SourceUnreadable`."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file = file
        self._first = self._state()

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """As of a file."""
        with _told(self._path):
            return self._file.seek(place, whence)

    def read(self, size: int) -> bytes:
        """As of a file."""
        with _told(self._path):
            raw = self._file.read(size)
        if self._state() != self._first:
            raise SourceUnreadable(path=str(self._path), detail="")
        return raw

    def _state(self) -> tuple[int, int]:
        with _told(self._path):
            found = os.fstat(self._file.fileno())
        return found.st_size, found.st_mtime_ns


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """The source, open; raises `SourceUnreadable`."""
    with _told(path):
        file = path.open("rb")
    with file:
        yield Source(path, file)


def copy_over(disk: Disk, path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file, keeping what lies there as far as it is the same; it is not synced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    done, known = 0, True
    with path.open("r+b" if path.exists() else "x+b") as file:
        for piece in pieces:
            known = known and file.read(len(piece)) == piece
            if not known:
                file.seek(done)
                disk.write(file, piece)
            done += len(piece)
        file.truncate(done)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SourceUnreadable(path=str(path), detail=error.strerror or "") from error
