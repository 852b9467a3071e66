"""What an act is called, what it does, what was done, and the reasons given most often."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActWords:
    """Marked texts; `done` may name the person."""

    title: str
    does: str
    done: str
    reasons: tuple[str, ...] = ()
