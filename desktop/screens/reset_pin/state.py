"""What the page for a lost PIN shows."""

from dataclasses import dataclass, field
from enum import StrEnum


class Field(StrEnum):
    """The fields, named as the parts of a `Draft`."""

    STAFF_ID = "staff_id"
    CODE = "code"
    PIN = "pin"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields; a secret never shows in a report."""

    staff_id: str = ""
    code: str = field(default="", repr=False)
    pin: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ResetPinState:
    """`question` is read out; empty before one was asked. `fault` stands over the fields."""

    draft: Draft = field(default_factory=Draft)
    question: str = ""
    fault: str = ""
