"""Small files as arguments: read whole, from a path or from standard input; written whole, or refused with a code."""

import sys
from contextlib import suppress
from pathlib import Path

from desktop.commands.common import Refused

_MOST = 1024 * 1024


def file_or_stdin(path: Path, most: int = _MOST) -> bytes:
    """All bytes of a file, of standard input for `-`; refused where it cannot be read or has more than `most`."""
    from exams import small_file

    return sys.stdin.buffer.read(most) if str(path) == "-" else small_file(path, most)


def write_file(path: Path, raw: bytes) -> None:
    """In place of what stood there; refused with `E_FILE_NOT_WRITTEN`."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(raw)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise Refused("E_FILE_NOT_WRITTEN", path=str(path), detail=error.strerror or "") from error
