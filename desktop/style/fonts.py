"""The bundled fonts: the same letters on every desk, with no font installed at all.

Where fontconfig counts a font's letters as it is read, 30,000 of them would hold up the first picture: until it stands,
a cut of some thousand is worn, which the whole family then replaces under the same name.
"""

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop.assets import asset
from desktop.style.first_paint import soon
from desktop.style.look import Look, look
from desktop.style.tokens import SANS, SERIF
from desktop.words import language

FILES = {
    SANS: ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"),
    SERIF: ("NotoSerifSC_400Regular.ttf", "NotoSerifSC_700Bold.ttf"),
}
FIRST_FOLDER, FIRST_LETTERS = "first", "letters.txt"
"""Under assets/fonts, made together with the words: the cut files, and every letter that is in them."""


class _Case:
    """The letters at hand while only the cut is worn; none at any other time."""

    def __init__(self) -> None:
        self.letters: frozenset[str] = frozenset()


_case = _Case()


def wear_first_letters() -> bool:
    """Have the sign-in page drawn with the cut, and load the whole family right after; False where there is none."""
    folder = asset("fonts", FIRST_FOLDER)
    if sys.platform != "linux" or not (folder / FIRST_LETTERS).is_file():
        return False
    if not all(_add(FIRST_FOLDER, name) for name in FILES[SANS]):
        return False
    _case.letters = frozenset((folder / FIRST_LETTERS).read_text("utf-8"))
    soon(need_all_letters)
    return True


def need_letters(text: str) -> None:
    """Before a text is shown that nobody could foresee: the whole family, where the cut lacks a letter of it."""
    if not _case.letters.issuperset(text):
        need_all_letters()


def need_all_letters() -> None:
    """From now on any text can be shown."""
    _case.letters = frozenset()
    load_family(SANS)


def load_family(family: str) -> bool:
    """Load a family once; the serif one only when a reading title asks for it."""
    return (family == SANS and bool(_case.letters)) or _whole(family)


@cache
def _whole(family: str) -> bool:
    return all(_add(name) for name in FILES[family])


def _add(*parts: str) -> bool:
    return QFontDatabase.addApplicationFont(str(asset("fonts", *parts))) >= 0


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
