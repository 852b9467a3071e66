"""What the page of held results shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeldRow:
    """The held results of a session and course; `last_wt` is when the last of them was handed in.

    `proposed` says who proposed the release and when, empty where nobody did; `step`: propose, release or wait.
    """

    key: str
    session: str
    course: str
    results: int
    last_wt: int
    proposed: str = ""
    step: str = "release"


@dataclass(frozen=True, slots=True)
class HrHeldState:
    """`chosen` is the key of the row one is at; `told` says what was released last; `read`: it was read once."""

    rows: tuple[HeldRow, ...] = ()
    read: bool = False
    chosen: str = ""
    told: str = ""
    fault: str = ""

    @property
    def here(self) -> HeldRow | None:
        """The row one is at."""
        return next((row for row in self.rows if row.key == self.chosen), None)

    @property
    def results(self) -> int:
        """All that is held."""
        return sum(row.results for row in self.rows)
