"""Files of a few kilobytes that people bring and take away."""

from contextlib import suppress
from pathlib import Path

from exams.desk.branch_errors import FileUnreadable
from exams.desk.hq_errors import FileNotWritten
from exams.packs.disk import DISK, write_file

_MOST = 1024 * 1024


def small_file(path: Path, most: int = _MOST) -> bytes:
    """All its bytes; raises `FileUnreadable`, also where it has more than `most`, else a megabyte."""
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as error:
        raise FileUnreadable(file=path.name, detail=error.strerror or "") from error
    if len(raw) > most:
        raise FileUnreadable(file=path.name, detail="size")
    return raw


def put_on_stick(path: Path, raw: bytes) -> Path:
    """Write a file whole, on the disk before this returns, and read it back; raises `FileNotWritten`."""
    beside = path.with_name(f"{path.name}.new")
    try:
        write_file(DISK, beside, [raw])
        DISK.sync_file(beside)
        DISK.replace(beside, path)
        with suppress(OSError):  # not every stick's file system lets a folder be synced
            DISK.sync_folder(path.parent)
        back = path.read_bytes()
    except OSError as error:
        raise FileNotWritten(path=str(path), detail=error.strerror or "") from error
    if back != raw:
        raise FileNotWritten(path=str(path), detail="read back")
    return path
