"""How the words of a round seal stand along its edge."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_LARGEST = 13.5
_RIM = 6.0
_SPREAD = math.radians(250)
_STEP_MOST = math.radians(30)
_SNUG = 0.96
_INNER = 7.5
_INNER_CHORD = 1.2  # width of the words inside, in the reach of those round the edge
LEAST = 4.0  # nobody reads smaller characters off paper


@dataclass(frozen=True, slots=True)
class Arc:
    """Size of the characters, how far from the middle their feet stand, and where each stands, from left to right."""

    size: float
    reach: float
    angles: tuple[float, ...]


def seal_arc(widths: Sequence[float], radius: float) -> Arc:
    """Places for characters of these widths (in size): as large as they go without touching at their feet.

    The room that is left is shared out evenly between them.
    """
    count = len(widths)
    ends = (widths[0] + widths[-1]) / 2 if count else 0.0
    most = min(_SPREAD, _STEP_MOST * (count - 1)) if count > 1 else _STEP_MOST
    snug = _SNUG * most / max(1.0, sum(widths) - ends)  # the angle that one size of width may take
    size = min(_LARGEST, snug * (radius - _RIM) / (1 + snug))
    reach = radius - _RIM - size
    taken = size / reach
    spare = (most - taken * (sum(widths) - ends)) / max(1, count - 1)
    angles, angle = [], math.pi / 2 + (most if count > 1 else 0.0) / 2
    for place, width in enumerate(widths):
        if place:
            angle -= taken * (widths[place - 1] + width) / 2 + spare
        angles.append(angle)
    return Arc(size, reach, tuple(angles))


def inner_size(width: float, arc: Arc) -> float:
    """The size of the words inside the seal, whose width is given in size: they keep clear of those round the edge."""
    return min(_INNER, _INNER_CHORD * arc.reach / width)
