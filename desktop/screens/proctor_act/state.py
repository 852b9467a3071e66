"""What the form of an override shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.widgets.values import Fact
from desktop.words.overrides import Act


class Field(StrEnum):
    """The fields, named as the parts of a `Draft`; an act has those that it needs."""

    SESSION = "session"
    STAFF_ID = "staff_id"
    TITLE = "title"
    MINUTES = "minutes"
    CODE = "code"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields."""

    session: str = ""
    staff_id: str = ""
    title: str = ""
    minutes: str = ""
    code: str = field(default="", repr=False)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ProctorActState:
    """`says` is what will happen, `reasons` are ready ones; `turn` grows with every try, then the focus is moved.

    `code_hint` stands below the code; `waiting` is said while it is done beside the window; `blocked` says why it
    cannot be done at all.
    """

    act: Act
    whom: str
    says: str
    fields: tuple[Field, ...]
    facts: tuple[Fact, ...] = ()
    minutes_hint: str = ""
    code_hint: str = ""
    reasons: tuple[str, ...] = ()
    draft: Draft = field(default_factory=Draft)
    faults: Mapping[Field, str] = field(default_factory=dict)
    fault: str = ""
    busy: bool = False
    waiting: str = ""
    blocked: str = ""
    focus: Field | None = None
    turn: int = 0
