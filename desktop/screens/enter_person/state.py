"""What the page that enters a person shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Field(StrEnum):
    """The fields, named as the parts of a `Draft`."""

    STAFF_ID = "staff_id"
    NAME = "name"
    LATIN = "latin"
    TEAM = "team"
    ROLE = "role"
    MINUTES = "minutes"
    PIN = "pin"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields, letter by letter; a PIN never shows in a report."""

    staff_id: str = ""
    name: str = ""
    latin: str = ""
    team: str = ""
    role: str = "trainee"
    minutes: str = ""
    pin: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EnterPersonState:
    """`faults` are sentences by field; `turn` grows with every try, then the focus goes to `focus`."""

    draft: Draft = field(default_factory=Draft)
    faults: Mapping[Field, str] = field(default_factory=dict)
    fault: str = ""
    entered: str = ""
    busy: bool = False
    focus: Field = Field.STAFF_ID
    turn: int = 0
