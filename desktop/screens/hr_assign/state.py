"""What the page of assigned courses shows."""

from dataclasses import dataclass, field

PERSON, TEAM, BRANCH, ALL = "person", "team", "branch", "all"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed: `names` as they stand in the field, `due` in ISO form or empty."""

    course: str = ""
    kind: str = PERSON
    names: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Whom one name means today, in words; `fault` says why it cannot be assigned."""

    name: str
    people: int = 0
    passed: int = 0
    assigned: int = 0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """An assignment in words; `due_day` sorts it."""

    number: int
    course: str
    whom: str
    due: str
    due_day: str
    by: str

    @property
    def key(self) -> str:
        """What the row is kept by."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class HrAssignState:
    """`plan` is what the draft would mean, empty until it was looked at; `last` are the numbers assigned last.

    `chosen` is the key of the assignment one is at; `work` says what is under way, `missing` which field is empty.
    """

    draft: Draft = field(default_factory=Draft)
    plan: tuple[PlanRow, ...] = ()
    rows: tuple[AssignmentRow, ...] = ()
    read: bool = False
    chosen: str = ""
    last: tuple[int, ...] = ()
    work: str = ""
    missing: str = ""
    told: str = ""
    fault: str = ""

    @property
    def can_assign(self) -> bool:
        """True where everything that was looked at is possible."""
        return bool(self.plan) and not any(row.fault for row in self.plan) and not self.work
