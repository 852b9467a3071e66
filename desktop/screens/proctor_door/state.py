"""What the proctor's door in an exam shows."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ProctorDoorState:
    """Whose exam waits behind it; `fault` stands below the passphrase, a secret never shows in a report."""

    whose: str = ""
    staff_id: str = ""
    secret: str = field(default="", repr=False)
    fault: str = ""
    wait_seconds: int = 0
