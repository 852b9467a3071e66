"""What a guess earns on average, as Moodle counts it, 0 to 1."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """How an item asks: a type of question as `bank read` names it, and what a guess depends on.

    `fractions` of all options of a single choice; `choices` to match from; `wildcard`: the fraction of the answer `*`.
    """

    type: str
    fractions: Sequence[float] = ()
    choices: int = 0
    wildcard: float = 0.0


def random_guess_score(asked: Asked) -> float | None:
    """None for types without one, such as multiple choice, and where the options are not told."""
    match asked.type:
        case "single" if asked.fractions:
            return sum(asked.fractions) / len(asked.fractions)
        case "truefalse":
            return 0.5
        case "matching" if asked.choices:
            return 1 / asked.choices
        case "shortanswer" | "numerical":
            return asked.wildcard
    return None
