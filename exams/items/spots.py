"""Questions that are answered by pointing into a picture: how the picture and its regions are spelled in an item.

The option `0` holds the board: a few lines, then the picture. The options `A`, `B` … are regions with a name each, and
the board says where they lie; where there are none, points are set freely and only the key knows the regions.

    size 720 400
    most 1
    A rect 40,60,200,120
    B circle 300,80,40
    picture
    <svg …>

Coordinates are whole units of the picture from its upper left corner; shapes are those of QTI: rect left,top,right,
bottom · circle x,y,radius · ellipse x,y,radius,radius · poly x,y,x,y,….
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import NamedTuple

BOARD = "0"
"""The letter of the option that holds the picture."""

MOST_REGIONS = 20
MOST_POINTS = 20
MOST_SIDE = 4096
PICTURES = ("<svg ", "data:image/png;base64,", "data:image/jpeg;base64,")
"""What a picture begins with: a drawing of our own profile, or one of two kinds of file."""

_MOST_CORNERS = 100
_HEAD = re.compile(r"(size|most|says) (.+)")
_SIZE = re.compile(r"([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})")
_REGION = re.compile(r"([A-T]) (\S.*)")
_SHAPE = re.compile(r"(rect|circle|ellipse|poly) ([0-9]{1,4}(?:,[0-9]{1,4})*)")
_POINT = re.compile(r"([0-9]{1,4}),([0-9]{1,4})")
_COUNTS = {"rect": 4, "circle": 3, "ellipse": 4}
_STEPS = 40
_LEAST_CORNERS = 3

Point = tuple[int, int]


class SpotShape(NamedTuple):
    """A region of a picture; its edge belongs to it."""

    kind: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SpotBoard:
    """A picture and its regions by letter; `most` may be pointed at (0: any number), `says` tells it in words."""

    width: int
    height: int
    picture: str
    shapes: Mapping[str, SpotShape] = field(default_factory=dict)
    most: int = 0
    says: str = ""


def read_board(text: str) -> SpotBoard:
    """The board that an option spells; raises `ValueError` where it spells none."""
    head, mark, picture = text.replace("\r\n", "\n").partition("\npicture\n")
    said: dict[str, str] = {}
    shapes: dict[str, SpotShape] = {}
    for line in head.strip().split("\n"):
        if found := _HEAD.fullmatch(line.strip()):
            said[found[1]] = found[2]
        elif found := _REGION.fullmatch(line.strip()):
            shapes[found[1]] = shape_of(found[2])
        else:
            raise ValueError(line)
    size, most = _SIZE.fullmatch(said.get("size", "")), said.get("most", "0")
    if not mark or size is None or not picture.strip().startswith(PICTURES) or not re.fullmatch("[0-9]{1,2}", most):
        raise ValueError(head)
    board = SpotBoard(int(size[1]), int(size[2]), picture.strip(), shapes, int(most), said.get("says", ""))
    _require(board)
    return board


def board_text(board: SpotBoard) -> str:
    """The option that spells a board."""
    lines = [f"size {board.width} {board.height}"]
    lines += [f"most {board.most}"] * bool(board.most)
    lines += [f"says {' '.join(board.says.split())}"] * bool(board.says.strip())
    lines += [f"{letter} {shape_text(shape)}" for letter, shape in board.shapes.items()]
    return "\n".join([*lines, "picture", board.picture])


def board_of(options: Sequence[tuple[str, str]]) -> SpotBoard | None:
    """The board among the options of one language; None where there is none that can be read."""
    try:
        return next((read_board(text) for letter, text in options if letter == BOARD), None)
    except ValueError:
        return None


def regions(letters: Sequence[str]) -> tuple[str, ...]:
    """The letters that name regions; none where points are set freely."""
    return tuple(letter for letter in letters if letter != BOARD)


def shape_of(text: str) -> SpotShape:
    """A shape such as `rect 40,60,200,120`; raises `ValueError` where it encloses nothing."""
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    shape = SpotShape(found[1], tuple(int(one) for one in found[2].split(",")))
    if not _encloses(shape):
        raise ValueError(text)
    return shape


def shape_text(shape: SpotShape) -> str:
    """A shape in one line."""
    return f"{shape.kind} {','.join(map(str, shape.numbers))}"


def point_of(text: str) -> Point:
    """A point such as `120,80`; raises `ValueError`."""
    found = _POINT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[1]), int(found[2])


def point_text(point: Point) -> str:
    """A point in one word."""
    return f"{point[0]},{point[1]}"


def is_inside(shape: SpotShape, point: Point) -> bool:
    """Whether a point lies in a region or on its edge; whole numbers only, so that every PC says the same."""
    x, y = point
    numbers = shape.numbers
    if shape.kind == "rect":
        return numbers[0] <= x <= numbers[2] and numbers[1] <= y <= numbers[3]
    if shape.kind == "poly":
        return _in_polygon(corners_of(shape), point)
    wide, high = numbers[2], numbers[-1]
    return ((x - numbers[0]) * high) ** 2 + ((y - numbers[1]) * wide) ** 2 <= (wide * high) ** 2


def corners_of(shape: SpotShape) -> tuple[Point, ...]:
    """The corners of a polygon."""
    return tuple(zip(shape.numbers[::2], shape.numbers[1::2], strict=True))


def bounds_of(shape: SpotShape) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a region."""
    numbers = shape.numbers
    if shape.kind == "rect":
        return numbers[0], numbers[1], numbers[2], numbers[3]
    if shape.kind == "poly":
        return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
    wide, high = numbers[2], numbers[-1]
    return numbers[0] - wide, numbers[1] - high, numbers[0] + wide, numbers[1] + high


