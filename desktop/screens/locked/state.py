"""What the locked page shows."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LockedState:
    """Whose page it is; `fault` stands below the field, a secret never shows in a report."""

    name: str = ""
    staff_id: str = ""
    secret: str = field(default="", repr=False)
    fault: str = ""
    wait_seconds: int = 0
