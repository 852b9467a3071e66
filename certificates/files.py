"""Files are written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from certificates.errors import CannotWrite


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the place, force it to the disk, then move it in; raises `CannotWrite`."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        _settle(path.parent)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise CannotWrite(path=str(path), reason=error.strerror or "") from error


def _settle(folder: Path) -> None:
    """Force the folder's own entry to the disk, where the system lets one."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
