"""A run as HR's key signs it: its terms and the digest of its list, so that what is released is what was proposed."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import Protocol

from exams.errors import AcademyError
from exams.grading.correction import Correction
from exams.register.correcting import correction_text
from exams.register.regrading import Regraded, Rule, Unreadable
from exams.trust.envelope import Purpose, open_envelope, sign_envelope
from exams.trust.keys import SigningKey, key_id
from exams.trust.shapes import base64_text, unbase64
from exams.trust.strict_json import Json


class Signed(Protocol):
    """The part of a run that is signed."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def course(self) -> str: ...  # noqa: D102
    @property
    def correction(self) -> Correction: ...  # noqa: D102
    @property
    def rule(self) -> Rule: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102
    @property
    def base(self) -> int: ...  # noqa: D102
    @property
    def originals(self) -> str: ...  # noqa: D102
    @property
    def waiting(self) -> int: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def proposed_by(self) -> str: ...  # noqa: D102
    @property
    def decided_by(self) -> str: ...  # noqa: D102
    @property
    def proposal(self) -> str: ...  # noqa: D102


def sign_run(run: Signed, rows: Sequence[Regraded], faults: Sequence[Unreadable], key: SigningKey) -> str:
    """The envelope over a run as it stands, in base64."""
    return base64_text(sign_envelope(Purpose.REGRADE, _payload(run, rows, faults), [key]))


def proposed_in(run: Signed, rows: Sequence[Regraded], faults: Sequence[Unreadable], hr_keys: Iterable[bytes]) -> bool:
    """Whether a run's proposal, signed by one of HR's keys, says this very list."""
    try:
        raw = unbase64(run.proposal, "proposal")
        told = open_envelope(raw, Purpose.REGRADE, {key_id(key): key for key in hr_keys})
    except AcademyError:
        return False
    return told == _payload(run, rows, faults)


def _payload(run: Signed, rows: Sequence[Regraded], faults: Sequence[Unreadable]) -> dict[str, Json]:
    return {
        "run": run.number,
        "course": run.course,
        "correction": correction_text(run.correction),
        "outcomes": str(run.rule.outcomes),
        "certificates": str(run.rule.certificates),
        "reason": run.reason,
        "base": run.base,
        "originals": run.originals,
        "waiting": run.waiting,
        "state": str(run.state),
        "proposed_by": run.proposed_by,
        "decided_by": run.decided_by,
        "list": list_digest(rows, faults),
    }


def list_digest(rows: Iterable[Regraded], faults: Iterable[Unreadable]) -> str:
    """SHA-256 (hex) over everything that a run found; what was settled since does not count."""
    told = [sorted([*astuple(one)][:-1] for one in rows), sorted([*astuple(one)] for one in faults)]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
