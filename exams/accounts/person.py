"""A person of the branch, as every role sees one."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a person may do here."""

    TRAINEE = "trainee"
    PROCTOR = "proctor"
    HR = "hr"


class Person(NamedTuple):
    """Names are stored as given, never normalised; `latin` is the name in Latin letters, may be empty."""

    staff_id: str
    name: str
    latin: str
    branch: str
    team: str
    role: Role
    extra_minutes: int = 0


class Branch(NamedTuple):
    """The branch this installation stands in."""

    code: str
    names: dict[str, str]
    bank: dict[str, str]
    demonstration: bool
