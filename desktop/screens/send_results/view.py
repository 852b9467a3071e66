"""Draws a `SendResultsState`; reports which way the results go, and that time has gone."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.send_results.state import SendResultsState
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.symbol import symbol_picture
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

TURN_MS = 1500
"""So long a code stands while they change by themselves: readers take about a second."""

_SYMBOL_PX = 420
"""At every size of text: a larger one would not stand on the screen as a whole."""


class SendResultsView(QWidget):
    """Three ways, what was done, and the code on the screen.

    Signals:
        folder_asked, mail_asked, codes_asked: the three ways
        stepped: one code on (1) or back (-1)
        run_asked: the codes change by themselves, or stop
        leave_asked: the button, or Esc
        ticked: a moment has gone
    """

    folder_asked = Signal()
    mail_asked = Signal()
    codes_asked = Signal()
    stepped = Signal(int)
    run_asked = Signal()
    leave_asked = Signal()
    ticked = Signal()

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[bool, bool, str, str] = (False, False, "", "")
        self._build(back)
        self._connect()

    def show_state(self, state: SendResultsState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._end.show_notice(NoticeValue(Tone.GOOD, state.done) if state.done else None)
        for button in (self._folder, self._mail, self._codes, self._back):
            button.setEnabled(not state.busy)
        show_if(self._progress, state.busy)
        self._progress.set_busy(tr("Sealing for HR"))
        show_if(self._shown, state.count > 0)
        if state.count:
            self._shown.show_code(state)
        self._follow(state)

    def _follow(self, state: SendResultsState) -> None:
        """What has come of the last press is in sight, and the keyboard is not lost with the buttons that were off."""
        now = state.busy, bool(state.count), state.done, state.fault
        if now == self._told:
            return
        was_busy, self._told = self._told[0], now
        self._page.to_top()
        if state.count:
            QTimer.singleShot(0, self._shown, lambda: self._page.show_widget(self._shown.symbol))  # sized only then
        if was_busy and not state.busy:
            (self._shown.after if state.count else self._folder).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, back: str) -> None:
        self._fault, self._end = named(NoticeBar(), "send_fault"), named(NoticeBar(), "send_end")
        self._progress = named(ProgressBar(tr("Sealing for HR")), "send_progress")
        self._folder = primary(tr("Choose a stick or a shared folder"), "folder", name="to_folder")
        self._mail = secondary(tr("Copy the text for a mail"), "copy", name="to_mail")
        self._codes = secondary(tr("Show codes on the screen"), "grid", name="to_codes")
        self._back = quiet(back, "arrow_left", name="leave")
        self._shown = named(CodeCard(), "codes_shown")
        about = tr("Everything that HR has sent no receipt for, sealed: only HR can open it, whichever way it goes.")
        page = self._page = ScrollPage("text")
        page.add(SectionHeader(tr("Results for HR"), about, level=1))
        ways = (
            (tr("A stick, or a folder that HR sees too"), "folder", self._folder),
            (tr("A mail, where the results are not large"), "copy", self._mail),
            (tr("Codes on the screen, where nothing may be plugged in"), "grid", self._codes),
        )
        told_first: tuple[QWidget, ...] = (self._fault, self._end, self._progress, self._shown)
        for widget in told_first:
            page.add(widget)
        for title, icon, button in ways:
            card = Card(title, icon=icon)
            card.add(FlowRow(button))
            page.add(card)
        page.add(FlowRow(self._back))
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._folder.clicked.connect(self.folder_asked)
        self._mail.clicked.connect(self.mail_asked)
        self._codes.clicked.connect(self.codes_asked)
        self._back.clicked.connect(self.leave_asked)
        self._shown.stepped.connect(self.stepped)
        self._shown.run_asked.connect(self.run_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        for key, by in (("Left", -1), ("Right", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self.stepped.emit(by))
        timer = QTimer(self)
        timer.setInterval(TURN_MS)
        timer.timeout.connect(self.ticked)
        timer.start()


class CodeCard(Card):
    """One code on the screen, and the way to the others.

    Signals:
        stepped: one code on (1) or back (-1)
        run_asked: they change by themselves, or stop
    """

    stepped = Signal(int)
    run_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Codes for HR"), icon="grid")
        before = secondary(tr("Code before"), "arrow_left", name="code_before")
        self.after = secondary(tr("Next code"), "arrow_right", name="code_after")
        self._run = quiet(tr("Let them change by themselves"), "play", name="codes_run")
        self._where = label("", "heading", name="code_place")
        self.symbol = named(label(wrap=False), "code_symbol")
        told = tr("HR photographs each code, or reads it with a code reader; the order does not matter.")
        for part in (self._where, FlowRow(before, self.after, self._run), self.symbol, label(told, "small")):
            self.add(part)
        before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self._run.clicked.connect(self.run_asked)

    def show_code(self, state: SendResultsState) -> None:
        """The code of the state, which has one."""
        told = tr("Code {place} of {count}").format(place=state.place, count=state.count)
        self._where.setText(told)
        side = len(state.symbol) + 8
        self.symbol.setPixmap(symbol_picture(state.symbol, max(3, _SYMBOL_PX // side)))
        self.symbol.setAccessibleName(told)
        told, drawn = (tr("Stop"), "pause") if state.runs else (tr("Let them change by themselves"), "play")
        self._run.turn_into(told, drawn)
