"""What the page of spot checks shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A branch in words; `rate` are its warnings for each final."""

    branch: str
    sittings: int
    rate: float
    shown: str
    codes: str


@dataclass(frozen=True, slots=True)
class WarnedRow:
    """A final with its warnings in words."""

    sitting: str
    session: str
    person: str
    course: str
    why: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two sittings of a room; `same` of their common mistakes against what chance gives, in words."""

    session: str
    branch: str
    people: tuple[str, str]
    sittings: tuple[str, str]
    same: str
    expected: str

    @property
    def key(self) -> str:
        """What the row is kept by."""
        return " ".join(self.sittings)


@dataclass(frozen=True, slots=True)
class HrChecksState:
    """`branch` is the one that is open, `codes` its warnings in words, `sittings` the finals that have them.

    `chosen` is the key of the pair one is at. `read`: everything was read once.
    """

    busy: bool = False
    read: bool = False
    branches: tuple[BranchRow, ...] = ()
    pairs: tuple[PairRow, ...] = ()
    branch: str = ""
    codes: tuple[str, ...] = ()
    sittings: tuple[WarnedRow, ...] = ()
    chosen: str = ""
    fault: str = ""

    @property
    def pair(self) -> PairRow | None:
        """The pair one is at."""
        return next((one for one in self.pairs if one.key == self.chosen), None)
