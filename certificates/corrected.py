"""What a certificate that HR issued says, and whether HR's lists lead from one number to it. Pure, but for the PDF."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from certificates.certificate import Certificate, CertificateFacts
from certificates.errors import OtherCredential
from certificates.proof.attached import attached_credential
from certificates.proof.strict import tokens_in
from certificates.proof.token import Claims, parse_token
from certificates.standing.standing import Standing

_MINUTES = re.compile(r"(\d{1,6}) min")


def follows(said: Standing, old: str, new: str) -> bool:
    """True where the list of replaced ones leads from `old`, step by step, to `new`."""
    seen = {old}
    at = said.successor(old)
    while at is not None and at != new and at not in seen:
        seen.add(at)
        at = said.successor(at)
    return at == new


def told_by(pdf: bytes, own: Certificate | None) -> Certificate:
    """The certificate of a PDF that was believed; titles as `own` has them, the branch's certificate of the sitting.

    Without it, or for another course, both languages stand as the credential says them. Raises `OtherCredential`.
    """
    claims = parse_token(tokens_in(pdf)[0]).claims
    try:
        facts = _facts(claims, json.loads(attached_credential(pdf)))
    except (ValueError, LookupError, TypeError):
        raise OtherCredential(reason="form") from None
    if own is not None and own.facts.course_code == facts.course_code:
        like = own.facts
        facts = replace(
            facts,
            course_titles=dict(like.course_titles),
            latin=like.latin if like.name == facts.name else "",
            demonstration=like.demonstration,
        )
    return Certificate(claims.number, sha256(pdf).hexdigest(), claims.issued, claims.valid_until, facts)


def _facts(claims: Claims, credential: Mapping[str, Any]) -> CertificateFacts:
    subject = credential["credentialSubject"]
    achievement = subject["achievement"]
    minutes = _MINUTES.search(str(achievement["criteria"]["narrative"]))
    issuer, title = _once(str(credential["issuer"]["name"])), str(achievement["name"])
    return CertificateFacts(
        number=claims.number,
        name=str(subject["identifier"][0]["identityHash"]),
        latin="",
        staff_id=claims.staff_id,
        course_code=claims.course_code,
        course_titles={"zh": title, "en": title},
        minutes=int(minutes[1]) if minutes else 0,
        score=claims.score,
        pass_percent=claims.pass_percent,
        issued=claims.issued,
        valid_until=claims.valid_until,
        branch_code=claims.branch_code,
        branch_names={"zh": issuer, "en": issuer},
        bank_names={"zh": "", "en": ""},
        sitting=claims.sitting,
        provisional=claims.provisional,
    )


def _once(name: str) -> str:
    """An office that is called the same in both languages is named once."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half] if words[:half] == words[half:] else words)
