"""Language, theme and size of text: at hand on every screen, in force at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.style.look import look
from desktop.style.tokens import ZOOMS, Theme
from desktop.widgets.buttons import IconButton
from desktop.widgets.menu import open_menu
from desktop.widgets.qt_names import set_by_name
from desktop.words import language, mark, tr
from desktop.words.languages import other_language
from desktop.words.numbers import percent_text

SHORT_FROM = 150

_THEMES = {
    Theme.LIGHT: (mark("Light"), "sun"),
    Theme.DARK: (mark("Dark"), "moon"),
    Theme.CONTRAST: (mark("High contrast"), "contrast"),
}


class LanguageSwitch(IconButton):
    """One press speaks the other language; the button names it in itself.

    Signals:
        language_chosen: its code
    """

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        other = other_language(language())
        super().__init__("language", tr("Language: {name}").format(name=other.name), parent)
        self.setObjectName("language_switch")
        # Large text leaves no room in the head for a name.
        self.setText(f" {other.mark if look().zoom >= SHORT_FROM else other.name}")
        set_by_name(self, "toolButtonStyle", "ToolButtonTextBesideIcon")
        self.clicked.connect(lambda: self.language_chosen.emit(other.code))


class _MenuButton(IconButton):
    """A button that opens a menu of which one line is in force."""

    def __init__(self, icon_name: str, accessible: str) -> None:
        super().__init__(icon_name, accessible)
        self._lines: list[tuple[str, bool, Callable[[], None]]] = []
        self.clicked.connect(lambda: open_menu(self, tuple(self._lines)))

    def add_line(self, text: str, chosen: Callable[[], None], *, current: bool) -> None:
        self._lines.append((text, current, chosen))


class ThemeSwitch(_MenuButton):
    """Light, dark or high contrast.

    Signals:
        theme_chosen: its name
    """

    theme_chosen = Signal(str)

    def __init__(self) -> None:
        now = look().theme
        word, picture = _THEMES[now]
        super().__init__(picture, tr("Colours: {name}").format(name=tr(word)))
        self.setObjectName("theme_switch")
        for theme, (text, _) in _THEMES.items():
            name = theme.value
            self.add_line(tr(text), partial(self.theme_chosen.emit, name), current=theme is now)


class ZoomControl(_MenuButton):
    """The size of text and spacing.

    Signals:
        zoom_chosen: percent
    """

    zoom_chosen = Signal(int)

    def __init__(self) -> None:
        now = look().zoom
        super().__init__("text_size", tr("Size of text: {percent}").format(percent=percent_text(now)))
        self.setObjectName("zoom_control")
        for zoom in ZOOMS:
            text = percent_text(zoom)
            self.add_line(text, partial(self.zoom_chosen.emit, zoom), current=zoom == now)
