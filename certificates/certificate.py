"""What a certificate says, as a frozen value, and how it is kept as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Everything on the page: the same facts give the same bytes. Texts in both languages are keyed `zh`, `en`."""

    number: str
    name: str  # as given, never normalised
    latin: str  # may be empty
    staff_id: str
    course_code: str
    course_titles: Mapping[str, str]
    minutes: int  # of study
    score: int  # whole percent, floored
    pass_percent: int
    issued: date
    valid_until: date  # the last day it is valid
    branch_code: str
    branch_names: Mapping[str, str]
    bank_names: Mapping[str, str]
    sitting: str
    provisional: bool = False
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Certificate:
    """One issued certificate; its PDF is frozen under `sha256`."""

    number: str
    sha256: str
    issued: date
    valid_until: date
    facts: CertificateFacts


def facts_json(facts: CertificateFacts) -> dict[str, object]:
    """The facts as plain JSON values, dates in ISO form."""
    told: dict[str, object] = asdict(facts)
    for key in ("issued", "valid_until"):
        told[key] = getattr(facts, key).isoformat()
    for key in ("course_titles", "branch_names", "bank_names"):
        told[key] = dict(getattr(facts, key))
    return told


def facts_text(facts: CertificateFacts) -> str:
    """The facts as one line of JSON, keys in order."""
    return json.dumps(facts_json(facts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def facts_from(text: str) -> CertificateFacts:
    """Read back what `facts_text` wrote."""
    told = json.loads(text)
    for key in ("issued", "valid_until"):
        told[key] = date.fromisoformat(told[key])
    return CertificateFacts(**told)
