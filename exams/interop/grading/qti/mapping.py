"""`mapResponse` and `mapResponsePoint`: a score for every value or area that a declaration lists."""

from collections.abc import Iterable
from fractions import Fraction

from lxml import etree

from exams.interop.grading.qti.values import Scalar, scalar
from exams.interop.grading.qti.variables import Variable
from exams.interop.grading.quantity import exact
from exams.interop.xml_tree import local


def map_response(variable: Variable) -> Fraction:
    """0 without a response; every distinct value once, what is not mapped at the default; within the bounds."""
    mapping = _held(variable, "mapping")
    if variable.value is None or mapping is None:
        return Fraction(0)
    entries = [_entry(node, variable.base) for node in mapping if local(node) == "mapEntry"]
    default = exact(mapping.get("defaultValue")) or Fraction(0)
    total = Fraction(0)
    for item in dict.fromkeys(variable.value.items):
        total += next((score for key, cased, score in entries if _equal(item, key, cased=cased)), default)
    return _bounded(total, mapping)


def best_of_map(variable: Variable) -> Fraction:
    """The most that any response can be mapped to."""
    mapping = _held(variable, "mapping")
    if mapping is None:
        return Fraction(0)
    scores = sorted((_entry(node, variable.base)[2] for node in mapping if local(node) == "mapEntry"), reverse=True)
    wanted = scores[:1] if variable.cardinality == "single" else scores
    return _bounded(sum((score for score in wanted if score > 0), Fraction(0)), mapping)


def map_points(variable: Variable) -> Fraction:
    """0 without a response; every area counts once, a point in no area adds the default; within the bounds."""
    mapping = _held(variable, "areaMapping")
    if variable.value is None or mapping is None:
        return Fraction(0)
    areas = [node for node in mapping if local(node) == "areaMapEntry"]
    default = exact(mapping.get("defaultValue")) or Fraction(0)
    hit: set[int] = set()
    total = Fraction(0)
    for point in variable.value.items:
        index = next((at for at, node in enumerate(areas) if is_inside(point, node)), None)
        if index is None:
            total += default
        elif index not in hit:
            hit.add(index)
            total += exact(areas[index].get("mappedValue")) or Fraction(0)
    return _bounded(total, mapping)


def best_of_areas(variable: Variable) -> Fraction:
    """The most that points can earn."""
    mapping = _held(variable, "areaMapping")
    if mapping is None:
        return Fraction(0)
    scores = sorted((exact(node.get("mappedValue")) or Fraction(0) for node in mapping), reverse=True)
    wanted = scores[:1] if variable.cardinality == "single" else scores
    return _bounded(sum((score for score in wanted if score > 0), Fraction(0)), mapping)


def _held(variable: Variable, name: str) -> etree._Element | None:
    if variable.node is None:
        return None
    return next((child for child in variable.node if local(child) == name), None)


def _entry(node: etree._Element, base: str) -> tuple[Scalar | None, bool, Fraction]:
    return scalar(base, node.get("mapKey") or ""), is_cased(node), exact(node.get("mappedValue")) or Fraction(0)


def is_cased(entry: etree._Element) -> bool:
    """Whether case matters in an entry: as it says itself, else as its mapping does, else it does."""
    above = entry.getparent()
    said = entry.get("caseSensitive") or (above.get("caseSensitive") if above is not None else "") or "true"
    return said.strip().lower() not in ("false", "0")


def _equal(item: Scalar, key: Scalar | None, *, cased: bool) -> bool:
    if not cased and isinstance(item, str) and isinstance(key, str):
        return item.casefold() == key.casefold()
    return item == key


def _bounded(score: Fraction, mapping: etree._Element) -> Fraction:
    low, high = exact(mapping.get("lowerBound")), exact(mapping.get("upperBound"))
    score = score if low is None else max(low, score)
    return score if high is None else min(high, score)


def is_inside(point: Scalar, node: etree._Element) -> bool:
    """Whether a point lies in the area of a node's `shape` and `coords`, its edge included."""
    if not (isinstance(point, tuple) and len(point) == 2 and isinstance(point[0], Fraction)):
        return False
    x, y = point[0], Fraction(point[1])
    read = [exact(one.strip().rstrip("%")) for one in (node.get("coords") or "").replace(" ", ",").split(",") if one]
    coords = [one for one in read if one is not None]
    return _covers(node.get("shape") or "default", coords, x, y)


def _covers(shape: str, coords: list[Fraction], x: Fraction, y: Fraction) -> bool:
    match shape, coords:
        case "default", _:
            return True
        case "rect", [left, top, right, bottom]:
            return min(left, right) <= x <= max(left, right) and min(top, bottom) <= y <= max(top, bottom)
        case "circle", [middle, centre, radius, *_]:
            return (x - middle) ** 2 + (y - centre) ** 2 <= radius**2
        case "ellipse", [middle, centre, wide, high] if wide and high:
            return ((x - middle) / wide) ** 2 + ((y - centre) / high) ** 2 <= 1
        case "poly", [_, _, _, _, _, _, *_]:
            return _in_polygon(list(zip(coords[::2], coords[1::2], strict=False)), x, y)
    return False


def _in_polygon(corners: list[tuple[Fraction, Fraction]], x: Fraction, y: Fraction) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in _edges(corners):
        cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
        if cross == 0 and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2):
            return True
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _edges(
    corners: list[tuple[Fraction, Fraction]],
) -> Iterable[tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]]:
    return zip(corners, [*corners[1:], corners[0]], strict=True)
