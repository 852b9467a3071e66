"""From the stick to this disk: in pieces, so that a second try goes on where the first one stopped."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from exams.packs.container import CHUNK
from exams.packs.disk import Disk, told
from exams.packs.file_errors import SourceUnreadable
from exams.packs.zip_layout import MOST_BYTES
from exams.trust.errors import TooLarge

Progress = Callable[[int, int], None]
"""Takes how much is done of how much; the source is read twice, so the whole is twice its size."""


def copy_in(source: Path, incoming: Path, progress: Progress, disk: Disk) -> Path:
    """The copy, `<sha256>.part`, byte for byte the source; what an earlier try left of it is compared and kept.

    Raises `TooLarge`, `SourceUnreadable` (try again: nothing copied is lost) or `PackNotWritten`.
    """
    with _reading(source):
        file = source.open("rb")
    with file:
        size = _size(source, file)
        digest = hashlib.sha256()
        for done, piece in _pieces(source, file):
            digest.update(piece)
            progress(done, 2 * size)
        part = incoming / f"{digest.hexdigest()}.part"
        with told(part.parent):
            incoming.mkdir(parents=True, exist_ok=True)
            again = _copy(_pieces(source, file), part, lambda done: progress(size + done, 2 * size), disk)
    if again != digest.hexdigest():
        raise SourceUnreadable(path=str(source), detail="")
    return part


def _copy(pieces: Iterator[tuple[int, bytes]], part: Path, copied: Callable[[int], None], disk: Disk) -> str:
    digest, done, known = hashlib.sha256(), 0, True
    with part.open("r+b" if part.exists() else "x+b") as file:
        for done, piece in pieces:
            digest.update(piece)
            known = known and file.read(len(piece)) == piece
            if not known:
                _write_at(file, done - len(piece), piece, disk)
            copied(done)
        file.truncate(done)
    disk.sync_file(part)
    return digest.hexdigest()


def _write_at(file: BinaryIO, place: int, piece: bytes, disk: Disk) -> None:
    file.seek(place)
    disk.write(file, piece)
    file.flush()


def _size(source: Path, file: BinaryIO) -> int:
    with _reading(source):
        size = os.fstat(file.fileno()).st_size
    if size > MOST_BYTES:
        raise TooLarge(most=MOST_BYTES)
    return size


def _pieces(source: Path, file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Each piece with the place where it ends; stops for a file that grows without end."""
    done = 0
    with _reading(source):
        file.seek(0)
    while done <= MOST_BYTES:
        with _reading(source):
            piece = file.read(CHUNK)
        if not piece:
            return
        done += len(piece)
        yield done, piece


@contextmanager
def _reading(source: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SourceUnreadable(path=str(source), detail=error.strerror or "") from error
