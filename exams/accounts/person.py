"""A person of the branch, as every role sees one."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do here."""

    TRAINEE = "trainee"
    PROCTOR = "proctor"
    HR = "hr"


@dataclass(frozen=True, slots=True)
class Person:
    """Names are stored as given, never normalised; `latin` is the name in Latin letters, may be empty."""

    staff_id: str
    name: str
    latin: str
    branch: str
    team: str
    role: Role
    extra_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch this installation stands in."""

    code: str
    names: dict[str, str]
    bank: dict[str, str]
    demonstration: bool
