"""The window around every screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.background.contract import Jobs
from desktop.shell.header import Header
from desktop.shell.preferences import Preferences
from desktop.shell.screen import Screen
from desktop.style.look import Look, look
from desktop.style.tokens import Theme
from desktop.widgets.layout import column, drop
from desktop.widgets.values import Tone
from desktop.words import language, tr, use_language

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QShortcut

    from desktop.widgets.notice import NoticeBar
    from desktop.widgets.overlay import Overlay
    from desktop.widgets.toast import Toast
    from desktop.widgets.values import Ask, NavItem

SIZE = (1440, 900)


class Window(QMainWindow):
    """Header, one screen, what lies over it.

    Signals:
        crumb_chosen: a step of the path in the header
        person_action: a line of the person menu
        look_changed: language, theme or size are new, and the screen was built again
        screen_changed: another place stands in the window, or none
        help_asked: the help of the day, by its button, Shift+F1, or F1 outside an exam
    """

    crumb_chosen = Signal(str)
    person_action = Signal(str)
    look_changed = Signal()
    screen_changed = Signal()
    help_asked = Signal()

    def __init__(self, dress: Callable[[Look], None], jobs: Jobs, remember: Callable[[Preferences], None]) -> None:
        super().__init__()
        self.jobs = jobs
        self._dress, self._remember = dress, remember
        self._screen: Screen | None = None
        self._person: tuple[str, str, tuple[NavItem, ...]] = ("", "", ())
        self._marked = False
        self._may_close: Callable[[], bool] | None = None
        self._waiting: list[Callable[[], None]] = []
        self._painted = False
        self._over: Overlay | None = None
        self._toast: Toast | None = None
        self._notice: NoticeBar | None = None
        self._help_key: QShortcut | None = None
        self._ground = QWidget()
        self._ground.setProperty("role", "ground")
        self._column = column(gap="none")
        self._ground.setLayout(self._column)
        self.setCentralWidget(self._ground)
        self.resize(*SIZE)
        self._header = self._new_header()
        self.after_first_paint(self._shortcuts)

    # --- screens -------------------------------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        """Show a place; the one before is gone."""
        if self._screen is not None and self._screen.view is screen.view:
            self._screen = screen
            return  # `again` has shown it already
        self._forget_question()
        self._drop_toast()  # it spoke of the place before
        self._put_away()
        self._screen = screen
        self._column.addWidget(screen.view, 1)
        screen.view.show()
        self._header.show_path(() if screen.calm else screen.crumbs)
        self._draw_person()
        product = tr("Branch Academy")
        self.setWindowTitle(f"{screen.title} · {product}" if screen.title else product)
        self._free_help_key()
        self.screen_changed.emit()

    def clear(self) -> None:
        """Show no place at all, as at the end."""
        self._forget_question()
        self._put_away()
        self.screen_changed.emit()

    @property
    def is_demonstration(self) -> bool:
        """True while the header says that nothing here counts."""
        return self._marked

    def current(self) -> Screen | None:
        """The place shown."""
        return self._screen

    def show_person(self, name: str, role: str, items: "tuple[NavItem, ...]" = ()) -> None:
        """Show who is signed in, with the lines of the menu."""
        self._person = (name, role, items)
        self._draw_person()

    def mark_demonstration(self, marked: bool) -> None:
        """Say in the header that nothing here counts."""
        self._marked = marked
        self._header.mark_demonstration(marked)

    def offer_door(self, through: Callable[[], object] | None) -> None:
        """Show in the header the way of a proctor to an exam, until the look changes; None hides it."""
        self._header.show_door(through)

    def hide_person(self) -> None:
        """Nobody is signed in."""
        self.show_person("", "")

    # --- over the screen -----------------------------------------------------------------------------------------

    def ask(self, question: "Ask", confirmed: Callable[[], None], cancelled: Callable[[], None] | None = None) -> None:
        """Ask inside the window; Esc cancels."""
        self._overlay().ask(question, confirmed, cancelled)

    def show_sheet(self, title: str, widget: QWidget, closed: Callable[[], None] | None = None) -> None:
        """Show any content inside the window."""
        self._overlay().show_sheet(title, widget, closed)

    def close_sheet(self) -> None:
        """Take the sheet away, as Esc does."""
        self._overlay().cancel()

    def is_asking(self) -> bool:
        """True while a sheet lies over the screen."""
        return self._over is not None and self._over.is_open()

    def toast(self, text: str, tone: Tone = Tone.GOOD) -> None:
        """Say something for a moment at the foot of the window."""
        from desktop.widgets.toast import Toast

        if self._toast is None:
            self._toast = Toast(self)
        self._toast.say(text, tone)

    def tell(self, text: str, tone: Tone = Tone.WARN) -> None:
        """Say something between header and screen until it is taken back with an empty text."""
        from desktop.widgets.naming import named
        from desktop.widgets.notice import NoticeBar
        from desktop.widgets.values import NoticeValue

        if self._notice is None and text:
            self._notice = named(NoticeBar(), "window_notice")
            self._column.insertWidget(1, self._notice)
        if self._notice is not None:
            self._notice.show_notice(NoticeValue(tone, text) if text else None)

    def show_error(self, error: Exception) -> None:
        """The sentence of an expected failure, what to do next, and its code."""
        from desktop.widgets.values import Ask
        from desktop.words.errors import error_sentence

        words = error_sentence(error)
        code = str(getattr(error, "code", ""))
        self.ask(Ask(words.what, words.next, tr("Understood"), "", Tone.WARN, note=code), lambda: None)

    # --- the window itself ---------------------------------------------------------------------------------------

    def guard_close(self, may_close: Callable[[], bool] | None) -> None:
        """Have somebody asked before the window closes; False keeps it open."""
        self._may_close = may_close

    def after_first_paint(self, callback: Callable[[], None]) -> None:
        """Call back once the first picture stands on the screen (at once where it does already)."""
        if self._painted:
            QTimer.singleShot(0, self, callback)
        else:
            self._waiting.append(callback)

    def closeEvent(self, event: "QCloseEvent") -> None:  # noqa: D102
        if self._may_close is not None and not self._may_close():
            event.ignore()
            return
        self.jobs.close()
        super().closeEvent(event)

    def paintEvent(self, event: "QPaintEvent") -> None:  # noqa: D102
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._first_painted)

    # --- language, theme, size -----------------------------------------------------------------------------------

    def set_language(self, code: str) -> None:
        """Speak another language at once."""
        if code != language():
            self._rebuild(lambda: self._speak(code))

    def set_theme(self, name: str) -> None:
        """Wear other colours at once."""
        self._wear(look()._replace(theme=Theme(name)))

    def set_zoom(self, percent: int) -> None:
        """Another size of text and spacing at once."""
        self._wear(look()._replace(zoom=percent))

    def _speak(self, code: str) -> None:
        use_language(code)
        self._dress(look())  # the font's quotation marks follow the language

    def _wear(self, new: Look) -> None:
        if new != look():
            self._rebuild(lambda: self._dress(new))

    def _rebuild(self, change: Callable[[], None]) -> None:
        held = self.focusWidget()
        name = held.objectName() if held is not None else ""
        before = self._screen
        self._put_away()
        self._drop_toast()
        if self._notice is not None:
            drop(self._notice)
            self._notice = None
        drop(self._header)
        change()
        self._remember(Preferences(language(), look().theme.value, look().zoom))
        self._header = self._new_header()
        if before is not None:
            self.show_screen(before.again())
        back = self.findChild(QWidget, name) if name else None
        if back is not None:
            back.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.look_changed.emit()

    def _put_away(self) -> None:
        if self._screen is None:
            return
        view = self._screen.view
        self._screen = None
        self._column.removeWidget(view)
        drop(view)

    def _new_header(self) -> Header:
        header = Header()
        header.crumb_chosen.connect(self.crumb_chosen)
        header.person_action.connect(self.person_action)
        header.language_chosen.connect(self.set_language)
        header.theme_chosen.connect(self.set_theme)
        header.zoom_chosen.connect(self.set_zoom)
        header.help_asked.connect(self.help_asked)
        header.mark_demonstration(self._marked)
        self._column.insertWidget(0, header)
        return header

    def _draw_person(self) -> None:
        calm = self._screen is not None and self._screen.calm
        name, role, items = ("", "", ()) if calm else self._person
        self._header.show_person(name, role, items)

    def _forget_question(self) -> None:
        if self._over is not None:
            self._over.forget_question()

    def _drop_toast(self) -> None:
        if self._toast is not None:
            drop(self._toast)
            self._toast = None

    def _overlay(self) -> "Overlay":
        from desktop.widgets.overlay import Overlay

        if self._over is None:
            self._over = Overlay(self, self._ground)
        return self._over

    def _first_painted(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()

    def _shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        for keys, steps in (("Ctrl+=", 1), ("Ctrl++", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=steps: self._wear(look().zoomed(step)))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.set_zoom(100))
        QShortcut(QKeySequence("Shift+F1"), self, self.help_asked.emit)
        self._help_key = QShortcut(QKeySequence("F1"), self, self.help_asked.emit)
        self._free_help_key()

    def _free_help_key(self) -> None:
        """In an exam F1 tells its keys: held by both, it would do nothing."""
        if self._help_key is not None:
            self._help_key.setEnabled(self._screen is None or not self._screen.calm)
