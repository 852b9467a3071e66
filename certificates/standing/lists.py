"""One of HR's three lists: who is on it, its number, its day; COSE_Sign1 by a key of the `hr` role.

Certificates are named by the first 8 bytes of the SHA-256 of their number, sorted: a list tells nobody's number, is
searched without a false answer, and takes 80 KB for 10,000.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise

from certificates.errors import BadList, BadNumber, BadToken
from certificates.numbering import check_number
from certificates.proof.cose import read1, read_cbor, sign1, write_cbor
from exams import SigningKey

LIST_MOST = 16 * 1024 * 1024
"""Bytes of a list that are read: two million certificates."""

_PREFIX = 8
_EPOCH = date(1970, 1, 1)
_DAYS = range(1, (date.max - _EPOCH).days)
_NUMBERS = range(1, 2**53)


class ListKind(StrEnum):
    """The three lists; each has numbers of its own."""

    CONFIRMED = "confirmed"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class StandingList:
    """`number` only increases; `marks` are of certificates, with the number that follows for superseded ones."""

    kind: ListKind
    number: int = 0
    day: date = _EPOCH
    marks: Mapping[bytes, str] = field(default_factory=dict)

    def names(self, number: str) -> bool:
        """True where the certificate of this number is on the list."""
        return mark_of(number) in self.marks


def mark_of(number: str) -> bytes:
    """The 8 bytes by which lists name a certificate."""
    return sha256(number.encode()).digest()[:_PREFIX]


def sign_list(listed: StandingList, key: SigningKey) -> bytes:
    """The file; raises `BadList` for what `read_list` would refuse."""
    payload = _packed(listed)
    _parsed(payload, listed.kind)
    return sign1(payload, key)


def read_list(raw: bytes, kind: ListKind, hr_keys: Iterable[bytes]) -> StandingList:
    """The list that one of these keys signed; raises `BadList` with the reason: size, form, kind, signature."""
    if len(raw) > LIST_MOST:
        raise BadList(kind=str(kind), reason="size")
    try:
        message = read1(raw)
        if message.unprotected or not any(message.signed_by(public) for public in hr_keys):
            raise BadList(kind=str(kind), reason="signature")
        return _parsed(message.payload, kind)
    except BadToken as bad:
        raise BadList(kind=str(kind), reason="form") from bad


def claimed_kind(raw: bytes) -> ListKind:
    """Which list a file says it is, whoever signed it; raises `BadList`."""
    try:
        match read_cbor(read1(raw[:LIST_MOST]).payload):
            case {1: str(named)} if named in set(ListKind):
                return ListKind(named)
    except BadToken:
        pass
    raise BadList(kind="", reason="form")


def _packed(listed: StandingList) -> bytes:
    marks = sorted(listed.marks)
    held: object = b"".join(marks)
    if listed.kind is ListKind.SUPERSEDED:
        held = [[one, listed.marks[one]] for one in marks]
    return write_cbor({1: str(listed.kind), 2: listed.number, 3: (listed.day - _EPOCH).days, 4: held})


def _parsed(payload: bytes, kind: ListKind) -> StandingList:
    match read_cbor(payload):
        case {1: str(named), 2: int(number), 3: int(day), 4: held, **others} if not others:
            if named != kind:
                raise BadList(kind=str(kind), reason="kind")
        case _:
            raise BadToken
    if isinstance(number, bool) or number not in _NUMBERS or day not in _DAYS:
        raise BadToken
    marks = _successors(held) if kind is ListKind.SUPERSEDED else _marks(held)
    _require_sorted(marks)
    listed = StandingList(kind, number, _EPOCH + timedelta(days=day), dict(marks))
    if _packed(listed) != payload:
        raise BadToken
    return listed


def _marks(held: object) -> list[tuple[bytes, str]]:
    if not isinstance(held, bytes) or len(held) % _PREFIX:
        raise BadToken
    return [(held[at : at + _PREFIX], "") for at in range(0, len(held), _PREFIX)]


def _successors(held: object) -> list[tuple[bytes, str]]:
    found = []
    for one in held if isinstance(held, list) else [None]:
        match one:
            case [bytes(old), str(new)] if len(old) == _PREFIX and old != mark_of(new):
                found.append((old, _number(new)))
            case _:
                raise BadToken
    return found


def _number(text: str) -> str:
    try:
        return check_number(text)
    except BadNumber as bad:
        raise BadToken from bad


def _require_sorted(marks: list[tuple[bytes, str]]) -> None:
    if any(one[0] >= other[0] for one, other in pairwise(marks)):
        raise BadToken
