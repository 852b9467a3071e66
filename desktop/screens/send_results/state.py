"""What the page shows that sends results to HR."""

from dataclasses import dataclass

Symbol = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True)
class SendResultsState:
    """`place` and `count` tell which code is on the screen, 0 of 0 while none is; `done` what was done last."""

    busy: bool = False
    done: str = ""
    fault: str = ""
    place: int = 0
    count: int = 0
    symbol: Symbol = ()
    runs: bool = False
