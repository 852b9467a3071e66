"""Draws a `CertificateState`; reports that the person wants a nearer look, a file, or paper."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from certificates import Picture
from desktop.screens.certificate.state import CertificateState
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList
from desktop.widgets.layout import FlowRow, SideBySide, boxed, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.picture import PictureView
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Tone
from desktop.words import tr

A4_ACROSS = 210 / 297
LEAST_CHANGE = 16
"""At 100 %: a scroll bar that comes or goes changes the width by less, and must not start a dance."""


class CertificateView(QWidget):
    """The page, its facts, and what can be done with it.

    Signals:
        wanted_width: pixels a sharper picture should be wide
        save_asked, print_asked, home_asked: the buttons and keys
        other_asked: the one before it, or again the one that counts
        retry_asked: read it once more
        notice_closed: the notice was read
    """

    wanted_width = Signal(int)
    save_asked = Signal()
    print_asked = Signal()
    home_asked = Signal()
    other_asked = Signal()
    retry_asked = Signal()
    notice_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Picture | None = None
        self._held: QWidget | None = None  # the button that was pressed: a disabled one loses the focus
        self._build()
        self._connect()

    def show_state(self, state: CertificateState) -> None:
        """Make the widgets agree with the state."""
        self._title.setText(
            tr("Certificate of {name}").format(name=state.person) if state.person else tr("Certificate")
        )
        self._number.setText(state.number)
        show_if(self._demonstration, state.demonstration)
        self._standing.show_badge(*(state.standing or ("", Tone.NEUTRAL)))
        self._notice.show_notice(state.notice)
        self._facts.show_facts(state.facts)
        show_if(self._whole, state.ready)
        show_if(self._panel, state.face is not None)
        if state.face is not None:
            self._panel.show_face(state.face)
        self._other.setText(f" {state.other}")
        show_if(self._other, bool(state.other))
        self._show_busy(state)
        if state.picture is not None and state.picture is not self._shown:
            if self._shown is None:
                self._focus(self._save)
            self._shown = state.picture
            self._picture.show_picture(state.picture.width, state.picture.height, state.picture.rgba)

    def _show_busy(self, state: CertificateState) -> None:
        for button, busy in ((self._save, state.saving), (self._print, state.printing)):
            held = button.hasFocus()
            button.set_busy(busy)
            button.setEnabled(state.ready and not busy)
            if busy and held:
                self._held = button
            elif not busy and button is self._held:
                self._held = None
                self._focus(button)

    @staticmethod
    def _focus(button: QWidget) -> None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._title = label("", "title", name="certificate_title")
        self._number = label("", "muted", name="certificate_number", selectable=True)
        self._demonstration = Badge(tr("For demonstration only"), Tone.WARN)
        self._standing = named(Badge(), "standing")
        self._save = primary(tr("Save as PDF"), "download", name="save_pdf")
        self._print = secondary(tr("Print"), "print", name="print")
        self._other = quiet("", "certificate", name="other_certificate")
        self._home = quiet(tr("Go back"), "arrow_left", name="leave")
        self._notice = named(NoticeBar(), "certificate_notice")
        self._panel = named(StatePanel(), "certificate_panel")
        self._picture = named(_WholePage(tr("The certificate as a picture")), "picture")
        self._facts = named(FactList(), "facts")
        facts = Card(tr("What it says"))
        facts.add(self._facts)
        facts.add(label(tr("The PDF was frozen when it was issued; every copy is the same, bit by bit."), "small"))
        self._whole = SideBySide(self._picture, facts, side_width=360)
        page = ScrollPage("wide")
        head = FlowRow(self._title, self._demonstration, self._standing, gap="m")
        words = column(head, self._number, gap="xs")
        page.add(boxed(column(words, FlowRow(self._save, self._print, self._other, self._home), gap="m")))
        for part in (self._notice, self._panel, self._whole):
            page.add(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _connect(self) -> None:
        self._picture.wanted_width.connect(self.wanted_width)
        self._save.clicked.connect(self.save_asked)
        self._print.clicked.connect(self.print_asked)
        self._other.clicked.connect(self.other_asked)
        self._home.clicked.connect(self.home_asked)
        self._panel.action_asked.connect(self.retry_asked)
        self._notice.action_asked.connect(self.save_asked)
        self._notice.closed.connect(self.notice_closed)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save_asked)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_asked)


class _WholePage(PictureView):
    """As tall as the page is at its width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._grow)  # a layout at work hears nothing of new limits

    def _grow(self) -> None:
        tall = round(self.width() * A4_ACROSS) + look().px(48)
        if abs(tall - self.minimumHeight()) > look().px(LEAST_CHANGE):
            self.setMinimumHeight(tall)
