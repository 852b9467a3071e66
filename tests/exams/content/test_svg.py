"""A drawing is held to the same profile when it is shown as when it was built."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.content.faults import Faults
from exams.content.figures import read_figures
from exams.content.svg import is_safe_drawing
from tests.exams.content.source_texts import SVG
from tests.exams.content.spoils import FIGURE, FIGURES

ROOT = Path(__file__).parents[3]
SHOWN = SVG.replace("{{t:bank}}", "Bank &amp; customer")
IN_A_DRAWING = [spoil for spoil in FIGURES if spoil.file == FIGURE and spoil.name != "words in the drawing"]


def test_a_drawing_with_its_words_filled_in_is_shown():
    assert is_safe_drawing(SHOWN)


@pytest.mark.parametrize("spoil", IN_A_DRAWING, ids=lambda spoil: spoil.name)
def test_what_no_author_may_build_is_not_shown_either(spoil):
    spoilt = SHOWN.replace(spoil.old, spoil.new, 1)
    assert spoilt != SHOWN
    assert not is_safe_drawing(spoilt)


@pytest.mark.parametrize("words", ["Ba\u202enk", "Bank" * 200, "<tspan>a</tspan>{<b/>}"])
def test_words_that_hide_or_never_end_are_not_shown(words):
    assert not is_safe_drawing(SHOWN.replace("80/20", words))


@pytest.mark.parametrize("svg", ["", "no drawing", "<svg/>", "\ud800", "<svg" * 10_000, "<g>" * 100_000])
def test_what_is_no_drawing_is_not_shown(svg):
    assert not is_safe_drawing(svg)


def test_every_drawing_of_the_course_is_shown():
    drawings = read_figures(ROOT / "assets", Faults())
    refused = [name for name, one in drawings.items() if not all(map(is_safe_drawing, one.svgs.values()))]
    assert len(drawings) > 5
    assert refused == []


@given(st.text(alphabet="<>/=\"' svgrecthxlink:url(#)&;{}0.9-\n\u202e", max_size=80), st.integers(0, len(SHOWN)))
def test_whatever_is_put_in_brings_no_element_or_attribute_of_its_own(text, place):
    svg = SHOWN[:place] + text + SHOWN[place:]
    if is_safe_drawing(svg):
        assert "xlink" not in svg.partition("<text")[0]
        assert "url(" not in svg.partition("<text")[0]
