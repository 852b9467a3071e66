"""A bundle: lines of one device's journal, sealed to HR. It says nothing about its sender but what is signed inside.

`BAB1 header LF sealed`: the header is one line of strict JSON that anybody may read and nobody should believe. Sealed
is HPKE over zlib over lines: first a JSON object (record, checkpoints, certificates, sealed answers, roles), then every
journal line, then every body in the same order, empty where it was erased or lies sealed in that object. Lines and
bodies stand as they were hashed, not as JSON texts.
"""

import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from exams.bundles.answers import SealedAnswers, unpacked, unseal_answers
from exams.bundles.errors import NotABundle
from exams.errors import AcademyError
from exams.trust.errors import CannotOpen, NotStrict, TooLarge
from exams.trust.keys import SealingKey, key_id, seal_to
from exams.trust.shapes import Table, base64_text, exactly, number_in, text_in, unbase64
from exams.trust.strict_json import Json, read_json, write_json

MOST = 64 * 1024 * 1024
"""Bytes of a bundle unpacked; a branch with more sends several."""

_MAGIC = b"BAB1 "
_DOMAIN = "branch-academy/bundle/v1"
_MOST_HEADER = 512
_SERIAL = re.compile(r"D[0-9A-HJKMNP-TV-Z]{8}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HEADER = ("serial", "from", "to", "key", "sha256")
_INSIDE = ("record", "checkpoints", "certificates", "sealed", "roles")

Stored = tuple[bytes, bytes | None]
"""A line's bytes and its body's, None once erased or sealed."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a certificate's code says, as bytes; `sitting` is whose certificate the branch says it is."""

    sitting: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """`rows` are consecutive, from sequence number `first` on; `record`, `checkpoints` and `roles` are envelopes."""

    serial: str
    record: bytes
    first: int
    rows: tuple[Stored, ...]
    checkpoints: tuple[bytes, ...] = ()
    certificates: tuple[Token, ...] = ()
    sealed: tuple[SealedAnswers, ...] = ()
    roles: tuple[bytes, ...] = ()

    @property
    def last(self) -> int:
        """The sequence number of the last line."""
        return self.first + len(self.rows) - 1


@dataclass(frozen=True, slots=True)
class Header:
    """What stands outside in clear: for sorting, never to be believed. `key` names the key it is sealed to."""

    serial: str
    first: int
    last: int
    key: str
    sha256: str  # of the sealed bytes: tells a spoilt copy from a foreign one

    @property
    def info(self) -> bytes:
        """What the seal is bound to."""
        return f"{_DOMAIN}|{self.serial}|{self.first}|{self.last}".encode()


def bundle_name(serial: str, first: int, last: int) -> str:
    """As the file is called; whoever reads it goes by its contents."""
    return f"{serial}-{first}-{last}.bundle"


def seal_bundle(bundle: Bundle, hr_seal: bytes, most: int = MOST) -> bytes:
    """The bytes of the file; only HR's key opens it. Raises `TooLarge`, `NotABundle` for no line, `CannotOpen`."""
    if not bundle.rows:
        raise NotABundle(detail="lines")
    plain = b"\n".join((_inside(bundle), *(raw for raw, _ in bundle.rows), *(body or b"" for _, body in bundle.rows)))
    if len(plain) > most:
        raise TooLarge(most=most)
    blank = Header(bundle.serial, bundle.first, bundle.last, key_id(hr_seal), "")
    sealed = seal_to(hr_seal, zlib.compress(plain, 6), blank.info)
    return _header_line(blank, hashlib.sha256(sealed).hexdigest()) + sealed


def read_header(raw: bytes) -> Header:
    """What a bundle says of itself in clear; raises `NotABundle`."""
    return _headed(raw)[0]


def open_bundle(raw: bytes, hr_keys: Sequence[SealingKey], most: int = MOST) -> Bundle:
    """What was sealed to one of these keys, old ones among them, answers unsealed; its contents are not judged.

    Raises `TooLarge`, `NotABundle`, `CannotOpen` or `NotStrict`.
    """
    if len(raw) > most + most // 1000 + 4096:
        raise TooLarge(most=most)
    header, begins = _headed(raw)
    sealed = raw[begins:]
    if hashlib.sha256(sealed).hexdigest() != header.sha256:
        raise NotABundle(detail="sha256")
    key = next((one for one in hr_keys if one.keyid == header.key), None)
    if key is None:
        raise CannotOpen(keyid=header.key)
    plain = unpacked(key.open(sealed, header.info), most)
    return _with_answers(_read(header, plain.split(b"\n")), hr_keys, most - len(plain))


def _headed(raw: bytes) -> tuple[Header, int]:
    """The header, and where the sealed bytes begin: of a large file nothing is copied for it."""
    line, ends, _ = raw[:_MOST_HEADER].partition(b"\n")
    if not ends or not line.startswith(_MAGIC):
        raise NotABundle(detail="header")
    try:
        table = exactly(read_json(line[len(_MAGIC) :]), *_HEADER)
        header = Header(
            text_in(table, "serial"),
            number_in(table, "from", 1),
            number_in(table, "to", 1),
            text_in(table, "key"),
            text_in(table, "sha256"),
        )
    except AcademyError:
        raise NotABundle(detail="header") from None
    # One spelling of one header: a file that anybody changed in any byte is another file.
    if not _SERIAL.fullmatch(header.serial) or _header_line(header, header.sha256) != line + ends:
        raise NotABundle(detail="header")
    return header, len(line) + len(ends)


def _header_line(header: Header, sha256: str) -> bytes:
    table: Table = {"serial": header.serial, "from": header.first, "to": header.last}
    return _MAGIC + write_json({**table, "key": header.key, "sha256": sha256}) + b"\n"


def _with_answers(bundle: Bundle, keys: Sequence[SealingKey], room: int) -> Bundle:
    """Each body that lies sealed in its line's place; `room` bytes are left for all of them."""
    bodies: dict[int, bytes] = {}
    for one in bundle.sealed:
        told = unseal_answers(one, bundle.serial, keys, room)
        room -= sum(map(len, told.values()))
        bodies.update(told)
    if not bodies:
        return bundle
    rows = tuple(
        (raw, bodies.get(seq) if body is None else body) for seq, (raw, body) in enumerate(bundle.rows, bundle.first)
    )
    return replace(bundle, rows=rows)


def _inside(bundle: Bundle) -> bytes:
    checkpoints: list[Json] = [base64_text(raw) for raw in bundle.checkpoints]
    certificates: list[Json] = [{"sitting": one.sitting, "token": base64_text(one.raw)} for one in bundle.certificates]
    sealed: list[Json] = [
        {"sitting": one.sitting, "key": one.key, "raw": base64_text(one.raw)} for one in bundle.sealed
    ]
    roles: list[Json] = [base64_text(raw) for raw in bundle.roles]
    about: Table = {"record": base64_text(bundle.record), "checkpoints": checkpoints}
    return write_json({**about, "certificates": certificates, "sealed": sealed, "roles": roles})


def _read(header: Header, pieces: list[bytes]) -> Bundle:
    inside, count = read_json(pieces[0]), header.last - header.first + 1
    if len(pieces) != 1 + 2 * count:
        raise NotABundle(detail="lines")
    lines, bodies = pieces[1 : 1 + count], pieces[1 + count :]
    rows = tuple((raw, body or None) for raw, body in zip(lines, bodies, strict=True))
    try:
        table = exactly(inside, *_INSIDE)
        return Bundle(
            header.serial,
            _bytes_of(table["record"]),
            header.first,
            rows,
            tuple(_bytes_of(one) for one in _list_of(table["checkpoints"])),
            tuple(_token(one) for one in _list_of(table["certificates"])),
            tuple(_sealed(one) for one in _list_of(table["sealed"])),
            tuple(_bytes_of(one) for one in _list_of(table["roles"])),
        )
    except NotStrict:
        raise NotABundle(detail="inside") from None


def _token(value: Json) -> Token:
    table = exactly(value, "sitting", "token")
    return Token(text_in(table, "sitting"), _bytes_of(table["token"]))


def _sealed(value: Json) -> SealedAnswers:
    table = exactly(value, "sitting", "key", "raw")
    return SealedAnswers(text_in(table, "sitting"), text_in(table, "key"), _bytes_of(table["raw"]))


def _list_of(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise NotStrict(detail="list")
    return value


def _bytes_of(value: Json) -> bytes:
    if not isinstance(value, str):
        raise NotStrict(detail="base64")
    return unbase64(value, "base64")
