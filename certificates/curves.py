"""Parametric curves as cubic Béziers in PDF path operators: few pieces, smooth at any size."""

import math
from collections.abc import Callable

Point = tuple[float, float]
Curve = Callable[[float], Point]
_DELTA = 1e-4


def number(value: float) -> str:
    """A coordinate to a hundredth of a point, without trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def path(curve: Curve, start: float, end: float, pieces: int) -> str:
    """The curve from `start` to `end` as that many Bézier pieces; their handles follow its slope."""
    step = (end - start) / pieces
    x, y = curve(start)
    out = [f"{number(x)} {number(y)} m"]
    for piece in range(pieces):
        here, there = start + piece * step, start + (piece + 1) * step
        out.append(_piece(curve, here, there))
    return "\n".join(out)


def circle(x: float, y: float, radius: float) -> str:
    """A closed circle of four pieces."""
    return path(lambda t: (x + radius * math.cos(t), y + radius * math.sin(t)), 0, math.tau, 4) + "\nh"


def polygon(points: tuple[Point, ...]) -> str:
    """A closed figure with straight sides."""
    pairs = [f"{number(x)} {number(y)}" for x, y in points]
    return f"{pairs[0]} m\n" + "\n".join(f"{pair} l" for pair in pairs[1:]) + "\nh"


def star(x: float, y: float, radius: float) -> str:
    """A five-pointed star standing on two points."""
    inner = radius * math.sin(math.radians(18)) / math.sin(math.radians(54))
    points = []
    for corner in range(10):
        far = inner if corner % 2 else radius
        angle = math.pi / 2 + corner * math.pi / 5
        points.append((x + far * math.cos(angle), y + far * math.sin(angle)))
    return polygon(tuple(points))


def _piece(curve: Curve, here: float, there: float) -> str:
    third = (there - here) / 3
    (x0, y0), (x3, y3) = curve(here), curve(there)
    dx0, dy0 = _slope(curve, here)
    dx3, dy3 = _slope(curve, there)
    handles = (x0 + dx0 * third, y0 + dy0 * third, x3 - dx3 * third, y3 - dy3 * third, x3, y3)
    return " ".join(number(value) for value in handles) + " c"


def _slope(curve: Curve, at: float) -> Point:
    (x0, y0), (x1, y1) = curve(at - _DELTA), curve(at + _DELTA)
    return (x1 - x0) / (2 * _DELTA), (y1 - y0) / (2 * _DELTA)
