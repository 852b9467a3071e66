"""What the notebook of mistakes shows."""

from dataclasses import dataclass

from desktop.widgets.check_value import CheckState
from desktop.widgets.values import Face, RowValue


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a round: which of how many, what it asks for, and where that is written."""

    progress: str
    aim: str
    check: CheckState
    section: str
    told: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class MistakesState:
    """The list, or, where something is `asked`, a round; a `face` in place of a list that is empty or unreadable."""

    summary: str = ""
    hint: str = ""
    due: int = 0
    rows: tuple[RowValue, ...] = ()
    known: tuple[RowValue, ...] = ()
    asked: Asked | None = None
    face: Face | None = None
