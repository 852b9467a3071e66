"""Is this file, scan or printed code a certificate of ours, and does it still hold?

Signatures answer, never the words on the page; where this home's register knows the number, it must agree. A PDF is
ours only byte for byte; a picture of one is ours if its code is.
"""

import re
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from certificates.certificate import Certificate, facts_json
from certificates.errors import BadToken, ForeignIssuer, WithdrawnDevice
from certificates.proof.attached import check_attached
from certificates.proof.strict import check_file, tokens_in
from certificates.proof.token import PREFIX, TOKEN_MOST, Claims, Token, check_token, claims_of, parse_token
from certificates.proof.trust import Trust
from certificates.standing.standing import NO_LISTS, Standing
from certificates.verdict import Status, Verdict
from exams import AcademyError, WrongType

FILE_MOST = 20 * 1024 * 1024
_NUMBER = re.compile(rb"<dc:identifier>([A-Z0-9-]{8,24})</dc:identifier>")


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
    """Judges files and printed texts by the keys of a trust, HR's lists and a register, as of a day.

    What HR has not confirmed is provisional, whatever else is right about it.
    """

    def __init__(self, trust: Trust, register: Register, today: date, standing: Standing = NO_LISTS) -> None:
        self._trust = trust
        self._register = register
        self._today = today
        self._said = standing

    @property
    def lists_day(self) -> date | None:
        """Of the oldest of HR's lists; nothing where none came."""
        return self._said.day

    @property
    def lists_days(self) -> int | None:
        """How many days ago that was."""
        return self._said.age(self._today)

    def file(self, path: Path) -> Verdict:
        """Judge a PDF, a PNG or a JPEG; never raises for what the file holds."""
        if path.is_dir():
            return Verdict(Status.UNREADABLE, "E_FOLDER_EMPTY")
        try:
            with path.open("rb") as file:
                data = file.read(FILE_MOST + 1)
        except OSError as error:
            return Verdict(Status.UNREADABLE, "E_NO_FILE", {"reason": error.strerror or ""})
        return self.data(data)

    def data(self, data: bytes) -> Verdict:
        """Judge a file that was read already."""
        if len(data) > FILE_MOST:
            return Verdict(Status.UNREADABLE, "E_TOO_LARGE", {"most_mb": FILE_MOST // 2**20})
        return self._bytes(data)

    def text(self, text: str) -> Verdict:
        """Judge what a code reader gave for a printed code."""
        text = text.strip()
        if len(text) > TOKEN_MOST:
            return Verdict(Status.UNREADABLE, BadToken.code)
        return self._code(text)

    def _bytes(self, data: bytes) -> Verdict:
        if tokens_in(data) or any(self._register.find(number) for number in _numbers(data)):
            return self._pdf(data)
        if data[:1].isspace() or data[:1] == b"{":
            return _other_paper(data)
        from certificates.scan import scan

        seen = scan(data)
        if len(seen.texts) > 1:
            return Verdict(Status.UNREADABLE, "E_SEVERAL_CODES", {"codes": len(seen.texts)})
        if not seen.texts:
            return Verdict(Status.UNREADABLE, "E_UNREADABLE")
        verdict = self._code(next(iter(seen.texts)))
        if seen.drawn and verdict.status is not Status.UNKNOWN_ISSUER:
            return Verdict(Status.INVALID, "E_ALTERED", verdict.facts)
        return verdict

    def _pdf(self, data: bytes) -> Verdict:
        try:
            token = check_file(data, self._trust)
            check_attached(data, token)
        except AcademyError as error:
            return self._refused(error, _first_token(data))
        return self._standing(token.claims, sha256(data).hexdigest())

    def _code(self, text: str) -> Verdict:
        try:
            token = parse_token(text)
        except (BadToken, WrongType) as bad:
            return Verdict(Status.UNREADABLE, bad.code, bad.facts)
        try:
            check_token(token, self._trust.ca_keys)
            if token.device.serial in self._trust.revoked:
                raise WithdrawnDevice(serial=token.device.serial)
        except AcademyError as error:
            return self._refused(error, token)
        return self._standing(token.claims)

    def _refused(self, error: AcademyError, token: Token | None) -> Verdict:
        told = _told(token.claims) if token else {}
        if isinstance(error, ForeignIssuer):
            return Verdict(Status.UNKNOWN_ISSUER, error.code, told)
        return Verdict(Status.INVALID, error.code, {**error.facts, **({"number": told["number"]} if told else {})})

    def _standing(self, claims: Claims, digest: str = "") -> Verdict:
        """Of a certificate that is believed; `digest` is the file's where there is one."""
        known = self._register.find(claims.number)
        if known and claims_of(known.facts) != claims:
            return Verdict(Status.INVALID, "E_MISMATCH", _told(claims))
        if known and digest and digest != known.sha256:
            return Verdict(Status.INVALID, "E_ALTERED", {"number": claims.number})
        told = facts_json(known.facts) if known else _told(claims)
        day = self._said.day
        facts = {**told, "lists": day and day.isoformat(), "lists_days": self._said.age(self._today)}
        return self._by_lists(claims, facts) or self._by_term(claims, facts, known)

    def _by_lists(self, claims: Claims, facts: dict[str, object]) -> Verdict | None:
        """HR's last word, if it took the certificate back."""
        if self._said.revoked.names(claims.number):
            return Verdict(Status.REVOKED, "E_REVOKED_CERTIFICATE", facts)
        successor = self._said.successor(claims.number)
        if successor is not None:
            return Verdict(Status.SUPERSEDED, "E_SUPERSEDED", {**facts, "successor": successor})
        return None

    def _by_term(self, claims: Claims, facts: dict[str, object], known: Certificate | None) -> Verdict:
        if claims.valid_until < self._today:
            return Verdict(Status.EXPIRED, "E_EXPIRED", facts)
        if not self._said.confirmed.names(claims.number):
            return Verdict(Status.PROVISIONAL, "W_PROVISIONAL", facts)
        if known and known.facts.demonstration:
            return Verdict(Status.VALID, "W_DEMONSTRATION", facts)
        return Verdict(Status.VALID, "W_STALE_LIST" if self._said.is_stale(self._today) else None, facts)


def _first_token(data: bytes) -> Token | None:
    for text in tokens_in(data):
        try:
            return parse_token(text)
        except (BadToken, WrongType):
            continue
    return None


def _other_paper(data: bytes) -> Verdict:
    """A signed file of another kind, such as a checkpoint, is told what it is."""
    if b'"payloadType"' in data[:4096]:
        return Verdict(Status.UNREADABLE, WrongType.code, {"expected": PREFIX, "found": "payloadType"})
    return Verdict(Status.UNREADABLE, "E_UNREADABLE")


def _numbers(data: bytes) -> list[str]:
    """The numbers a file says of itself, without unpacking anything."""
    return [match.decode("ascii") for match in _NUMBER.findall(data)[:4]]


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
