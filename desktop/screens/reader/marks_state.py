"""What the reader shows of a person's marks."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.widgets.values import RowValue


@dataclass(frozen=True, slots=True)
class MarksState:
    """By block the characters to paint, and the marks of the section as rows; `lost` have no place any more."""

    spans: Mapping[int, tuple[tuple[int, int], ...]]
    rows: tuple[RowValue, ...] = ()
    lost: tuple[RowValue, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """One mark, opened: its kind, the words it is made at, its note, and whether there is a place to go to."""

    id: str
    title: str
    quote: str
    note: str
    has_place: bool
