"""What the page that sets a new PIN shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from exams import Person


class Field(StrEnum):
    """The two fields, named as the parts of a `Draft`."""

    PIN = "pin"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields; a PIN never shows in a report."""

    pin: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewPinState:
    """`faults` are sentences by field; `turn` grows with every try, then the focus goes to `focus`."""

    person: Person
    draft: Draft = field(default_factory=Draft)
    faults: Mapping[Field, str] = field(default_factory=dict)
    fault: str = ""
    busy: bool = False
    focus: Field = Field.PIN
    turn: int = 0
