"""What the list of past sittings shows."""

from dataclasses import dataclass

from desktop.widgets.values import Face, RowValue

EVERYTHING = "all"


@dataclass(frozen=True, slots=True)
class HistoryState:
    """`kinds` are the choices of the filter, none where there is nothing to choose between."""

    kinds: tuple[str, ...] = ()
    kind: str = EVERYTHING
    rows: tuple[RowValue, ...] = ()
    certificate: str = ""
    face: Face | None = None
