"""The decisions of our look, named by purpose: three palettes and one scale of sizes."""

from enum import StrEnum
from typing import NamedTuple

ZOOMS = (100, 125, 150, 175, 200)


class Theme(StrEnum):
    """The three palettes."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Colours(NamedTuple):
    """One palette. `*_soft` are grounds for text of the same name; `on_*` is text on a filled ground."""

    paper: str
    surface: str
    raised: str
    sunken: str
    ink: str
    muted: str
    faint: str
    line: str
    line_strong: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    seal: str
    seal_soft: str
    focus: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    on_tone: str
    scrim: str


LIGHT = Colours(
    paper="#f6f3ec",
    surface="#fffdf9",
    raised="#ffffff",
    sunken="#ece7dc",
    ink="#1a2533",
    muted="#4d5867",
    faint="#5e656f",
    line="#ddd6c7",
    line_strong="#87816f",
    accent="#193863",
    accent_hover="#10284a",
    accent_soft="#e3eaf4",
    on_accent="#ffffff",
    seal="#9a4529",
    seal_soft="#f6e7df",
    focus="#c76a00",
    good="#24663f",
    good_soft="#e3f0e6",
    warn="#7d5000",
    warn_soft="#fbf0d7",
    bad="#a51d2d",
    bad_soft="#fbe8e8",
    info="#24577f",
    info_soft="#e5eff6",
    on_tone="#ffffff",
    scrim="#8014202f",
)

DARK = Colours(
    paper="#12171e",
    surface="#1a212b",
    raised="#232c38",
    sunken="#0d1117",
    ink="#ece7dc",
    muted="#b3bac4",
    faint="#98a0ab",
    line="#343e4b",
    line_strong="#7f8998",
    accent="#94b8ea",
    accent_hover="#b3cdf2",
    accent_soft="#22334b",
    on_accent="#0c1828",
    seal="#e8957a",
    seal_soft="#3a2620",
    focus="#ffb454",
    good="#83cda0",
    good_soft="#1b3327",
    warn="#e7bb68",
    warn_soft="#382d17",
    bad="#f49a93",
    bad_soft="#432526",
    info="#8fc3ea",
    info_soft="#1d3346",
    on_tone="#0d131a",
    scrim="#b3060a0f",
)

CONTRAST = Colours(
    paper="#000000",
    surface="#000000",
    raised="#0c0c0c",
    sunken="#000000",
    ink="#ffffff",
    muted="#f0f0f0",
    faint="#c8c8c8",
    line="#b8b8b8",
    line_strong="#ffffff",
    accent="#ffe14d",
    accent_hover="#fff0a3",
    accent_soft="#2b2600",
    on_accent="#000000",
    seal="#ffb59e",
    seal_soft="#2b1008",
    focus="#3df0ff",
    good="#6dff9f",
    good_soft="#00260f",
    warn="#ffc861",
    warn_soft="#2b1d00",
    bad="#ff9d96",
    bad_soft="#300606",
    info="#8fdcff",
    info_soft="#00202e",
    on_tone="#000000",
    scrim="#d9000000",
)

PALETTES = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}

FONT_SIZES = {
    "display": 34,
    "title": 26,
    "heading": 20,
    "subheading": 17,
    "reading": 17,
    "body": 15,
    "small": 14,
    "caption": 13,
    "figure": 36,
}
"""The type scale in pixels at 100 %."""

LENGTHS = {
    "hair": 1,
    "edge": 2,
    "xxs": 2,
    "xs": 4,
    "s": 8,
    "sm": 12,
    "m": 16,
    "l": 24,
    "xl": 32,
    "xxl": 48,
    "radius": 8,
    "radius_small": 4,
    "control": 40,
    "button_inner": 36,
    "segment": 32,
    "pill": 12,
    "pill_large": 20,
    "head": 15,
    "icon": 20,
}
"""Lengths in pixels at 100 %; spacing stands on the 8-px grid with halves and quarters for the inside of controls."""

UNSCALED = ("hair", "edge")
"""Line widths do not grow with the text."""

SANS = "Noto Sans SC"
SERIF = "Noto Serif SC"
