"""Names of files in a pack: those that mean the same file on every system, and nothing else."""

import re
from collections.abc import Iterable

from exams.packs.file_errors import BadPath

LONGEST = 200
_PART = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?", re.ASCII)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.ASCII)


def check_name(name: str) -> None:
    """Raises `BadPath` unless the name is relative, plain ASCII, without `..`, backslash, colon or a DOS device."""
    if len(name) > LONGEST or not all(_plain(part) for part in name.split("/")):
        raise BadPath(path=shown(name))


def check_names(names: Iterable[str]) -> None:
    """Raises `BadPath` for a bad name, for two that differ by case only, and for a file that is also a folder."""
    files: set[str] = set()
    folders: set[str] = set()
    for name in names:
        check_name(name)
        low = name.lower()
        parts = low.split("/")
        above = {"/".join(parts[:depth]) for depth in range(1, len(parts))}
        if low in files or low in folders or files & above:
            raise BadPath(path=name)
        files.add(low)
        folders |= above


def shown(name: str) -> str:
    """The name as a message may carry it: ASCII, escaped and cut."""
    return name[:LONGEST].encode("ascii", "backslashreplace").decode("ascii").replace("\0", r"\x00")


def _plain(part: str) -> bool:
    return bool(_PART.fullmatch(part)) and not _DEVICE.fullmatch(part.lower())
