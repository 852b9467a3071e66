"""What the page of answers to mark shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkingRow:
    """One answer in words; nothing says whose it is or what anybody has given."""

    sitting: str
    position: int
    item: str
    cause: str
    points: str
    turn: str
    mine: bool

    @property
    def key(self) -> str:
        """One for each answer."""
        return f"{self.sitting}/{self.position}"


@dataclass(frozen=True, slots=True)
class HrMarkingState:
    """`locked`: looking for new answers wants the passphrase first; `mine` of the rows wait for this person."""

    rows: tuple[MarkingRow, ...] = ()
    mine: int = 0
    agreement: str = ""
    locked: bool = False
    busy: bool = False
    found: str = ""
    fault: str = ""
