"""Pointing into a picture earns as choosing several options does; free points are counted by the areas they hit."""

import pytest

from exams.grading import rules_v2, rules_v3
from exams.grading.policy import WHOLE
from exams.items.item import ItemType

AREAS = ("rect 0,0,10,10", "circle 50,50,5")


def percent(right, response):
    return rules_v3.fraction(ItemType.HOTSPOT, right, "0", response) * 100 // WHOLE


@pytest.mark.parametrize(
    ("response", "earned"),
    [(("A", "C"), 100), (("A",), 50), (("A", "B"), 0), (("A", "B", "C"), 0), (("B",), 0), ((), 0)],
)
def test_some_of_the_right_regions_and_no_wrong_one_are_half(response, earned):
    assert percent(("A", "C"), response) == earned


@pytest.mark.parametrize(
    ("response", "earned"),
    [
        (("5,5", "50,55"), 100),
        (("50,50", "0,0", "10,10"), 100),
        (("5,5",), 50),
        (("5,5", "50,50", "99,99"), 0),
        (("11,5",), 0),
        (("A",), 0),
    ],
)
def test_every_area_has_to_be_hit_and_nothing_beside(response, earned):
    assert percent(AREAS, response) == earned


@pytest.mark.parametrize("response", [True, "A", "5,5", None])
def test_a_response_of_another_shape_earns_nothing(response):
    assert percent(("A",), response) == 0
    assert percent(AREAS, response) == 0


def test_older_rules_stay_as_they_were():
    assert ItemType.HOTSPOT not in rules_v2.TYPES
    for kind in rules_v2.TYPES:
        for right, response in (("A", "A"), (("A", "B"), ("A",)), (True, True), (("A", "B"), ("A", "B"))):
            assert rules_v3.fraction(kind, right, "0", response) == rules_v2.fraction(kind, right, "0", response)
