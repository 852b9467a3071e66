"""Markers on a picture: hits of the regions, each region and each marker once."""

import pytest

from exams.interop.grading.door import grade_case
from exams.interop.grading.errors import BadCase

REGIONS = [["alarm", "circle 50,40;20"], ["exit", "rectangle 100,100;30,20"], ["exit", "polygon 0,0;10,0;0,10"]]


def put(*markers):
    return grade_case({"type": "ddmarker", "pairs": REGIONS}, list(markers))


def test_every_region_wants_its_marker():
    assert put(["alarm", "50,60"], ["exit", "130,120"], ["exit", "1,1"]).state == "right"
    assert put(["alarm", "50,61"], ["exit", "131,120"], ["exit", "9,9"]).state == "wrong"
    assert put(["alarm", [52, 41]]).fraction * 3 == 1


def test_a_marker_counts_once_and_one_too_many_costs():
    assert put(["exit", "105,105"], ["exit", "106,106"]).fraction * 3 == 1
    assert float(put(["alarm", "50,40"], ["exit", "105,105"], ["exit", "1,1"], ["alarm", "0,0"]).fraction) == 0.75


def test_another_marker_in_the_region_is_no_hit():
    assert put(["exit", "50,40"]).state == "wrong"


def test_nothing_put_is_blank():
    assert put().state == "blank"
    assert put(["alarm", ""], ["exit", None]).state == "blank"


@pytest.mark.parametrize("response", [[["alarm", "here"]], [["alarm", "1"]], ["alarm"], [["alarm", "1,2,3"]]])
def test_what_is_no_point_is_refused(response):
    with pytest.raises(BadCase):
        put(*response)