def a_point_of(shape: SpotShape) -> Point:
    """A point well inside a region: its middle, or the one nearest to it that belongs to it."""
    left, top, right, bottom = bounds_of(shape)
    middle = (left + right) // 2, (top + bottom) // 2
    if is_inside(shape, middle):
        return middle
    inside = (one for one in _grid(left, top, right, bottom) if is_inside(shape, one))
    nearest = min(inside, key=lambda one: (one[0] - middle[0]) ** 2 + (one[1] - middle[1]) ** 2, default=None)
    return nearest or (shape.numbers[0], shape.numbers[1])


def region_at(shapes: Mapping[str, SpotShape], point: Point) -> str:
    """The region a point lies in, of several the one listed last, as it is drawn on top; empty for none."""
    return next((letter for letter, shape in reversed([*shapes.items()]) if is_inside(shape, point)), "")


def areas_hit(areas: Sequence[str], points: Sequence[str]) -> tuple[str, ...]:
    """The areas that points lie in, each once, and a mark for each point in none; raises `ValueError`."""
    shapes = {area: shape_of(area) for area in areas}
    hit: dict[str, None] = {}
    for text in points:
        point = point_of(text)
        found = [area for area, shape in shapes.items() if is_inside(shape, point)]
        hit |= dict.fromkeys(found or [f"beside {text}"])
    return tuple(hit)


def _require(board: SpotBoard) -> None:
    letters = "".join(board.shapes)
    if letters != ascii_uppercase[: len(letters)] or max(board.width, board.height) > MOST_SIDE:
        raise ValueError(letters)
    for shape in board.shapes.values():
        left, top, right, bottom = bounds_of(shape)
        if left < 0 or top < 0 or right > board.width or bottom > board.height:
            raise ValueError(shape_text(shape))


def _encloses(shape: SpotShape) -> bool:
    numbers = shape.numbers
    if shape.kind == "poly":
        corners = corners_of(shape) if len(numbers) % 2 == 0 else ()
        left, top, right, bottom = bounds_of(shape)
        return _LEAST_CORNERS <= len(corners) <= _MOST_CORNERS and left < right and top < bottom
    if len(numbers) != _COUNTS[shape.kind]:
        return False
    if shape.kind == "rect":
        return numbers[0] < numbers[2] and numbers[1] < numbers[3]
    return min(numbers[2:]) > 0


def _in_polygon(corners: Sequence[Point], point: Point) -> bool:
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        side = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
        if side == 0 and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2):
            return True
        if (y1 > y) != (y2 > y) and (side > 0) == (y2 > y1):
            inside = not inside
    return inside


def _grid(left: int, top: int, right: int, bottom: int) -> Iterator[Point]:
    across, down = max(1, (right - left) // _STEPS), max(1, (bottom - top) // _STEPS)
    return ((x, y) for x in range(left, right + 1, across) for y in range(top, bottom + 1, down))
