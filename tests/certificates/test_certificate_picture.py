"""The page as a picture for the screen."""

from certificates import picture
from tests.certificates.examples import page_of, some_facts


def test_the_picture_has_the_width_that_was_asked_for_and_the_shape_of_the_page():
    seen = picture(page_of(some_facts()), 800)
    assert (seen.width, seen.height) in {(800, 565), (800, 566)}
    assert len(seen.rgba) == seen.width * seen.height * 4


def test_the_paper_is_white_and_opaque_and_the_seal_red():
    seen = picture(page_of(some_facts()), 842)

    def pixel(x, y):
        start = 4 * (y * seen.width + x)
        return tuple(seen.rgba[start : start + 4])

    assert pixel(3, 3) == (255, 255, 255, 255)
    red, green, blue, _ = pixel(586, 450)
    assert red > 150 > green
    assert blue < 100


def test_a_silly_width_is_brought_back_to_sense():
    assert picture(page_of(some_facts()), 0).width == 1
