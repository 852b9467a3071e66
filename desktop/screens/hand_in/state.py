"""What the page before handing in shows."""

from dataclasses import dataclass

from desktop.widgets.values import Place


@dataclass(frozen=True, slots=True)
class HandInState:
    """Places of a running sitting; `seconds_left` None without a limit, `here` where the exam stands."""

    title: str = ""
    answered: int = 0
    unanswered: tuple[Place, ...] = ()
    flagged: tuple[Place, ...] = ()
    places: tuple[Place, ...] = ()
    here: int = 1
    seconds_left: int | None = None
    clock_hidden: bool = False
    open: bool = True
