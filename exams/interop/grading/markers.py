"""Markers that are put on a picture, as Moodle's ddmarker counts them: hits of all regions, or of all that was put."""

from fractions import Fraction
from typing import Any, NamedTuple

from lxml import etree

from exams.interop.grading.errors import BadCase
from exams.interop.grading.outcome import BLANK, Outcome, outcome
from exams.interop.grading.qti.mapping import is_inside
from exams.interop.grading.quantity import exact

Point = tuple[Fraction, ...]


class _Put(NamedTuple):
    marker: str
    point: Point


def grade_markers(pairs: object, response: object) -> Outcome:
    """`pairs` of a marker and its region (`circle 50,40;20`), the response pairs of a marker and a point (`52,41`).

    Every region takes one marker, every marker counts once; a marker too many costs its part. Raises `BadCase`.
    """
    wanted = [(marker, _region(region)) for marker, region in _pairs(pairs)]
    put = [_Put(marker, _point(text)) for marker, text in _pairs(response) if text]
    if not put:
        return BLANK
    hits: set[int] = set()
    for marker, region in wanted:
        free = (at for at, one in enumerate(put) if at not in hits and one.marker == marker)
        hit = next((at for at in free if is_inside(put[at].point, region)), None)
        if hit is not None:
            hits.add(hit)
    return outcome(Fraction(len(hits), max(len(wanted), len(put))))


def _pairs(value: object) -> list[tuple[str, str]]:
    listed: Any = [[left, right] for left, right in value.items()] if isinstance(value, dict) else value
    if not isinstance(listed, list) or not all(isinstance(one, list) and len(one) == 2 for one in listed):
        raise BadCase(detail="pairs")
    return [(str(left).strip(), _said(right)) for left, right in listed]


def _said(place: object) -> str:
    return ",".join(map(str, place)) if isinstance(place, list) else "" if place is None else str(place).strip()


def _numbers(text: str) -> list[Fraction]:
    read = [exact(one.strip()) for one in text.replace(";", ",").replace(" ", ",").split(",") if one.strip()]
    numbers = [one for one in read if one is not None]
    if len(numbers) != len(read) or not numbers:
        raise BadCase(detail="coordinates")
    return numbers


def _point(text: str) -> Point:
    numbers = _numbers(text)
    if len(numbers) != 2:
        raise BadCase(detail="coordinates")
    return tuple(numbers)


def _region(text: str) -> etree._Element:
    kind, _, written = text.strip().partition(" ")
    numbers = _numbers(written)
    if kind == "rectangle" and len(numbers) == 4:
        left, top, width, height = numbers
        numbers = [left, top, left + width, top + height]
    shape = {"rectangle": "rect", "circle": "circle", "polygon": "poly"}.get(kind.lower(), kind.lower())
    return etree.Element("region", shape=shape, coords=",".join(str(float(one)) for one in numbers))
