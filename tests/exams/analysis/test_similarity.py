"""Pairs of a room with the same mistakes: those who copied are named, honest rooms as seldom as it says."""

from collections import Counter
from itertools import product

import pytest

from exams.analysis.similarity import FALSE_ALARMS, similar_pairs
from tests.exams.register.mixing import numbers

ITEMS = [f"i{number}" for number in range(30)]
OPTIONS = "AAABBC"  # of wrong answers: half take A, a third B


def mistakes(dice):
    """Somebody who gets about a third wrong, alone."""
    return {item: OPTIONS[next(dice) % 6] for item in ITEMS if next(dice) % 3 == 0}


def rooms(seed, count, people):
    dice = numbers(seed)
    return [{f"s{at:02d}": mistakes(dice) for at in range(people)} for _ in range(count)]


def counted(found):
    wrong = {}
    for room in found:
        for one in room.values():
            for item, option in one.items():
                wrong.setdefault(item, Counter())[option] += 1
    return wrong


def test_honest_rooms_are_named_no_more_often_than_it_says():
    found = rooms(1, 150, 8)
    wrong = counted(found)
    assert sum(bool(similar_pairs(room, wrong, 0.05)) for room in found) <= 0.05 * len(found)
    assert sum(bool(similar_pairs(room, wrong)) for room in found) <= 1


def test_who_copied_from_a_neighbour_is_named_with_both_sides():
    found = rooms(2, 30, 8)
    found[0]["s03"] = dict.fromkeys(ITEMS[:14], "C")
    found[0]["s05"] = dict.fromkeys(ITEMS[2:16], "C")
    (pair,) = similar_pairs(found[0], counted(found))
    assert (pair.first, pair.second, pair.both, pair.same) == ("s03", "s05", 12, 12)
    assert pair.chance < FALSE_ALARMS / 28


@pytest.mark.parametrize("same", range(4))
def test_the_chance_is_that_of_counting_every_case(same):
    wrong = {"a": {"A": 30, "B": 10}, "b": {"A": 20, "B": 20}, "c": {"A": 39, "B": 1}}
    chances = [(30 / 40) ** 2 + (10 / 40) ** 2, 0.5, (39 / 40) ** 2 + (1 / 40) ** 2]
    by_hand = 0.0
    for case in product((0, 1), repeat=3):
        if sum(case) >= same:
            each = 1.0
            for hit, chance in zip(case, chances, strict=True):
                each *= chance if hit else 1 - chance
            by_hand += each
    other = {item: "A" if at < same else "B" for at, item in enumerate("abc")}
    (pair,) = similar_pairs({"x": dict.fromkeys("abc", "A"), "y": other}, wrong, rate=2)
    assert (pair.same, pair.both) == (same, 3)
    assert pair.chance == pytest.approx(by_hand, abs=1e-12)
    assert pair.expected == pytest.approx(sum(chances), abs=1e-12)


def test_an_item_that_few_got_wrong_says_nothing():
    room = {"x": {"a": "A"}, "y": {"a": "A"}}
    (pair,) = similar_pairs(room, {"a": {"A": 29}}, rate=2)
    assert (pair.both, pair.same, pair.chance) == (0, 0, 1.0)
