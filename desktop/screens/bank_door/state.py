"""What the door of a headquarters shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BankDoorState:
    """`busy` while the key file is opened, which takes a few seconds."""

    who: str = ""
    busy: bool = False
    fault: str = ""

    @property
    def can_enter(self) -> bool:
        """True where a name stands there and nothing is under way."""
        return bool(self.who.strip()) and not self.busy
