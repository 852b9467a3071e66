"""The lines of an audit pack: one proof for a certificate, one act of HR; written and read strictly, never trusted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from certificates.errors import BadToken
from certificates.proof.compact import CHINA
from certificates.proof.token import Claims, check_token, parse_token
from exams import AuditAct, CertificateProof, Json, NotStrict, read_json, sitting_id, write_json

PROOFS, ACTS = "proofs.jsonl", "acts.jsonl"
_LINE_MOST = 1024 * 1024
_PROOF = {"number", "branch", "token", "device", "seq", "start"}
_ACT = {"act", "about", "wt", "number"}


@dataclass(frozen=True, slots=True)
class Proved:
    """A certificate that proved itself: `edition` is the SHA-256 of the pack that was sat on, `serial` who signed."""

    claims: Claims
    edition: str
    serial: str


def proof_line(proof: CertificateProof) -> bytes:
    """One line; raises `NotStrict` for a start record that no journal of ours could hold."""
    start = {**cast("Mapping[str, Json]", proof.start)}  # `write_json` refuses what is none
    told: dict[str, Json] = {"number": proof.number, "branch": proof.branch, "token": proof.token}
    return write_json({**told, "device": proof.device, "seq": proof.seq, "start": start}) + b"\n"


def act_lines(acts: Iterable[AuditAct]) -> bytes:
    """All acts, one a line."""
    return b"".join(
        write_json({"act": one.act, "about": one.about, "wt": one.wt, "number": one.number}) + b"\n" for one in acts
    )


def proof_lines(path: Path) -> Iterator[CertificateProof]:
    """One after the other; raises `NotStrict`."""
    for table in _tables(path, _PROOF):
        match table:
            case {"number": str(number), "branch": str(branch), "token": str(token), "device": str(device),
                  "seq": int(seq), "start": dict(start)}:  # fmt: skip
                yield CertificateProof(number, branch, token, device, seq, start)
            case _:
                raise NotStrict(detail=PROOFS)


def acts_in(path: Path) -> Iterator[AuditAct]:
    """The same for acts."""
    for table in _tables(path, _ACT):
        match table:
            case {"act": str(act), "about": str(about), "wt": int(wt), "number": int(number)}:
                yield AuditAct(act, about, wt, number)
            case _:
                raise NotStrict(detail=ACTS)


def day_of(wt: int) -> str:
    """The day in China of a moment in ms, as certificates count days."""
    return datetime.fromtimestamp(wt / 1000, UTC).astimezone(CHINA).date().isoformat()


def prove(proof: CertificateProof, ca_keys: tuple[bytes, ...]) -> Proved:
    """Believe a certificate for what its code and its start record show.

    Raises as `parse_token` and `check_token`; `NotStrict` where the record is another sitting's, person's or branch's.
    """
    token = parse_token(proof.token)
    check_token(token, ca_keys)
    claims, start = token.claims, proof.start
    if (claims.number, claims.branch_code) != (proof.number, proof.branch):
        raise NotStrict(detail="number")
    if sitting_id(proof.device, proof.seq, start) != claims.sitting or start.get("staff") != claims.staff_id:
        raise NotStrict(detail="sitting")
    edition = start.get("content")
    if not isinstance(edition, str):
        raise BadToken
    return Proved(claims, edition, token.device.serial)


def _tables(path: Path, fields: set[str]) -> Iterator[dict[str, Json]]:
    with path.open("rb") as file:
        while line := file.readline(_LINE_MOST):
            table = read_json(line, _LINE_MOST)
            if not isinstance(table, dict) or set(table) != fields:
                raise NotStrict(detail=path.name)
            yield table
