"""What grading one response gives, and the state that goes with a fraction."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any


class State(StrEnum):
    """How one response fared."""

    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"
    BLANK = "blank"
    MANUAL = "manual"


_WRONG_BELOW = Fraction(1, 1_000_000)
_RIGHT_ABOVE = 1 - _WRONG_BELOW


@dataclass(frozen=True, slots=True)
class Outcome:
    """Part of the mark (negative where options cost marks) and the state; None and `manual` wait for a person."""

    fraction: Fraction | None
    state: State
    parts: tuple[Fraction, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """`{"fraction", "state"}`; the fraction as a JSON number, or null."""
        return {"fraction": None if self.fraction is None else float(self.fraction), "state": self.state.value}


MANUAL = Outcome(None, State.MANUAL)
BLANK = Outcome(Fraction(0), State.BLANK)


def outcome(fraction: Fraction, parts: tuple[Fraction, ...] = ()) -> Outcome:
    """Right above 0.999999, wrong below 0.000001, else partial."""
    state = State.WRONG if fraction < _WRONG_BELOW else State.RIGHT if fraction > _RIGHT_ABOVE else State.PARTIAL
    return Outcome(fraction, state, parts)


def mean(parts: tuple[Fraction, ...]) -> Outcome:
    """Right parts of all parts; wrong where there is no part at all."""
    return outcome(sum(parts, Fraction(0)) / len(parts) if parts else Fraction(0), parts)
