"""What the form of a new appeal shows."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields; `position` empty means the whole result, `received` empty today."""

    staff_id: str = ""
    sitting: str = ""
    position: str = ""
    received: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HrAppealEntryState:
    """`turn` grows with every try, then the focus goes to the first field."""

    draft: Draft = field(default_factory=Draft)
    fault: str = ""
    turn: int = 0
