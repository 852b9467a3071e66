"""How the words of a round seal stand along its edge."""

import math
from dataclasses import dataclass

_LARGEST = 13.5
_RIM = 6.0
_SPREAD = math.radians(250)
_STEP_MOST = math.radians(30)
_SNUG = 0.96


@dataclass(frozen=True, slots=True)
class Arc:
    """Size of the characters, how far from the middle their feet stand, and where each stands, from left to right."""

    size: float
    reach: float
    angles: tuple[float, ...]


def seal_arc(count: int, radius: float) -> Arc:
    """Places for that many characters: as large as they go without touching at their feet."""
    step = min(_STEP_MOST, _SPREAD / max(1, count - 1))
    size = min(_LARGEST, _SNUG * step * (radius - _RIM) / (1 + _SNUG * step))
    first = math.pi / 2 + step * (count - 1) / 2
    return Arc(size, radius - _RIM - size, tuple(first - step * place for place in range(count)))
