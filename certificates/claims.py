"""Certificates on their way to HR: the codes that a branch hands in, and what one of them claims."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from certificates.errors import BadToken
from certificates.proof.strict import tokens_in
from certificates.proof.token import parse_token
from certificates.proof.trust import Trust, trust_of
from certificates.store import certificate_rows as rows
from certificates.store.database import has_register, open_register
from certificates.verdict import Status
from certificates.verify import EmptyRegister, Verifier
from exams import BadSignature, CertificateRow, Claim, DeviceRecord, PaperTold


def tokens_of(home: Path) -> dict[str, bytes]:
    """What the code of each certificate of this home says, by sitting; nothing where none was issued."""
    if not has_register(home):
        return {}
    with open_register(home) as db:
        return {
            one.facts.sitting: code.encode()
            for one in rows.all_certificates(db)
            for code in tokens_in(rows.load_pdf(db, one.number) or b"")
        }


def read_claim(raw: bytes, record: DeviceRecord) -> Claim:
    """What a code claims that this device signed, for `HrTrust.claims`.

    Raises `BadToken`, also for one of another branch or device, or `BadSignature`.
    """
    try:
        token = parse_token(raw.decode("ascii"))
    except UnicodeDecodeError:
        raise BadToken from None
    claims = token.claims
    if claims.branch_code != record.branch or token.device.sign != record.sign:
        raise BadToken
    if not token.message.signed_by(record.sign):
        raise BadSignature(good=0, needed=1)
    issued, until = claims.issued.isoformat(), claims.valid_until.isoformat()
    return Claim(claims.number, claims.sitting, claims.staff_id, claims.score, issued, until)


_BELIEVED = frozenset((Status.VALID, Status.PROVISIONAL, Status.EXPIRED, Status.REVOKED, Status.SUPERSEDED))
"""What these say of a certificate is HR's own word or the calendar's: it is genuine."""


@dataclass(frozen=True, slots=True)
class LoosePapers:
    """Reads certificates that were handed in by themselves; only a PDF, signed as it was issued, is read."""

    trust: Trust
    today: date

    def __call__(self, raw: bytes) -> PaperTold:
        """What the file says where its signatures hold, else the code of what is wrong."""
        verdict = Verifier(self.trust, EmptyRegister(), self.today).data(raw)
        if verdict.status not in _BELIEVED:
            number = verdict.facts.get("number")
            return PaperTold(None, verdict.code or "E_UNREADABLE", {"number": str(number)} if number else {})
        told = {name: str(fact) for name, fact in verdict.facts.items()}
        return PaperTold(
            CertificateRow(
                number=told["number"],
                sitting=told["sitting"],
                staff_id=told["staff_id"],
                branch=told["branch_code"],
                course=told["course_code"],
                percent=int(told["score"]),
                issued_day=told["issued"],
                until_day=told["valid_until"],
            )
        )


def loose_papers(home: Path, today: date) -> LoosePapers:
    """By what a home believes; raises `TrustSpoilt`."""
    return LoosePapers(trust_of(home), today)
