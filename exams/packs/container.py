"""The container of a pack: written the same every time, read by nothing but the strict rules of `zip_layout`."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from exams.packs.file_errors import BadContainer, WrongFiles, WrongHash
from exams.packs.member_names import check_names
from exams.packs.zip_layout import DEFLATED, MOST_RATIO, Member, Readable, read_layout
from exams.trust.errors import TooLarge

CHUNK = 1024 * 1024
_AS_THEY_ARE = (".sqlite", ".bin", ".png", ".jpg", ".webp", ".mp3", ".mp4", ".ogg", ".woff2")
"""Packed already, or, as a database, to be taken in at the pace of a copy."""
_ARCHIVES = (
    b"PK\3\4",
    b"PK\5\6",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\xfd7zXZ",
    b"\x1f\x8b\x08",
    b"BZh",
    b"\x28\xb5\x2f\xfd",
)


def write_pack(file: BinaryIO, members: Iterable[tuple[str, bytes]]) -> None:
    """Write the container: sorted, dated 1980, so that the same members give the same bytes.

    Raises `BadPath` for a name that the reader would refuse.
    """
    ordered = sorted(members)
    check_names(name for name, _ in ordered)
    with zipfile.ZipFile(file, "w", allowZip64=False) as archive:
        for name, raw in ordered:
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            archive.writestr(info, raw, _method(name, raw))


def _method(name: str, raw: bytes) -> int:
    if name.endswith(_AS_THEY_ARE) or len(raw) * 2 > MOST_RATIO * len(zlib.compress(raw)):
        return zipfile.ZIP_STORED
    return zipfile.ZIP_DEFLATED


class PackReader:
    """An open container. Nothing in it is believed yet: names and sizes are in order, that is all.

    Raises `BadContainer`, `BadPath` or `TooLarge` when opened. The file stays the caller's to close.
    """

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._members = {member.name: member for member in read_layout(file, file.seek(0, 2))}

    def names(self) -> tuple[str, ...]:
        """The names of all members, sorted."""
        return tuple(sorted(self._members))

    def size(self, name: str) -> int:
        """The declared size in bytes, unpacked; raises `WrongFiles` where there is no such member."""
        return self._member(name).size

    def read(self, name: str, most: int) -> bytes:
        """A whole member; raises `TooLarge` above `most` bytes before reading, and what `chunks` raises."""
        if self.size(name) > most:
            raise TooLarge(most=most)
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """A member piece by piece, never more than it declares.

        Raises `WrongFiles`, `WrongHash` where the packed bytes are spoilt, `BadContainer` for an archive inside.
        """
        member = self._member(name)
        done = 0
        for piece in self._pieces(member):
            if done == 0 and piece.startswith(_ARCHIVES):
                raise BadContainer(detail=name)
            done += len(piece)
            if done > member.size:
                raise TooLarge(most=member.size)
            yield piece
        if done != member.size:
            raise WrongHash(path=name)

    def _member(self, name: str) -> Member:
        try:
            return self._members[name]
        except KeyError:
            raise WrongFiles(path=name) from None

    def _pieces(self, member: Member) -> Iterator[bytes]:
        return self._inflated(member) if member.method == DEFLATED else self._raw(member)

    def _raw(self, member: Member) -> Iterator[bytes]:
        for done in range(0, member.packed, CHUNK):
            self._file.seek(member.start + done)
            yield self._file.read(min(CHUNK, member.packed - done))

    def _inflated(self, member: Member) -> Iterator[bytes]:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for raw in self._raw(member):
                piece = inflate.decompress(raw, CHUNK)
                yield piece
                # A full piece may have more behind it although all input is taken.
                while inflate.unconsumed_tail or len(piece) == CHUNK:
                    piece = inflate.decompress(inflate.unconsumed_tail, CHUNK)
                    yield piece
        except zlib.error as error:
            raise WrongHash(path=member.name) from error
        if not inflate.eof or inflate.unused_data:
            raise WrongHash(path=member.name)
