"""What the matrix shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

PAGE = 50
"""Branches on a page."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A branch with a course; `valid_percent` is None where nobody has to do with it."""

    text: str
    valid_percent: int | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A branch and its cells by course."""

    branch: str
    cells: Mapping[str, HeatCell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with a course, in words; `percent` is empty where there is no result."""

    key: str
    staff_id: str
    name: str
    team: str
    course: str
    state: str
    percent: str
    until: str


Tiles: TypeAlias = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class HrMatrixState:
    """`offset` is the number of branches before this page; `tiles` count states over all branches.

    `branch` is the one whose people are shown; `more` says that there are more of them than these.
    """

    courses: tuple[str, ...] = ()
    rows: tuple[BranchRow, ...] = ()
    branches: int = 0
    offset: int = 0
    tiles: Tiles = ()
    branch: str = ""
    people: tuple[PersonRow, ...] = ()
    more: bool = False
    filter: str = ""
    fault: str = ""

    @property
    def has_before(self) -> bool:
        """True where there is an earlier page."""
        return self.offset > 0

    @property
    def has_after(self) -> bool:
        """True where there is a later page."""
        return self.offset + len(self.rows) < self.branches
