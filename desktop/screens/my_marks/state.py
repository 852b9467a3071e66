"""What the list of marks shows."""

from dataclasses import dataclass

from desktop.widgets.values import Face, RowValue


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """The marks of one section."""

    key: str
    title: str
    rows: tuple[RowValue, ...]


@dataclass(frozen=True, slots=True)
class MyMarksState:
    """By section in the order of the course; `lost` have no place any more; a `face` where there is nothing."""

    groups: tuple[MarkGroup, ...] = ()
    lost: tuple[RowValue, ...] = ()
    face: Face | None = None
