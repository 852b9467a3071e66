"""The layout of the one kind of ZIP that packs are: members without gaps, the directory, the end, nothing else.

The standard library's reader forgives what is refused here: bytes before, between and after, a directory that
disagrees with the members, members that overlap.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from stat import S_IFMT, S_IFREG
from typing import Protocol

from exams.packs.file_errors import BadContainer
from exams.packs.member_names import LONGEST, check_names
from exams.trust.errors import TooLarge

MOST_BYTES = 2 * 1024**3
"""Of the file, and of all members unpacked."""
MOST_MEMBERS = 5000
MOST_RATIO = 200
STORED, DEFLATED = 0, 8

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_DOS_FOLDER = 0x10


class Readable(Protocol):
    """As much of an open file as reading a pack takes."""

    def seek(self, place: int, whence: int = 0, /) -> int: ...  # noqa: D102
    def read(self, size: int, /) -> bytes: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Member:
    """One file in the container; `start` is where its packed bytes begin."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row of the directory. `told` is what the member's own header must say as well."""

    name: bytes
    told: tuple[int, ...]
    mode: int
    offset: int


def read_layout(file: Readable, size: int) -> tuple[Member, ...]:
    """The members in the order of the file; raises `BadContainer`, `BadPath`, `TooLarge` before any is unpacked."""
    if size > MOST_BYTES:
        raise TooLarge(most=MOST_BYTES)
    count, directory_size = _read_end(file, size)
    directory_at = size - _END.size - directory_size
    if directory_at < 0:
        raise BadContainer(detail="directory")
    entries = tuple(_entries(_at(file, directory_at, directory_size), count))
    members = tuple(_members(file, entries, directory_at))
    check_names(member.name for member in members)
    _check_sizes(members)
    return members


def _read_end(file: Readable, size: int) -> tuple[int, int]:
    if size < _END.size:
        raise BadContainer(detail="end")
    mark, *disks, on_disk, count, length, offset, comment = _END.unpack(_at(file, size - _END.size, _END.size))
    if mark != b"PK\5\6" or any(disks) or on_disk != count or comment or offset + length + _END.size != size:
        raise BadContainer(detail="end")
    if count > MOST_MEMBERS or length > MOST_MEMBERS * (_CENTRAL.size + LONGEST):
        raise TooLarge(most=MOST_MEMBERS)
    return count, length


def _entries(raw: bytes, count: int) -> Iterator[_Entry]:
    at = 0
    for _ in range(count):
        row = raw[at : at + _CENTRAL.size]
        if len(row) < _CENTRAL.size or row[:4] != b"PK\1\2":
            raise BadContainer(detail="directory")
        _, _, *told, length, extra, comment, disk, _, attributes, offset = _CENTRAL.unpack(row)
        at += _CENTRAL.size + length
        name = raw[at - length : at]
        if extra or comment or disk or len(name) < length or attributes & _DOS_FOLDER:
            raise BadContainer(detail="directory")
        yield _Entry(name, (*told, length, extra), attributes >> 16, offset)
    if at != len(raw):
        raise BadContainer(detail="directory")


def _members(file: Readable, entries: tuple[_Entry, ...], end: int) -> Iterator[Member]:
    at = 0
    for entry in entries:
        head = _at(file, at, _LOCAL.size)
        start = at + _LOCAL.size + len(entry.name)
        name = _at(file, at + _LOCAL.size, len(entry.name))
        if entry.offset != at or _LOCAL.unpack(head) != (b"PK\3\4", *entry.told) or name != entry.name:
            raise BadContainer(detail="member")
        member = _member(entry, start)
        at = start + member.packed
        if at > end:
            raise BadContainer(detail="member")
        yield member
    if at != end:
        raise BadContainer(detail="gap")


def _member(entry: _Entry, start: int) -> Member:
    _, flags, method, _, _, crc, packed, size, _, _ = entry.told
    # flags: encrypted, sizes told after the data, names in another alphabet; none is ours
    if flags or method not in (STORED, DEFLATED) or S_IFMT(entry.mode) not in (0, S_IFREG):
        raise BadContainer(detail="kind")
    if method == STORED and packed != size:
        raise BadContainer(detail="member")
    return Member(entry.name.decode("latin-1"), method, crc, packed, size, start)


def _check_sizes(members: tuple[Member, ...]) -> None:
    if sum(member.size for member in members) > MOST_BYTES:
        raise TooLarge(most=MOST_BYTES)
    for member in members:
        if member.size > MOST_RATIO * max(member.packed, 1):
            raise TooLarge(most=MOST_RATIO * member.packed)


def _at(file: Readable, place: int, length: int) -> bytes:
    file.seek(place)
    raw = file.read(length)
    if len(raw) != length:
        raise BadContainer(detail="cut")
    return raw
