"""The compact device certificate: 150 bytes in which headquarters' `ca` says whose key signs printed codes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from certificates.errors import BadToken, ForeignIssuer
from certificates.proof.cose import read1, read_cbor, sign1, write_cbor
from exams import DeviceRecord, SigningKey

CHINA = timezone(timedelta(hours=8))  # one zone, no summer time, and no zone data needed on Windows

_SERIAL = re.compile(r"D[0-9A-HJKMNP-TV-Z]{8}")
_BRANCH = re.compile(r"[A-Z0-9-]{2,12}")
_KINDS: dict[int, type] = {1: str, 2: str, 3: bytes, 4: int, 5: int}
_KEY_BYTES = 32
_LATEST = 253_402_214_400  # the last day of the year 9999


@dataclass(frozen=True, slots=True)
class Compact:
    """Which device of which branch signs with `sign`, from `not_before` until `not_after` (seconds UTC, excluded)."""

    serial: str
    branch: str
    sign: bytes
    not_before: int
    not_after: int

    def covers(self, day: date) -> bool:
        """True where the device might sign at some moment of this day in China."""
        first, last = (datetime.fromtimestamp(at, UTC).astimezone(CHINA).date() for at in self.term)
        return first <= day <= last

    @property
    def term(self) -> tuple[int, int]:
        """The first and the last second."""
        return self.not_before, self.not_after - 1


def compact_of(record: DeviceRecord, ca: SigningKey) -> bytes:
    """The signed certificate of a device, for as long as its record runs."""
    term = record.not_before_wt // 1000, record.not_after_wt // 1000
    return sign1(_packed(Compact(record.serial, record.branch, record.sign, *term)), ca)


def claimed_compact(raw: bytes) -> Compact:
    """What a certificate says, whoever signed it; raises `BadToken`."""
    payload = read1(raw).payload
    told = read_cbor(payload)
    if not isinstance(told, dict) or set(told) != set(_KINDS):
        raise BadToken
    if any(type(told[key]) is not kind for key, kind in _KINDS.items()):
        raise BadToken
    found = Compact(*(told[key] for key in sorted(_KINDS)))
    if not _is_sound(found) or _packed(found) != payload:
        raise BadToken
    return found


def read_compact(raw: bytes, ca_keys: Iterable[bytes]) -> Compact:
    """The same where one of these keys signed it; raises `ForeignIssuer` where none did."""
    return _believed(raw, tuple(ca_keys))


@lru_cache(maxsize=1024)
def _believed(raw: bytes, ca_keys: tuple[bytes, ...]) -> Compact:
    found, message = claimed_compact(raw), read1(raw)
    if message.unprotected or not any(message.signed_by(public) for public in ca_keys):
        raise ForeignIssuer(serial=found.serial, branch=found.branch)
    return found


def _is_sound(found: Compact) -> bool:
    named = _SERIAL.fullmatch(found.serial) and _BRANCH.fullmatch(found.branch)
    return bool(named) and len(found.sign) == _KEY_BYTES and 0 <= found.not_before < found.not_after < _LATEST


def _packed(found: Compact) -> bytes:
    told = {1: found.serial, 2: found.branch, 3: found.sign, 4: found.not_before, 5: found.not_after}
    return write_cbor(told)
