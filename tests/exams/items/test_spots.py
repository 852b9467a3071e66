"""Pictures to point into: how they are spelled, where a point lies, and what is no picture."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.items.errors import BadResponse
from exams.items.item import ItemType
from exams.items.response import parse_response
from exams.items.spots import (
    SpotBoard,
    SpotShape,
    a_point_of,
    areas_hit,
    board_of,
    board_text,
    bounds_of,
    is_inside,
    point_of,
    point_text,
    read_board,
    region_at,
    shape_of,
    shape_text,
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 400"></svg>'
STAR = "poly 100,0,120,80,200,80,140,120,160,200,100,150,40,200,60,120,0,80,80,80"
SIDE = st.integers(1, 700)
SHAPES = st.one_of(
    st.tuples(SIDE, SIDE, SIDE, SIDE).map(lambda n: SpotShape("rect", (n[0], n[1], n[0] + n[2], n[1] + n[3]))),
    st.tuples(SIDE, SIDE, SIDE).map(lambda n: SpotShape("circle", n)),
    st.tuples(SIDE, SIDE, SIDE, SIDE).map(lambda n: SpotShape("ellipse", n)),
    st.tuples(SIDE, SIDE, SIDE, SIDE).map(
        lambda n: SpotShape("poly", (n[0], n[1], n[0] + n[2], n[1], n[0] + n[2], n[1] + n[3], n[0], n[1] + n[3]))
    ),
)


def a_board(**told):
    return SpotBoard(**{"width": 720, "height": 400, "picture": SVG, **told})


def test_a_board_is_read_as_it_was_written():
    shapes = {"A": shape_of("rect 40,60,200,120"), "B": shape_of("circle 300,80,40"), "C": shape_of(STAR)}
    board = a_board(shapes=shapes, most=2, says="两个按钮和一颗星")
    assert read_board(board_text(board)) == board
    assert board_of([("A", "按钮"), ("0", board_text(board))]) == board
    assert read_board(board_text(a_board())) == a_board()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "size 720 400\npicture\n<p>x</p>",
        "size 720 400\npicture\ndata:image/svg+xml;base64,AAAA",
        f"size 0 400\npicture\n{SVG}",
        f"size 5000 400\npicture\n{SVG}",
        f"size 720 400\nB rect 1,1,9,9\npicture\n{SVG}",
        f"size 720 400\nA rect 1,1,9\npicture\n{SVG}",
        f"size 720 400\nA rect 9,9,1,1\npicture\n{SVG}",
        f"size 720 400\nA rect 700,1,721,9\npicture\n{SVG}",
        f"size 720 400\nA circle 10,10,11\npicture\n{SVG}",
        f"size 720 400\nA poly 1,1,9,9\npicture\n{SVG}",
        f"size 720 400\nA star 1,1,9\npicture\n{SVG}",
        f"size 720 400\nmost many\npicture\n{SVG}",
        f"size 720 400\n{SVG}",
    ],
)
def test_what_is_no_board_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        read_board(text)
    assert board_of([("0", text)]) is None


@pytest.mark.parametrize(
    ("shape", "inside", "outside"),
    [
        ("rect 40,60,200,120", [(40, 60), (200, 120), (100, 90)], [(39, 60), (200, 121)]),
        ("circle 300,80,40", [(300, 40), (340, 80), (320, 100)], [(329, 109), (341, 80)]),
        ("ellipse 100,100,80,20", [(180, 100), (100, 80), (150, 110)], [(100, 121), (170, 112)]),
        (STAR, [(100, 0), (100, 100), (90, 80), (40, 200)], [(40, 40), (100, 180), (201, 80)]),
    ],
)
def test_the_edge_of_a_region_belongs_to_it(shape, inside, outside):
    read = shape_of(shape)
    assert [point for point in inside if not is_inside(read, point)] == []
    assert [point for point in outside if is_inside(read, point)] == []


@given(SHAPES, st.integers(0, 1500), st.integers(0, 1500))
@settings(max_examples=60, deadline=None)
def test_a_region_holds_its_own_point_and_nothing_beyond_its_bounds(shape, x, y):
    assert shape_of(shape_text(shape)) == shape
    assert is_inside(shape, a_point_of(shape))
    left, top, right, bottom = bounds_of(shape)
    if is_inside(shape, (x, y)):
        assert left <= x <= right
        assert top <= y <= bottom


def test_a_region_with_a_hole_in_its_middle_still_has_a_point_of_its_own():
    horseshoe = shape_of("poly 0,0,100,0,100,100,80,100,80,20,20,20,20,100,0,100")
    assert not is_inside(horseshoe, (50, 50))
    assert is_inside(horseshoe, a_point_of(horseshoe))


def test_of_regions_on_top_of_each_other_the_one_drawn_last_is_meant():
    shapes = {"A": shape_of("rect 0,0,100,100"), "B": shape_of("rect 40,40,60,60")}
    assert [region_at(shapes, point) for point in ((50, 50), (10, 10), (101, 1))] == ["B", "A", ""]


def test_an_area_counts_once_and_a_point_beside_all_of_them_is_told():
    areas = ("rect 0,0,10,10", "rect 20,0,30,10")
    assert areas_hit(areas, ("5,5", "6,6")) == areas[:1]
    assert areas_hit(areas, ("25,5", "5,5", "15,5")) == (areas[1], areas[0], "beside 15,5")


@given(st.tuples(st.integers(0, 4096), st.integers(0, 4096)))
@settings(max_examples=20, deadline=None)
def test_a_point_is_read_as_it_was_written(point):
    assert point_of(point_text(point)) == point


def test_regions_are_answered_by_letter_and_a_bare_picture_by_points():
    assert parse_response(ItemType.HOTSPOT, ("0", "A", "B", "C"), ["C", "A", "C"]) == ("A", "C")
    assert parse_response(ItemType.HOTSPOT, ("0",), ["120,80", "0,0", "120,80"]) == ("120,80", "0,0")


@pytest.mark.parametrize(
    ("letters", "value"),
    [
        (("0", "A", "B"), []),
        (("0", "A", "B"), ["0"]),
        (("0", "A", "B"), ["D"]),
        (("0", "A", "B"), "A"),
        (("0", "A", "B"), ["120,80"]),
        (("0",), ["A"]),
        (("0",), ["-1,2"]),
        (("0",), [[1, 2]]),
        (("0",), ["1,2"] * 21),
        (("0",), ["１,２"]),
    ],
)
def test_what_is_not_on_the_picture_is_no_response(letters, value):
    with pytest.raises(BadResponse):
        parse_response(ItemType.HOTSPOT, letters, value)
