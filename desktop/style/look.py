"""The look in use: a theme and a size of text. Widgets that paint themselves ask here; the sheet does the rest."""

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import NamedTuple

from desktop.style.tokens import FONT_SIZES, LENGTHS, PALETTES, UNSCALED, ZOOMS, Colours, Theme


class Look(NamedTuple):
    """A theme, and the size of text and spacing in percent."""

    theme: Theme = Theme.LIGHT
    zoom: int = 100

    @property
    def colours(self) -> Colours:
        """The palette of the theme."""
        return PALETTES[self.theme]

    def px(self, length: int) -> int:
        """A length given for 100 %, at this size."""
        return round(length * self.zoom / 100)

    def font_px(self, name: str) -> int:
        """A font size of the scale, at this size."""
        return self.px(FONT_SIZES[name])

    def gap(self, name: str) -> int:
        """A length by its name (`none` is 0), at this size."""
        if name == "none":
            return 0
        return LENGTHS[name] if name in UNSCALED else self.px(LENGTHS[name])

    @property
    def space(self) -> SimpleNamespace:
        """All named lengths at this size: `look().space.m`."""
        return SimpleNamespace(**{name: self.gap(name) for name in LENGTHS})

    def words(self) -> Mapping[str, str]:
        """Everything the sheet's template may name."""
        return dict(self._pairs())

    def zoomed(self, steps: int) -> "Look":
        """The next larger or smaller size, within the scale."""
        place = ZOOMS.index(self.zoom) if self.zoom in ZOOMS else 0
        return self._replace(zoom=ZOOMS[min(len(ZOOMS) - 1, max(0, place + steps))])

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for name in Colours._fields:
            yield name, getattr(self.colours, name)
        for name in FONT_SIZES:
            yield f"font_{name}", f"{self.font_px(name)}px"
        for name in LENGTHS:
            yield name, f"{self.gap(name)}px"


class _Mirror:
    """Holds the look in use, as the words hold the language."""

    def __init__(self) -> None:
        self.look = Look()


_mirror = _Mirror()


def look() -> Look:
    """The look in use."""
    return _mirror.look


def use_look(new: Look) -> None:
    """Make this the look in use; `apply_look` also dresses the application in it."""
    _mirror.look = new
