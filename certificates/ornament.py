"""The engraved ornament: guilloche band, corner rosettes and the pale rosette behind the name, as PDF operators.

One period of the band and one corner are drawn once and stamped round the page, so the file stays small.
"""

import math
from functools import cache, partial

from certificates.boxes import PAGE_HEIGHT, PAGE_WIDTH
from certificates.curves import Point, circle, number, path, polygon
from certificates.palette import COLOURS

EDGE = 23.5  # page edge to the outer rule
BAND = 26.0  # height of the guilloche band
CORNER = 24.5  # radius of the corner medallion
_PERIOD = 27.0


def stroke(colour: str, width: float) -> str:
    """Operators that set the pen."""
    red, green, blue = COLOURS[colour]
    return f"{red:g} {green:g} {blue:g} RG {width:g} w"


def fill(colour: str) -> str:
    """Operators that set the filling."""
    red, green, blue = COLOURS[colour]
    return f"{red:g} {green:g} {blue:g} rg"


@cache
def band_tile() -> str:
    """One period of the band, centred on height 0, from x 0 to the period: two plaited ribbons of fine lines."""
    parts = []
    for colour, width, turn in (("blue_line", 0.22, 0.25), ("gold_line", 0.3, 0.0)):
        parts.append(stroke(colour, width))
        for strand in range(6):
            height = (BAND / 2 - 1.6) * (1 - 0.155 * strand)
            parts += [path(partial(_wave, height=height * side, turn=turn), 0, _PERIOD, 8) + "\nS" for side in (1, -1)]
    return "\n".join(parts)


@cache
def corner() -> str:
    """The corner medallion about its own middle: rings round a rosette of crossing petals, a lozenge at its heart."""
    parts = [
        fill("white") + "\n" + circle(0, 0, CORNER) + " f",
        stroke("ink", 1.6) + "\n" + circle(0, 0, CORNER - 0.8) + " S",
        stroke("gold_line", 0.5) + "\n" + circle(0, 0, CORNER - 2.8) + " S",
    ]
    reach = CORNER - 3.6
    for colour, width, near, deep, petals in (
        ("blue_line", 0.22, 0.82, 0.18, 12),
        ("gold_line", 0.3, 0.60, 0.24, 12),
        ("ink", 0.22, 0.40, 0.14, 12),
    ):
        parts.append(stroke(colour, width))
        for turn in range(6):
            rose = partial(_rose, reach=reach, near=near, deep=deep, petals=petals, turn=turn / 6)
            parts.append(path(rose, 0, math.tau, petals * 4) + "\nh S")
    heart = circle(0, 0, 5.4)
    parts += [fill("white"), heart + " f", stroke("gold_line", 0.5), heart + " S"]
    parts += [fill("ink"), polygon(((0, 4.2), (4.2, 0), (0, -4.2), (-4.2, 0))) + " f"]
    parts += [fill("gold_line"), circle(0, 0, 1.2) + " f"]
    return "\n".join(parts)


@cache
def medallion() -> str:
    """The pale rosette behind the name: wide ovals of crossing petals that leave the middle quiet."""
    parts = []
    for colour, near, deep, petals, turns in (
        ("blue_pale", 0.80, 0.20, 24, 6),
        ("gold_pale", 0.58, 0.30, 16, 8),
        ("blue_pale", 0.34, 0.10, 24, 4),
    ):
        parts.append(stroke(colour, 0.45))
        for turn in range(turns):
            rose = partial(_oval, near=near, deep=deep, petals=petals, turn=turn / turns)
            parts.append(path(rose, 0, math.tau, petals * 4) + "\nh S")
    return "\n".join(parts)


@cache
def frame() -> str:
    """Everything that is the same on each page, drawn with the tile `/Band` and the corner `/Corner`."""
    inner = EDGE + BAND + 5
    parts = [stroke("ink", 2.0), _rectangle(EDGE), stroke("gold_line", 0.5), _rectangle(EDGE + 2.6)]
    middle = EDGE + 3.4 + BAND / 2
    start = middle + CORNER - 9
    parts += [*_run(start, PAGE_WIDTH, middle), *_run(start, PAGE_WIDTH, PAGE_HEIGHT - middle)]
    parts += [
        *_run(start, PAGE_HEIGHT, middle, turned=True),
        *_run(start, PAGE_HEIGHT, PAGE_WIDTH - middle, turned=True),
    ]
    parts += [stroke("gold_line", 0.5), _rectangle(inner), stroke("ink", 0.8), _rectangle(inner + 2.2)]
    for x in (middle, PAGE_WIDTH - middle):
        parts += [f"q 1 0 0 1 {number(x)} {number(y)} cm /Corner Do Q" for y in (middle, PAGE_HEIGHT - middle)]
    return "\n".join(parts)


def _wave(x: float, height: float, turn: float) -> Point:
    return x, height * math.sin(math.tau * (x / _PERIOD + turn))


def _rose(angle: float, reach: float, near: float, deep: float, petals: int, turn: float) -> Point:
    far = reach * (near + deep * math.sin(petals * angle + math.tau * turn))
    return far * math.cos(angle), far * math.sin(angle)


def _oval(angle: float, near: float, deep: float, petals: int, turn: float) -> Point:
    x, y = _rose(angle, 1.0, near, deep, petals, turn)
    return 300 * x, 118 * y


def _rectangle(inset: float) -> str:
    wide, high = PAGE_WIDTH - 2 * inset, PAGE_HEIGHT - 2 * inset
    return f"{number(inset)} {number(inset)} {number(wide)} {number(high)} re S"


def _run(start: float, length: float, across: float, *, turned: bool = False) -> list[str]:
    """The band along one side: whole periods, stretched a little so that they meet the corners."""
    run = length - 2 * start
    count = round(run / _PERIOD)
    step = run / count
    stretch = f"{step / _PERIOD:.5f}"
    if turned:
        return [f"q 0 {stretch} -1 0 {number(across)} {number(start + n * step)} cm /Band Do Q" for n in range(count)]
    return [f"q {stretch} 0 0 1 {number(start + n * step)} {number(across)} cm /Band Do Q" for n in range(count)]
