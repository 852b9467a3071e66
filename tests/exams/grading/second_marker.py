"""The course's scoring table told a second time, in fractions, and chance forms and responses to hold both against."""

import unicodedata
from dataclasses import replace
from fractions import Fraction
from math import floor

from exams.chance.stream import Stream
from exams.grading.answers import correct_response
from exams.grading.marks import MarkState
from exams.items.generators import draw_numbers
from exams.items.item import BestWorst, ItemType
from tests.exams.grading.places import RIGHT, SERVICE_LEVEL, Place, a_paper

LETTERS = ("A", "B", "C", "D", "E")
ODD = (
    *("1e999999999", "1E-400", "NaN", "-Infinity", "٣", "१२", "\u202e12", "12\u2066", "1\u200b2", "\ufeff7", "\x00"),
    *("9" * 70, "9" * 15, "1,2,3", "½", "\ud800", "５０　％", "－０", "0.000001", "-0", "", "   ", "false", "A"),
)
STRANGE = (0, 1, -1, 10**30, 1.5, float("nan"), float("inf"), [], ["A"], {}, {"best": "A"}, object(), b"A", {"A"})


def marked_twice(place: Place, response, negative: Fraction = Fraction(0)) -> tuple[MarkState, int]:
    """State and milli-points as the course's table has them."""
    if response is None or response in ("", ()) or response == BestWorst("", ""):
        return MarkState.BLANK, 0
    if isinstance(response, str) and not response.strip():
        return MarkState.BLANK, 0
    share = _share(place, response)
    state = {0: MarkState.WRONG, 1: MarkState.RIGHT}.get(share, MarkState.PARTIAL)
    lost = place.paper.points * negative if state is MarkState.WRONG else Fraction(0)
    return state, floor(place.paper.points * share + Fraction(1, 2)) - floor(lost + Fraction(1, 2))


def _share(place: Place, response) -> Fraction:
    right = correct_response(place.item, place.key, place.paper)
    match place.paper.type:
        case ItemType.MULTIPLE if isinstance(response, tuple):
            wrong = [letter for letter in response if letter not in right]
            missed = [letter for letter in right if letter not in response]
            return Fraction(0) if wrong else Fraction(1, 2) if missed else Fraction(1)
        case ItemType.BEST_WORST if isinstance(response, BestWorst):
            spoilt = response.best == right.worst
            earned = 2 * (response.best == right.best) + (response.worst == right.worst)
            return Fraction(0) if spoilt else Fraction(earned, 3)
        case ItemType.NUMERICAL if isinstance(response, str):
            typed = _typed(response)
            return Fraction(typed is not None and abs(typed - Fraction(right)) <= Fraction(place.key.tolerance))
        case ItemType.SINGLE | ItemType.TRUEFALSE if type(response) is type(right):
            return Fraction(response == right)
    return Fraction(0)


def _typed(text: str) -> Fraction | None:
    """Only what `a_response` makes: a number that stands alone or before a percent sign."""
    plain = unicodedata.normalize("NFKC", text).removesuffix("%").strip(" ")
    sign, digits = (-1, plain[1:]) if plain[:1] == "-" else (1, plain)
    whole, _, decimals = digits.partition(".")
    parts = (whole, decimals) if "." in digits else (whole,)
    if not all(part and set(part) <= set("0123456789") for part in parts):
        return None
    return None if len(whole) > 15 or len(decimals) > 6 else sign * Fraction(digits)


def a_chance_form(chance: Stream, count: int = 70) -> tuple[Place, ...]:
    """Places of all types with keys, points and tolerances by chance."""
    return tuple(_place(chance, number) for number in range(1, count + 1))


def _place(chance: Stream, number: int) -> Place:
    kind = chance.choice(tuple(RIGHT))
    points = (1000, 2000, 3000, 1, 7, 667, 1_000_000)[chance.below(7)]
    numbers = draw_numbers(SERVICE_LEVEL, chance)
    tolerance = chance.choice(("0", "0.02", "0.05"))
    place = Place(
        kind,
        number,
        chapter=1 + chance.below(6),
        red_line=chance.below(9) == 0,
        numbers=numbers,
        tolerance=tolerance,
        points=points,
    )
    order = chance.shuffled(LETTERS)
    right = {
        ItemType.SINGLE: order[0],
        ItemType.MULTIPLE: tuple(sorted(order[: 2 + chance.below(3)])),
        ItemType.TRUEFALSE: chance.below(2) == 0,
        ItemType.BEST_WORST: BestWorst(order[0], order[1]),
    }
    place.key = replace(place.key, correct=right.get(kind, ""))
    return place


def a_response(chance: Stream, place: Place):
    """A response of any shape, every now and then the right one or one beside it."""
    right = correct_response(place.item, place.key, place.paper)
    shapes = (
        lambda: right,
        lambda: _beside(chance, right),
        lambda: chance.choice((*LETTERS, "", "Z")),
        lambda: tuple(chance.choice(LETTERS) for _ in range(chance.below(6))),
        lambda: chance.below(2) == 0,
        lambda: BestWorst(chance.choice((*LETTERS, "")), chance.choice((*LETTERS, ""))),
        lambda: chance.choice(ODD),
        lambda: chance.choice(STRANGE),
        lambda: f"{chance.below(10_000)}.{chance.below(100):02d}" + chance.choice(("", "%", " %")),
        lambda: None,
    )
    return chance.choice(shapes)()


def _beside(chance: Stream, right):
    """Some of the right letters, or a number a few thousandths away."""
    if isinstance(right, tuple):
        return tuple(letter for letter in right if chance.below(2))
    if isinstance(right, BestWorst):
        return BestWorst(right.worst, right.best) if chance.below(3) == 0 else BestWorst(right.best, "")
    if isinstance(right, str) and right[:1].isdigit():
        away = Fraction(chance.below(140) - 70, 1000)
        return f"{float(Fraction(right) + away):.3f}"
    return right


def a_chance_paper(chance: Stream, count: int = 70):
    """Places, and the paper, keys and items they make."""
    places = a_chance_form(chance, count)
    return places, a_paper(*places)
