"""The text in the QR: `BAC1:` and base45 over CBOR claims that the device signed (COSE_Sign1, Ed25519).

With them goes the device's compact certificate, so that headquarters' root is all that a verifier has to know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from certificates.base45 import base45, from_base45
from certificates.certificate import CertificateFacts
from certificates.errors import BadToken, KeyNotInForce, WrongBranch
from certificates.proof.compact import Compact, claimed_compact, read_compact
from certificates.proof.cose import Signed1, read1, read_cbor, sign1, write_cbor
from exams import BadSignature, OwnDevice, WrongType

PREFIX = "BAC1:"
TOKEN_MOST = 600
"""Characters: what a QR symbol of version 15 holds at error correction M."""

NAME_BYTES = 57
COMPACT_HEADER = -70_001
_EPOCH = date(1970, 1, 1)
_SITTING_BYTES = 8
_CAPS = {1: 24, 2: NAME_BYTES, 3: 16, 4: 16, 5: 12}
_PERCENT = range(101)


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


@dataclass(frozen=True, slots=True)
class Token:
    """A code taken apart: `claims` are what it says, `device` who says so, neither believed yet."""

    claims: Claims
    device: Compact
    compact: bytes
    message: Signed1


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


def token(claims: Claims, device: OwnDevice) -> str:
    """The text to print; the same claims give the same text.

    Raises `BadToken` for a claim over its cap, `WrongBranch` for a branch that is not the device's.
    """
    if claims.branch_code != device.record.branch:
        raise WrongBranch(branch=claims.branch_code, device=device.record.branch)
    packed = _packed(claims)
    _claims(packed)
    signed = sign1(packed, device.keys.sign, {COMPACT_HEADER: device.record.compact})
    return PREFIX + base45(signed)


def parse_token(text: str) -> Token:
    """A code taken apart; raises `BadToken` for what `token` would not write, `WrongType` for our other texts."""
    if not text.startswith(PREFIX) or len(text) > TOKEN_MOST:
        _require_no_other(text)
        raise BadToken
    message = read1(from_base45(text[len(PREFIX) :]))
    match dict(message.unprotected):
        case {-70_001: bytes(compact), **others} if not others:
            return Token(_claims(message.payload), claimed_compact(compact), compact, message)
    raise BadToken


def check_token(token: Token, ca_keys: Iterable[bytes]) -> None:
    """Believe a code on these keys of headquarters' `ca`.

    Raises `ForeignIssuer` where none of them vouches for the device, `BadSignature` where the device did not sign the
    claims, `WrongBranch`, or `KeyNotInForce` where it might not sign on the day of issue.
    """
    device = read_compact(token.compact, ca_keys)
    if not token.message.signed_by(device.sign):
        raise BadSignature(good=0, needed=1)
    if device.branch != token.claims.branch_code:
        raise WrongBranch(branch=token.claims.branch_code, device=device.branch)
    if not device.covers(token.claims.issued):
        raise KeyNotInForce(serial=device.serial, issued=token.claims.issued.isoformat())


def read_token(text: str, ca_keys: Iterable[bytes]) -> Claims:
    """The claims of a code that is believed; raises as `parse_token` and `check_token`."""
    found = parse_token(text)
    check_token(found, ca_keys)
    return found.claims


def _require_no_other(text: str) -> None:
    """Another paper of ours is told from rubbish: who holds a checkpoint's code up is told what it is."""
    if text[:2] == "BA" and text[3:5] == "1:" and text[:5] != PREFIX:
        raise WrongType(expected=PREFIX, found=text[:5])


def _packed(claims: Claims) -> bytes:
    return write_cbor(
        {
            1: claims.number,
            2: claims.name,
            3: claims.staff_id,
            4: claims.course_code,
            5: claims.branch_code,
            6: claims.score,
            7: claims.pass_percent,
            8: (claims.issued - _EPOCH).days,
            9: (claims.valid_until - _EPOCH).days,
            10: bytes.fromhex(claims.sitting),
            11: claims.provisional,
        }
    )


def _claims(payload: bytes) -> Claims:
    told = read_cbor(payload)
    if not isinstance(told, dict) or set(told) != set(_KINDS):
        raise BadToken
    if any(type(told[key]) is not kind for key, kind in _KINDS.items()) or not _fits(told):
        raise BadToken
    claims = Claims(
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
    if _packed(claims) != payload:
        raise BadToken
    return claims


def _fits(told: dict[int, Any]) -> bool:
    """Within the byte caps of the claims."""
    short = all(0 < len(told[key].encode("utf-8", "surrogatepass")) <= most for key, most in _CAPS.items())
    return short and len(told[10]) == _SITTING_BYTES and told[6] in _PERCENT and told[7] in _PERCENT


def _date(day: int) -> date:
    try:
        return _EPOCH + timedelta(days=day)
    except OverflowError as broken:
        raise BadToken from broken
