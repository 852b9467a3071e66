"""What the page before handing in shows."""

from dataclasses import dataclass

from desktop.widgets.values import Fact, Place
from desktop.words.waiting import Waiting


@dataclass(frozen=True, slots=True)
class HandInState:
    """Places of a running sitting; `seconds_left` None without a limit, `here` where the exam stands.

    `alert` is the warning about the time that holds, in minutes; `time` what became of it, where anything did;
    `waiting` why the sitting waits for the proctor.
    """

    title: str = ""
    answered: int = 0
    unanswered: tuple[Place, ...] = ()
    flagged: tuple[Place, ...] = ()
    places: tuple[Place, ...] = ()
    here: int = 1
    seconds_left: int | None = None
    alert: int | None = None
    clock_hidden: bool = False
    time: tuple[Fact, ...] = ()
    waiting: Waiting | None = None
    open: bool = True
