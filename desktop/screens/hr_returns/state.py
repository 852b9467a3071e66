"""What the page of things for branches shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DueRow:
    """A certificate to issue, in words."""

    sitting: str
    branch: str
    staff_id: str
    name: str
    course: str
    percent: str
    instead: str


@dataclass(frozen=True, slots=True)
class HrReturnsState:
    """`due` are those shown of `count`; `refused` says of each that could not be issued why.

    `issuing` and `writing` are what is under way, `done` of `total` certificates; `told` is what was done last.
    """

    due: tuple[DueRow, ...] = ()
    count: int = 0
    read: bool = False
    issuing: bool = False
    writing: bool = False
    stopping: bool = False
    done: int = 0
    total: int = 0
    refused: tuple[str, ...] = ()
    needs_secret: bool = False
    told: str = ""
    fault: str = ""

    @property
    def busy(self) -> bool:
        """Something is under way."""
        return self.issuing or self.writing
