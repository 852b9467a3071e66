"""From tokens to what Qt understands: a palette, a sheet, a font; in the order that works on Windows too."""

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.assets import asset
from desktop.style.fonts import base_font
from desktop.style.look import Look, use_look
from desktop.style.tokens import Colours


@cache
def style_sheet(of: Look) -> str:
    """The sheet filled in; a misspelled token is a KeyError, not an odd colour."""
    return Template(asset("style", "app.qss.in").read_text("utf-8")).substitute(of.words())


def palette(colours: Colours) -> QPalette:
    """Qt's own roles from our tokens, for whatever the sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = (
        (role.Window, colours.paper),
        (role.WindowText, colours.ink),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.ink),
        (role.Button, colours.surface),
        (role.ButtonText, colours.ink),
        (role.BrightText, colours.bad),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.ink),
        (role.PlaceholderText, colours.faint),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Mid, colours.line),
        (role.Dark, colours.line_strong),
        (role.Light, colours.raised),
    )
    for one, colour in pairs:
        made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.faint))
    return made


def apply_look(app: QApplication, of: Look) -> None:
    """Dress the whole application. The sheet goes on before the font: the other way round Windows loses the font."""
    use_look(of)
    sheet, chosen = style_sheet(of), base_font(of)
    if app.styleSheet() != sheet:  # Qt dresses every part anew, also in what it wears already: 80 ms
        app.setPalette(palette(of.colours))
        app.setStyleSheet(sheet)
    elif app.font() == chosen:
        return
    app.setFont(chosen)
