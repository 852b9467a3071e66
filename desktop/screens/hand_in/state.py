"""What the page before handing in shows."""

from dataclasses import dataclass

from desktop.widgets.values import Place


@dataclass(frozen=True, slots=True)
class HandInState:
    """Counts and places of a running sitting; `seconds_left` None without a limit."""

    title: str = ""
    total: int = 0
    answered: int = 0
    unanswered: tuple[int, ...] = ()
    flagged: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()
    seconds_left: int | None = None
