"""The head of the window: who we are, where one is, how it looks, who is signed in."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.style.look import look
from desktop.widgets.brand import BrandMark
from desktop.widgets.breadcrumbs import Breadcrumbs
from desktop.widgets.buttons import IconButton
from desktop.widgets.layout import STRETCH, column, row
from desktop.widgets.menu import Line, open_menu
from desktop.widgets.naming import label, named, show_if, tip
from desktop.widgets.qt_names import set_by_name
from desktop.widgets.switches import LanguageSwitch, ThemeSwitch, ZoomControl
from desktop.words import tr
from desktop.words.marks import DEMONSTRATION_ONLY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop.widgets.badge import Badge
    from desktop.widgets.values import Crumb, NavItem

TWO_LINES_FROM = 150
MARK_BESIDE_FROM = 1150
"""A window less wide than this has no room for a mark beside the path."""


class Header(QFrame):
    """One line; from 150 % on the path stands on a line of its own.

    Signals:
        crumb_chosen: a step of the path
        person_action: a line of the person menu
        language_chosen, theme_chosen, zoom_chosen: the switches
        help_asked: the help of the day
    """

    crumb_chosen = Signal(str)
    person_action = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    zoom_chosen = Signal(int)
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self._path: tuple[Crumb, ...] = ()
        self._back = IconButton("arrow_left", tr("Go back"))
        self._back.setObjectName("back")
        self._back.clicked.connect(self._go_back)
        self._crumbs = Breadcrumbs()
        self._crumbs.chosen.connect(self.crumb_chosen)
        self._lines: tuple[Line, ...] = ()
        self._person = _person_button()
        self._mark: Badge | None = None
        self._door: IconButton | None = None
        self._through: Callable[[], object] | None = None
        self._person.clicked.connect(lambda: open_menu(self._person, self._lines))
        self._build()
        self.show_path(())

    def show_path(self, path: "tuple[Crumb, ...]") -> None:
        """Show where one is; an empty path hides it."""
        self._path = path
        self._crumbs.show_path(path)
        if path:
            self._way.setAlignment(self._crumbs, QtCore.Qt.AlignmentFlag.AlignVCenter)
        show_if(self._crumbs, bool(path))
        show_if(self._back, len(path) > 1)

    def show_person(self, name: str, role: str, items: "tuple[NavItem, ...]") -> None:
        """Show who is signed in; no name hides the menu."""
        show_if(self._person, bool(name))
        self._person.setText(f" {name.replace('&', '&&')}")  # one & would underline the next letter
        self._person.setAccessibleName(f"{name} {role}".strip())
        tip(self._person, role)
        self._lines = ((role, None, None), *(self._line(item) for item in items))

    def mark_demonstration(self, marked: bool) -> None:
        """Say that nothing here counts; the mark is made when it is first wanted."""
        if marked and self._mark is None:
            from desktop.widgets.badge import Badge
            from desktop.widgets.values import Tone

            self._mark = named(Badge(tr(DEMONSTRATION_ONLY), Tone.WARN), "demonstration_only")
            self._place_mark()
        if self._mark is not None:
            show_if(self._mark, marked)

    def show_door(self, through: "Callable[[], object] | None") -> None:
        """Show the key by which a proctor comes to an exam, or hide it; it is made when it is first wanted."""
        self._through = through
        if through is not None and self._door is None:
            from PySide6.QtGui import QKeySequence, QShortcut

            self._door = IconButton("key", tr("The proctor signs in here"))
            self._door.setObjectName("proctor_door")
            self._door.clicked.connect(self._go_through)
            QShortcut(QKeySequence("Ctrl+Shift+P"), self._door, self._go_through)  # a button's own key waits 100 ms
            self._top.insertWidget(self._top.indexOf(self._person), self._door)
        if self._door is not None:
            show_if(self._door, through is not None)

    def resizeEvent(self, event: "QResizeEvent") -> None:  # noqa: D102
        super().resizeEvent(event)
        self._place_mark()

    def _place_mark(self) -> None:
        """Beside the switches, or on the last line where the path would have to wrap for it."""
        line = self._last if look().zoom >= TWO_LINES_FROM or self.width() < look().px(MARK_BESIDE_FROM) else self._top
        if self._mark is not None and line.indexOf(self._mark) < 0:
            place = line.count() if line is self._last else line.indexOf(self._language)
            line.insertWidget(place, self._mark)

    def _line(self, item: "NavItem") -> Line:
        return item.text, None, (lambda: self.person_action.emit(item.key)) if item.enabled else None

    def _build(self) -> None:
        language, theme, zoom = LanguageSwitch(), ThemeSwitch(), ZoomControl()
        language.language_chosen.connect(self.language_chosen)
        theme.theme_chosen.connect(self.theme_chosen)
        zoom.zoom_chosen.connect(self.zoom_chosen)
        name = label(tr("Branch Academy"), "subheading", wrap=False, name="product")
        self._language = language
        self._top = top = row(BrandMark(32), name, gap="sm")
        way = row(self._back, gap="xs")
        way.addWidget(self._crumbs, 1)
        self._way = way
        outer: QVBoxLayout = column(gap="xs")
        if look().zoom >= TWO_LINES_FROM:
            top.addStretch(1)
            outer.addLayout(top)
            outer.addLayout(way)
            self._last = way
        else:
            top.addSpacing(look().gap("l"))
            top.addLayout(way, 1)
            outer.addLayout(top)
            self._last = row(STRETCH)
            outer.addLayout(self._last)
        aid = IconButton("question", tr("Help on exam day"))
        aid.setObjectName("help")
        aid.clicked.connect(self.help_asked)
        for part in (language, theme, zoom, aid, self._person):
            top.addWidget(part)
        outer.setContentsMargins(look().gap("l"), look().gap("s"), look().gap("m"), look().gap("s"))
        self.setLayout(outer)

    def _go_through(self) -> None:
        if self._through is not None:
            self._through()

    def _go_back(self) -> None:
        if len(self._path) > 1:
            self.crumb_chosen.emit(self._path[-2].key)


def _person_button() -> IconButton:
    button = IconButton("person", tr("Account"))
    button.setObjectName("person")
    button.setProperty("role", "person")
    set_by_name(button, "toolButtonStyle", "ToolButtonTextBesideIcon")
    button.hide()
    return button
