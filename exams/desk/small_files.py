"""Files of a few kilobytes that people bring and take away."""

from pathlib import Path

from exams.desk.branch_errors import FileUnreadable

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
