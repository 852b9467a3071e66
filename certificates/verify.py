"""Is this file, scan or printed code a certificate of ours, and does it still hold?

The register answers, never the words on the page. A PDF is ours only byte for byte; a picture of one is ours
if its code says what the register says.
"""

import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from certificates.certificate import Certificate, facts_json
from certificates.errors import BadToken
from certificates.token import TOKEN_MOST, Claims, claims_of, read_token
from certificates.verdict import Status, Verdict

FILE_MOST = 20 * 1024 * 1024
_NUMBER = re.compile(rb"<dc:identifier>([A-Z0-9-]{8,24})</dc:identifier>")
_TOKEN = re.compile(rb"<dc:source>(BAC0:[0-9A-Z $%*+./:-]{1,990})</dc:source>")


class Register(Protocol):
    """Where issued certificates are looked up."""

    def find(self, number: str) -> Certificate | None:
        """The certificate of a number."""
        ...


class EmptyRegister:
    """The register of a home that has issued nothing."""

    def find(self, number: str) -> Certificate | None:  # noqa: ARG002
        """Nothing."""
        return None


class Verifier:
    """Judges files and printed texts against a register, as of a day."""

    def __init__(self, register: Register, today: date) -> None:
        self._register = register
        self._today = today

    def file(self, path: Path) -> Verdict:
        """Judge a PDF, a PNG or a JPEG; never raises for what the file holds."""
        try:
            with path.open("rb") as file:
                data = file.read(FILE_MOST + 1)
        except OSError as error:
            return Verdict(Status.UNREADABLE, "E_NO_FILE", {"reason": error.strerror or ""})
        if len(data) > FILE_MOST:
            return Verdict(Status.UNREADABLE, "E_TOO_LARGE", {"most_mb": FILE_MOST // 2**20})
        return self._bytes(data)

    def text(self, text: str) -> Verdict:
        """Judge what a code reader gave for a printed code."""
        text = text.strip()
        if len(text) > TOKEN_MOST:
            return Verdict(Status.UNREADABLE, "E_TOKEN")
        return self._code(text)

    def _bytes(self, data: bytes) -> Verdict:
        known = self._known(_numbers(data))
        if known:
            whole = sha256(data).hexdigest() == known.sha256
            return self._standing(known) if whole else _altered(known)
        from certificates.scan import scan

        seen = scan(data)
        if len(seen.texts) > 1:
            return Verdict(Status.UNREADABLE, "E_SEVERAL_CODES", {"codes": len(seen.texts)})
        if not seen.texts:
            return self._without_code(data)
        verdict = self._code(next(iter(seen.texts)))
        if seen.drawn and verdict.status is not Status.UNKNOWN_ISSUER:
            return Verdict(Status.INVALID, "E_ALTERED", verdict.facts)
        return verdict

    def _without_code(self, data: bytes) -> Verdict:
        for token in _tokens(data):
            return self._code(token)
        return Verdict(Status.UNREADABLE, "E_UNREADABLE")

    def _code(self, text: str) -> Verdict:
        try:
            claims = read_token(text)
        except BadToken as bad:
            return Verdict(Status.UNREADABLE, bad.code)
        known = self._register.find(claims.number)
        if known is None:
            return Verdict(Status.UNKNOWN_ISSUER, "E_UNKNOWN_ISSUER", _told(claims))
        if claims_of(known.facts) != claims:
            return Verdict(Status.INVALID, "E_MISMATCH", _told(claims))
        return self._standing(known)

    def _known(self, numbers: Iterable[str]) -> Certificate | None:
        found = (self._register.find(number) for number in numbers)
        return next((certificate for certificate in found if certificate), None)

    def _standing(self, certificate: Certificate) -> Verdict:
        facts = facts_json(certificate.facts)
        if certificate.valid_until < self._today:
            return Verdict(Status.EXPIRED, "E_EXPIRED", facts)
        if certificate.facts.provisional:
            return Verdict(Status.PROVISIONAL, "W_PROVISIONAL", facts)
        return Verdict(Status.VALID, "W_DEMONSTRATION" if certificate.facts.demonstration else None, facts)


def _altered(certificate: Certificate) -> Verdict:
    return Verdict(Status.INVALID, "E_ALTERED", {"number": certificate.number})


def _numbers(data: bytes) -> list[str]:
    """The numbers a file says of itself, without unpacking anything."""
    numbers = [match.decode("ascii") for match in _NUMBER.findall(data)[:4]]
    for token in _tokens(data):
        try:
            numbers.append(read_token(token).number)
        except BadToken:
            continue
    return numbers


def _tokens(data: bytes) -> list[str]:
    return [match.decode("ascii") for match in _TOKEN.findall(data)[:4]]


def _told(claims: Claims) -> dict[str, object]:
    return {
        "number": claims.number,
        "name": claims.name,
        "staff_id": claims.staff_id,
        "course_code": claims.course_code,
        "branch_code": claims.branch_code,
        "score": claims.score,
        "pass_percent": claims.pass_percent,
        "issued": claims.issued.isoformat(),
        "valid_until": claims.valid_until.isoformat(),
        "sitting": claims.sitting,
        "provisional": claims.provisional,
    }
