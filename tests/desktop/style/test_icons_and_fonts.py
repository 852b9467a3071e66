"""One icon family, and letters that do not depend on the machine."""

import xml.etree.ElementTree as Tree

import pytest
from PySide6.QtGui import QFontInfo

from desktop.assets import asset
from desktop.style.fonts import font
from desktop.style.icons import pixmap
from desktop.style.look import Look, use_look
from desktop.style.tokens import SANS, SERIF, Theme

ICONS = sorted(path.stem for path in asset("icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_a_line_drawing_on_the_common_grid(name):
    drawing = Tree.parse(asset("icons", f"{name}.svg")).getroot()
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke") == "currentColor"
    assert drawing.get("stroke-width") == "1.7"


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_draws_something(qapp, name):
    image = pixmap(name, "ink", 24, 1.0).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_an_icon_follows_the_theme(qapp):
    use_look(Look(Theme.DARK))
    dark = pixmap("check").toImage()
    use_look(Look())
    assert dark != pixmap("check").toImage()


@pytest.mark.parametrize(("serif", "family"), [(False, SANS), (True, SERIF)])
def test_the_bundled_letters_are_used(qapp, serif, family):
    assert QFontInfo(font("body", serif=serif)).family() == family
    assert font("body", bold=True, serif=serif).pixelSize() == 15
