"""What verifying a certificate gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """The standing of a certificate; the same words on screen, in JSON and at HR."""

    VALID = "valid"
    PROVISIONAL = "provisional"
    EXPIRED = "expired"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    INVALID = "invalid"
    UNKNOWN_ISSUER = "unknown_issuer"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, the code that explains it (None where nothing needs explaining), and the certificate's facts."""

    status: Status
    code: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
