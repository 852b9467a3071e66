"""What the page of branches' files shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CollectLine:
    """One file that was not taken in: its name, its branch where it is known, and why."""

    name: str
    branch: str
    why: str


@dataclass(frozen=True, slots=True)
class HrCollectState:
    """Counts of the run under way or the last one; `paused` where it was stopped and can go on.

    `needs_secret`: nobody has typed the passphrase yet, and without it no bundle opens.
    """

    busy: bool = False
    stopping: bool = False
    paused: bool = False
    at_work: str = ""
    accepted: int = 0
    duplicate: int = 0
    refused: int = 0
    lines: tuple[CollectLine, ...] = ()
    ran: bool = False
    needs_secret: bool = False
    fault: str = ""

    @property
    def done(self) -> int:
        """Files that are done."""
        return self.accepted + self.duplicate + self.refused
