"""The bundled fonts: the same letters on every desk, with no font installed at all."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop.assets import asset
from desktop.style.look import Look, look
from desktop.style.tokens import SANS, SERIF
from desktop.words import language

_FILES = {
    SANS: ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"),
    SERIF: ("NotoSerifSC_400Regular.ttf", "NotoSerifSC_700Bold.ttf"),
}


@cache
def load_family(family: str) -> bool:
    """Load a family once; the serif one only when a reading title asks for it."""
    return all(QFontDatabase.addApplicationFont(str(asset("fonts", name))) >= 0 for name in _FILES[family])


def base_font(of: Look | None = None) -> QFont:
    """The font of the interface at the size in use."""
    load_family(SANS)
    return font("body", of=of)


def font(size: str, *, bold: bool = False, serif: bool = False, of: Look | None = None) -> QFont:
    """A font of the type scale, for own painting."""
    family = SERIF if serif else SANS
    load_family(family)
    made = QFont([family])
    made.setPixelSize((of or look()).font_px(size))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    if language() != "zh":
        # A Chinese font has its quotation marks as wide as a character unless asked for the Latin ones.
        made.setFeature(QFont.Tag("pwid"), 1)
    return made
