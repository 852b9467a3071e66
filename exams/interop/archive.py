"""ZIP files of other programs: checked by name and size first, members read into memory only, nothing unpacked."""

import re
import stat
import zipfile
import zlib
from io import BytesIO

from exams.packs.file_errors import BadContainer, BadPath
from exams.trust.errors import TooLarge

MOST_ENTRIES = 5_000
MOST_BYTES = 500 * 1024 * 1024
MOST_RATIO = 200
MOST_OF_ONE = 20 * 1024 * 1024
"""Of a member that is read."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\\:\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".bz2", ".xz", ".tar", ".tgz", ".jar", ".zst")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST = 400


class Archive:
    """An open archive of checked names; raises `BadContainer`, `BadPath`, `TooLarge` when made and when read."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, zlib.error):
            raise BadContainer(reason="bank", detail="cut") from None
        _check_sizes(members)
        self._members: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        for member in members:
            _check(member, seen)
            if not member.is_dir():
                self._members[member.filename] = member

    def names(self) -> tuple[str, ...]:
        """All files, in the order of the archive."""
        return tuple(self._members)

    def read(self, name: str, most: int = MOST_OF_ONE) -> bytes:
        """A member of at most 20 MB or `most`, and never more of it than it declares."""
        member = self._members[name]
        if member.file_size > most:
            raise TooLarge(most=most)
        try:
            with self._zip.open(member) as file:
                raw = file.read(member.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
            raise BadContainer(reason="bank", detail=_shown(name)) from None
        if len(raw) > member.file_size:
            raise TooLarge(most=member.file_size)
        return raw


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_ENTRIES:
        raise TooLarge(most=MOST_ENTRIES)
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise TooLarge(most=MOST_BYTES)
    if any(member.file_size > MOST_RATIO * max(member.compress_size, 1) for member in members):
        raise TooLarge(most=MOST_RATIO)


def _check(member: zipfile.ZipInfo, seen: set[str]) -> None:
    name = member.orig_filename
    low = name.rstrip("/").casefold()
    if not _is_plain(name) or low in seen:
        raise BadPath(reason="bank", path=_shown(name))
    seen.add(low)
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    if is_link or member.flag_bits & 1 or member.compress_type not in _METHODS or low.endswith(_ARCHIVES):
        raise BadContainer(reason="bank", detail=_shown(name))


def _is_plain(name: str) -> bool:
    parts = name.removesuffix("/").split("/")
    return len(name) <= _LONGEST and not _FORBIDDEN.search(name) and all(map(_is_plain_part, parts))


def _is_plain_part(part: str) -> bool:
    return bool(part) and not part.endswith((".", " ")) and not _DEVICE.fullmatch(part)


def _shown(name: str) -> str:
    return name[:_LONGEST].encode("ascii", "backslashreplace").decode("ascii").replace("\0", r"\x00")
