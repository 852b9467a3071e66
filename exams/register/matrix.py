"""The matrix: who stands where, branch by branch and course by course, and one person's whole story."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exams.register.issuing import IssuedCertificate
from exams.register.outcome import CertificateRow, SittingRow
from exams.register.people import Change, StaffRow
from exams.register.validity import State


@dataclass(frozen=True, slots=True)
class Cell:
    """A branch with a course: people by state, and what may be said of them."""

    branch: str
    course: str
    counts: Mapping[State, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """Everybody who has to do with the course here."""
        return sum(self.counts.values())

    @property
    def valid(self) -> int:
        """Whose pass counts today."""
        return self.counts.get(State.VALID, 0)

    @property
    def sat(self) -> int:
        """Who has a result: passed once, or failed."""
        states = (State.VALID, State.EXPIRED, State.REVOKED, State.FAILED)
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def pass_percent(self) -> int | None:
        """Of those with a result, in whole percent, floored; None where nobody has one."""
        return (self.sat - self.counts.get(State.FAILED, 0)) * 100 // self.sat if self.sat else None

    @property
    def valid_percent(self) -> int | None:
        """Of everybody, in whole percent, floored."""
        return self.valid * 100 // self.people if self.people else None


@dataclass(frozen=True, slots=True)
class Matrix:
    """One page of branches; `branches` counts all of them, `total` has one cell a course over every branch."""

    day: str
    courses: tuple[str, ...]
    rows: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    total: tuple[Cell, ...]
    branches: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """A branch: how many must pass a course, counted once for each, and for how many of these anything came."""

    branch: str
    expected: int
    received: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A person with a course on a day; `percent` -1 where there is no result."""

    staff_id: str
    name: str
    branch: str
    team: str
    course: str
    state: State
    percent: int = -1
    certificate: str = ""
    until_day: str = ""
    due_day: str = ""


@dataclass(frozen=True, slots=True)
class PersonStory:
    """Everything that the register has of a person; `person` is None for whoever is on no staff list.

    `issued` are HR's own among the certificates, oldest first; `day` is the one that it is told for.
    `counted`: by sitting, percent and passed as they count now, where that is no longer what was collected.
    """

    staff_id: str
    person: StaffRow | None
    standings: tuple[Standing, ...]
    sittings: tuple[SittingRow, ...]
    certificates: tuple[CertificateRow, ...]
    changes: tuple[tuple[int, str, Change], ...] = ()
    counted: Mapping[str, tuple[int, bool]] = field(default_factory=dict)
    issued: tuple[IssuedCertificate, ...] = ()
    day: str = ""
