"""The three palettes can be read, and the sheet knows every token it names."""

import re

import pytest

from desktop.assets import asset
from desktop.style.contrast import contrast
from desktop.style.look import Look
from desktop.style.sheet import style_sheet
from desktop.style.tokens import PALETTES, ZOOMS, Theme

GROUNDS = ("paper", "surface", "raised", "sunken")
SOFT = ("accent_soft", "seal_soft", "good_soft", "warn_soft", "bad_soft", "info_soft")
TONES = ("accent", "seal", "good", "warn", "bad", "info")
TEXT_ON_GROUND = (
    *((ink, ground) for ink in ("ink", "muted") for ground in (*GROUNDS, *SOFT)),
    *(("faint", ground) for ground in GROUNDS),
    *((tone, ground) for tone in TONES for ground in (*GROUNDS, f"{tone}_soft")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *(("on_tone", tone) for tone in ("good", "warn", "bad", "info", "seal")),
    ("paper", "ink"),  # the toast
)
EDGES = tuple((edge, ground) for edge in ("focus", "line_strong") for ground in (*GROUNDS, *SOFT))


@pytest.mark.feature("i2")
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(theme, ink, ground):
    colours = PALETTES[theme]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_the_focus_ring_stand_out_from_the_ground(theme, edge, ground):
    colours = PALETTES[theme]
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3


def test_the_focus_ring_stands_out_from_a_filled_button_or_from_the_line_inside_it():
    for colours in PALETTES.values():
        beside = max(contrast(colours.focus, colours.accent), contrast(colours.on_accent, colours.accent))
        assert beside >= 3


def test_a_grey_that_is_too_pale_to_read_is_found():
    colours = PALETTES[Theme.LIGHT]
    assert contrast("#7d8590", colours.paper) < 4.5
    assert contrast(colours.line, colours.surface) < 3


@pytest.mark.feature("i2")
def test_high_contrast_keeps_its_promise():
    colours = PALETTES[Theme.CONTRAST]
    assert contrast(colours.ink, colours.paper) >= 15
    assert contrast(colours.muted, colours.surface) >= 7


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_sheet_is_filled_in_for_every_look(theme, zoom):
    assert "$" not in style_sheet(Look(theme, zoom))


def test_a_misspelled_token_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "app.qss.in").write_text("QLabel { color: $inc; }")
    monkeypatch.setattr("desktop.style.sheet.asset", tmp_path.joinpath)
    style_sheet.cache_clear()
    with pytest.raises(KeyError, match="inc"):
        style_sheet(Look())


def test_no_colour_is_named_outside_the_tokens():
    sheet = asset("style", "app.qss.in").read_text("utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", sheet)


def test_twice_the_size_is_twice_the_text_and_twice_the_room():
    small, large = Look(zoom=100), Look(zoom=200)
    assert large.font_px("body") == 2 * small.font_px("body")
    assert large.gap("m") == 2 * small.gap("m")
    assert large.gap("edge") == small.gap("edge")


def test_larger_and_smaller_stay_on_the_scale():
    assert Look(zoom=100).zoomed(-1).zoom == 100
    assert Look(zoom=100).zoomed(1).zoom == 125
    assert Look(zoom=200).zoomed(1).zoom == 200
