"""Certificates on their way to HR: the codes that a branch hands in, and what one of them claims."""

from pathlib import Path

from certificates.errors import BadToken
from certificates.proof.strict import tokens_in
from certificates.proof.token import parse_token
from certificates.store import certificate_rows as rows
from certificates.store.database import has_register, open_register
from exams import BadSignature, Claim, DeviceRecord


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
