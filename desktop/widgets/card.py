"""Cards, headers, and facts: the quiet furniture of a page."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.badge import INKS
from desktop.widgets.layout import STRETCH, add_part, clear_layout, column, row
from desktop.widgets.naming import label, set_state
from desktop.widgets.values import Tone

if TYPE_CHECKING:
    from desktop.widgets.values import Fact


class Card(QFrame):
    """A framed part with an optional title; `body` is its column."""

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        *,
        tone: Tone = Tone.NEUTRAL,
        icon: str = "",
        flat: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", tone.value)
        self.setProperty("flat", flat)
        self.body: QVBoxLayout = column(gap="m")
        outer = column(margins="none" if flat else "l", gap="m")
        if title:
            outer.addLayout(self._head(title, subtitle, icon, tone))
        outer.addLayout(self.body)
        outer.addStretch(0)
        self.setLayout(outer)
        self._outer = outer
        if title:
            self.setAccessibleName(title)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a part below the others."""
        add_part(self.body, item, stretch)
        if stretch:
            self.fill()

    def fill(self) -> None:
        """Let the parts have the height a row of cards leaves over, after their stretch."""
        self._outer.setStretch(self._outer.count() - 2, 1)

    def clear(self) -> None:
        """Delete what is in the card; its title stays."""
        clear_layout(self.body)

    @staticmethod
    def _head(title: str, subtitle: str, icon: str, tone: Tone) -> QLayout:
        words = column(label(title, "subheading"), gap="xxs")
        if subtitle:
            words.addWidget(label(subtitle, "small"))
        if not icon:
            return words
        picture = label(wrap=False)
        picture.setPixmap(pixmap(icon, "accent" if tone is Tone.NEUTRAL else INKS[tone], 24))
        picture.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop)
        line = row(picture, gap="sm")
        line.addLayout(words, 1)
        return line


class SectionHeader(QWidget):
    """The title of a page (level 1) or of a part of it (level 2), with something at its right end."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        trailing: QWidget | None = None,
        *,
        overline: str = "",
        serif: bool = False,
        level: int = 2,
    ) -> None:
        super().__init__()
        kinds = {(1, False): "title", (2, False): "heading", (1, True): "reading_title", (2, True): "reading_heading"}
        words = column(gap="xs")
        if overline:
            words.addWidget(label(overline, "overline"))
        words.addWidget(label(title, kinds[level, serif], name="header_title"))
        if subtitle:
            words.addWidget(label(subtitle, "muted"))
        line = row(gap="m")
        line.addLayout(words, 1)
        if trailing is not None:
            line.addWidget(trailing, 0, QtCore.Qt.AlignmentFlag.AlignBottom)
        self.setLayout(line)


class Divider(QFrame):
    """A hair line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "divider")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class FactList(QWidget):
    """Names and values, line by line."""

    def __init__(self, facts: "tuple[Fact, ...]" = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().gap("l"))
        self._grid.setVerticalSpacing(look().gap("s"))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.show_facts(facts)

    def show_facts(self, facts: "tuple[Fact, ...]") -> None:
        """Replace all lines."""
        clear_layout(self._grid)
        for line, fact in enumerate(facts):
            name, value = label(fact.name, "muted"), label(fact.value, "strong", selectable=False)
            name.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignLeft)
            value.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(name, line, 0)
            self._grid.addWidget(value, line, 1)


class StatTile(QFrame):
    """One large number and what it counts."""

    def __init__(self, value: str, caption: str, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._value = label(value, "figure", wrap=False)
        self._caption = label(caption, "muted")
        self.setLayout(column(self._value, self._caption, STRETCH, gap="xs", margins="m"))
        self.show_stat(value, caption, tone)

    def show_stat(self, value: str, caption: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show another number."""
        self._value.setText(value)
        self._caption.setText(caption)
        set_state(self._value, "tone", tone.value)
        self.setAccessibleName(f"{caption}: {value}")
