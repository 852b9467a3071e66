"""Files that only this user may read: written whole or not at all, on the disk when the call returns."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from exams.packs.disk import DISK
from exams.store.errors import DiskFull, HomeReadOnly

_NO_INHERIT = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def write_private(path: Path, raw: bytes) -> None:
    """In place of what stood there before; makes the folder. Raises `OSError`: call it in `told`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_INHERIT, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    DISK.sync_folder(path.parent)


@contextmanager
def told(home: Path) -> Iterator[None]:
    """What the disk refuses becomes `DiskFull` or `HomeReadOnly`."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise HomeReadOnly(home=str(home), detail=error.strerror or "") from error
