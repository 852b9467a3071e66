"""The marks of an exam, exact: whole numbers of a common small unit, so that no variance of zero hides in rounding."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Column:
    """What each sitting got for one item, in the order of the sittings; `maximum` in the same unit, above 0."""

    item: str
    maximum: int
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Columns of equal length; `unit` parts make one mark; `blanks` were not answered and count as 0.

    `replaced` rows gave way to a later one of the same sitting: the last step of each attempt counts.
    `answers` and `remarks` are what was chosen and what was written beside, by item, where the table says it.
    """

    sittings: tuple[str, ...]
    columns: tuple[Column, ...]
    unit: int = 1
    blanks: int = 0
    replaced: int = 0
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def totals(self) -> list[int]:
        """The sum of each sitting."""
        return [sum(row) for row in zip(*(column.marks for column in self.columns), strict=True)]
