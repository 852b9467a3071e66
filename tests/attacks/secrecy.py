"""Looks for texts in files as a thief would: in four spellings, and inside whatever is packed inside them.

A long text is looked for piece by piece: a database may spread it over pages, a log may cut it.
"""

import base64
import binascii
import gzip
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

PIECE = 24
"""Characters looked for at once."""

_DEEPEST = 4
_MOST = 64 * 1024 * 1024
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_GZIP = re.compile(rb"\x1f\x8b\x08")
_ZIP = re.compile(rb"PK\x03\x04")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")

SPELLINGS = {
    "UTF-8": lambda text: text.encode(),
    "UTF-16-LE": lambda text: text.encode("utf-16-le"),
    "GB18030": lambda text: text.encode("gb18030"),
    "JSON": lambda text: json.dumps(text)[1:-1].encode(),
    "JSON in UTF-8": lambda text: json.dumps(text, ensure_ascii=False)[1:-1].encode(),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found: the file, the way into it, the text, and how it was spelt."""

    path: Path
    way: str
    text: str
    spelling: str


def search(folders: Iterable[Path], needles: Iterable[str]) -> list[Hit]:
    """Every text of `needles` that any file below the folders gives away, once for each file and way."""
    spelt = _spelt(needles)
    return [hit for path in _files(folders) for hit in _in_file(path, spelt)]


def search_bytes(folders: Iterable[Path], secrets: Mapping[str, bytes]) -> list[Hit]:
    """The same for keys, as they are, in hex and in base64; `secrets` are told by name."""
    spelt = {
        raw: (name, spelling)
        for name, key in secrets.items()
        for spelling, raw in {
            "raw": key,
            "hex": key.hex().encode(),
            "HEX": key.hex().upper().encode(),
            "base64": base64.b64encode(key).rstrip(b"="),
            "base64url": base64.urlsafe_b64encode(key).rstrip(b"="),
        }.items()
    }
    return [hit for path in _files(folders) for hit in _in_file(path, spelt)]


def pieces(text: str) -> Iterator[str]:
    """All of a short text; of a long one every piece of `PIECE` characters."""
    if len(text) < 2 * PIECE:
        yield text
        return
    yield from (text[at : at + PIECE] for at in range(0, len(text) - PIECE + 1, PIECE))


def insides(raw: bytes, way: str = "", depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The bytes, and those of everything packed in them, each with the way to it."""
    yield way or "plain", raw
    if depth < _DEEPEST:
        for kind, inside in _unpacked(raw):
            yield from insides(inside, f"{way}/{kind}".lstrip("/"), depth + 1)


def _files(folders: Iterable[Path]) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]


def _spelt(needles: Iterable[str]) -> dict[bytes, tuple[str, str]]:
    wanted = {piece for text in needles for piece in pieces(text)}
    return {write(piece): (piece, name) for piece in sorted(wanted) for name, write in SPELLINGS.items()}


def _in_file(path: Path, spelt: Mapping[bytes, tuple[str, str]]) -> Iterator[Hit]:
    for way, raw in insides(path.read_bytes()):
        for one, (text, spelling) in spelt.items():
            if one in raw:
                yield Hit(path, way, text, spelling)


def _unpacked(raw: bytes) -> Iterator[tuple[str, bytes]]:
    for found in _ZLIB.finditer(raw):
        yield from _inflated("zlib", raw[found.start() :], zlib.MAX_WBITS)
    for found in _GZIP.finditer(raw):
        yield from _inflated("gzip", raw[found.start() :], zlib.MAX_WBITS | 16)
    if _ZIP.search(raw):
        yield from _members(raw)
    for found in _BASE64.finditer(raw):
        yield from _decoded(found.group())


def _inflated(kind: str, raw: bytes, bits: int) -> Iterator[tuple[str, bytes]]:
    # Also what comes out before a stream breaks off counts.
    unpacking, got = zlib.decompressobj(bits), b""
    try:
        got = unpacking.decompress(raw[:4096], 65_536)
        if got:
            got += unpacking.decompress(unpacking.unconsumed_tail + raw[4096:], _MOST)
    except zlib.error:
        pass
    if got:
        yield kind, got


def _members(raw: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            for info in archive.infolist():
                yield f"zip:{info.filename}", archive.read(info)[:_MOST]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, OSError, EOFError):
        return


def _decoded(text: bytes) -> Iterator[tuple[str, bytes]]:
    plain = text.replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
    try:
        yield "base64", base64.b64decode(plain + b"=" * (-len(plain) % 4), validate=True)
    except binascii.Error:
        return


def packed_every_way(raw: bytes) -> dict[str, bytes]:
    """What the search must see through: for the tests of it."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("deep/one.bin", raw)
    return {
        "plain": b"\0\1" + raw + b"\0",
        "zlib": b"\x12nonce" + zlib.compress(raw) + b"after",
        "gzip": gzip.compress(raw),
        "zip": archive.getvalue(),
        "base64": b'{"payload":"' + base64.b64encode(raw) + b'"}',
        "zlib in base64": base64.b64encode(zlib.compress(raw)),
    }
