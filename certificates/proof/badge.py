"""The certificate as an Open Badges 3.0 credential, for programs of others; it goes into the PDF as credential.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from certificates.certificate import CertificateFacts
from certificates.errors import BadCredential, OtherCredential
from certificates.proof.contexts import CREDENTIALS, OPEN_BADGES
from certificates.proof.data_integrity import JCS, RDFC, add_proof, did_key, key_of_did, proof_holds
from certificates.proof.token import NAME_BYTES, Token
from exams import SigningKey

NAME = "credential.json"
MOST = 64 * 1024
_SPACE = "https://branch-academy.invalid/"  # only a name to make names from: nothing is there, nothing is asked


@dataclass(frozen=True, slots=True)
class Said:
    """What a credential says, as far as the printed code says it too."""

    number: str
    name: str
    staff_id: str
    course_code: str
    score: int
    valid_from: date
    valid_until: date


def credential(facts: CertificateFacts, key: SigningKey, when: datetime) -> bytes:
    """The credential with both proofs, as JSON; the same call gives the same bytes."""
    document = _document(facts, did_key(key.public))
    method = f"{document['issuer']['id']}#{document['issuer']['id'].removeprefix('did:key:')}"
    shared = {"type": "DataIntegrityProof", "created": when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    shared |= {"verificationMethod": method, "proofPurpose": "assertionMethod"}
    proofs = [add_proof(document, {**shared, "cryptosuite": suite}, key) for suite in (RDFC, JCS)]
    return json.dumps({**document, "proof": proofs}, ensure_ascii=False, indent=1).encode()


def read_credential(raw: bytes, public: bytes, *, thoroughly: bool = False) -> Said:
    """What a credential says that the holder of this key issued; `thoroughly` checks the rdfc proof too.

    Raises `BadCredential` or `UnknownContext`.
    """
    document = _parsed(raw)
    if key_of_did(str(_at(document, "issuer", "id"))) != public:
        raise BadCredential(reason="issuer")
    proofs = document.get("proof")
    for suite in (JCS, RDFC) if thoroughly else (JCS,):
        made = [one for one in proofs if _is_proof(one, suite)] if isinstance(proofs, list) else []
        if len(made) != 1 or not proof_holds(document, made[0], public):
            raise BadCredential(reason="proof", suite=suite)
    return _said(document)


def check_credential(raw: bytes, token: Token) -> None:
    """Raises `OtherCredential` unless the credential is of the same device and says what the printed code says."""
    try:
        said = read_credential(raw, token.device.sign)
    except BadCredential as bad:
        raise OtherCredential(reason=str(bad.facts.get("reason", ""))) from None
    claims = token.claims
    name = said.name.encode()[:NAME_BYTES].decode(errors="ignore")
    says = (said.number, name, said.staff_id, said.course_code, said.score, said.valid_from, said.valid_until)
    about = claims.number, claims.name, claims.staff_id, claims.course_code
    if says != (*about, claims.score, claims.issued, claims.valid_until):
        raise OtherCredential(reason="facts")


def _document(facts: CertificateFacts, issuer: str) -> dict[str, Any]:
    title = f"{facts.course_titles['zh']} {facts.course_titles['en']}"
    banks, branches = facts.bank_names, facts.branch_names
    return {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": _urn(facts.number),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": title,
        "issuer": {
            "id": issuer,
            "type": ["Profile"],
            "name": f"{banks['zh']} {branches['zh']} {banks['en']} {branches['en']}",
        },
        "validFrom": f"{facts.issued.isoformat()}T00:00:00+08:00",
        "validUntil": f"{facts.valid_until.isoformat()}T23:59:59+08:00",
        "credentialSubject": _subject(facts, title),
    }


def _subject(facts: CertificateFacts, title: str) -> dict[str, Any]:
    score = _urn(f"{facts.course_code}/score")
    return {
        "type": ["AchievementSubject"],
        "licenseNumber": facts.number,
        "identifier": [_identity("name", facts.name), _identity("identifier", facts.staff_id)],
        "achievement": {
            "id": _urn(facts.course_code),
            "type": ["Achievement"],
            "achievementType": "Certificate",
            "humanCode": facts.course_code,
            "name": title,
            "description": title,
            "criteria": {"narrative": f"{facts.minutes} min; >= {facts.pass_percent} %"},
            "resultDescription": [
                {
                    "id": score,
                    "type": ["ResultDescription"],
                    "name": "Score",
                    "resultType": "Percent",
                    "requiredValue": str(facts.pass_percent),
                    "valueMin": "0",
                    "valueMax": "100",
                }
            ],
        },
        "result": [{"type": ["Result"], "resultDescription": score, "value": str(facts.score)}],
    }


def _identity(kind: str, value: str) -> dict[str, object]:
    return {"type": "IdentityObject", "hashed": False, "identityHash": value, "identityType": kind}


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, _SPACE + name)}"


def _parsed(raw: bytes) -> dict[str, Any]:
    if len(raw) > MOST:
        raise BadCredential(reason="size")
    try:
        told = json.loads(raw, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise BadCredential(reason="form") from None
    if not isinstance(told, dict):
        raise BadCredential(reason="form")
    return told


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """No name twice: which of two values counts is up to each reader."""
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError
    return table


def _is_proof(one: object, suite: str) -> bool:
    return isinstance(one, Mapping) and one.get("cryptosuite") == suite and one.get("type") == "DataIntegrityProof"


def _at(place: Any, *way: str | int) -> Any:
    for step in way:
        try:
            place = place[step]
        except (KeyError, IndexError, TypeError):
            raise BadCredential(reason="form") from None
    return place


def _said(document: dict[str, Any]) -> Said:
    subject = _at(document, "credentialSubject")
    try:
        score = int(str(_at(subject, "result", 0, "value")))
        days = [datetime.fromisoformat(str(document.get(name))).date() for name in ("validFrom", "validUntil")]
    except ValueError:
        raise BadCredential(reason="form") from None
    return Said(
        number=str(_at(subject, "licenseNumber")),
        name=str(_at(subject, "identifier", 0, "identityHash")),
        staff_id=str(_at(subject, "identifier", 1, "identityHash")),
        course_code=str(_at(subject, "achievement", "humanCode")),
        score=score,
        valid_from=days[0],
        valid_until=days[1],
    )
