"""What the page of all appeals shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AppealRow:
    """One appeal in words."""

    number: int
    staff_id: str
    about: str
    received: str
    outcome: str
    change: str


@dataclass(frozen=True, slots=True)
class HrAppealsState:
    """`open` of them wait; `rule` says until when appeals are taken."""

    rows: tuple[AppealRow, ...] = ()
    open: int = 0
    rule: str = ""
    fault: str = ""
