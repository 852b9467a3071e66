"""The text in the QR: `BAC0:` and base45 over CBOR claims with small integer keys (RFC 8949, core deterministic).

Version 0 is unsigned: it names a certificate, and only a register says whether it was issued.
"""

from dataclasses import dataclass
from datetime import date

import cbor2

from certificates.base45 import base45, from_base45
from certificates.certificate import CertificateFacts
from certificates.errors import BadToken

PREFIX = "BAC0:"
TOKEN_MOST = 1_000
NAME_BYTES = 57
_SITTING_BYTES = 8


@dataclass(frozen=True, slots=True)
class Claims:
    """What a printed code says; `name` is cut to 57 bytes of UTF-8 at a character's end."""

    number: str
    name: str
    staff_id: str
    course_code: str
    branch_code: str
    score: int
    pass_percent: int
    issued: date
    valid_until: date
    sitting: str
    provisional: bool


_KINDS: dict[int, type] = {
    1: str, 2: str, 3: str, 4: str, 5: str, 6: int, 7: int, 8: int, 9: int, 10: bytes, 11: bool,
}  # fmt: skip


def claims_of(facts: CertificateFacts) -> Claims:
    """The claims a certificate's code must carry."""
    return Claims(
        number=facts.number,
        name=facts.name.encode()[:NAME_BYTES].decode(errors="ignore"),
        staff_id=facts.staff_id,
        course_code=facts.course_code,
        branch_code=facts.branch_code,
        score=facts.score,
        pass_percent=facts.pass_percent,
        issued=facts.issued,
        valid_until=facts.valid_until,
        sitting=facts.sitting,
        provisional=facts.provisional,
    )


def token(claims: Claims) -> str:
    """The text to print; the same claims give the same text."""
    return PREFIX + base45(_packed(claims))


def read_token(text: str) -> Claims:
    """The claims of a printed text; raises `BadToken` for anything that `token` would not have written."""
    if not text.startswith(PREFIX) or len(text) > TOKEN_MOST:
        raise BadToken
    data = from_base45(text[len(PREFIX) :])
    try:
        told = cbor2.loads(data)
    except (cbor2.CBORDecodeError, ValueError, RecursionError) as broken:
        raise BadToken from broken
    claims = _claims(told)
    if _packed(claims) != data:
        raise BadToken
    return claims


def _packed(claims: Claims) -> bytes:
    return cbor2.dumps(
        {
            1: claims.number,
            2: claims.name,
            3: claims.staff_id,
            4: claims.course_code,
            5: claims.branch_code,
            6: claims.score,
            7: claims.pass_percent,
            8: _day(claims.issued),
            9: _day(claims.valid_until),
            10: bytes.fromhex(claims.sitting),
            11: claims.provisional,
        },
        canonical=True,
    )


def _claims(told: object) -> Claims:
    if not isinstance(told, dict) or set(told) != set(_KINDS):
        raise BadToken
    if any(type(told[key]) is not kind for key, kind in _KINDS.items()) or len(told[10]) != _SITTING_BYTES:
        raise BadToken
    return Claims(
        number=told[1],
        name=told[2],
        staff_id=told[3],
        course_code=told[4],
        branch_code=told[5],
        score=told[6],
        pass_percent=told[7],
        issued=_date(told[8]),
        valid_until=_date(told[9]),
        sitting=told[10].hex(),
        provisional=told[11],
    )


def _day(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _date(day: int) -> date:
    try:
        return date(day // 10_000, day // 100 % 100, day % 100)
    except (ValueError, OverflowError) as broken:
        raise BadToken from broken
