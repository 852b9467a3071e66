"""Draws a `HandInState`; reports where the person wants to go."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.screens.hand_in.state import HandInState
from desktop.style.look import look
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.countdown import TimeLeft
from desktop.widgets.layout import STRETCH, column, row
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.notice import NoticeBar
from desktop.widgets.page_line import page_bar, page_line
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.widgets.waiting import WaitingPage
from desktop.words import tr, trn

_ACTIVATION = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate)  # `ActivationChange` comes to windows alone
FLOWING_FROM = 150
"""From this size of text on the buttons stand below the rest: a bar of theirs would leave no room to read."""


class HandInView(QWidget):
    """What is answered, flagged and open; every number leads back to its question.

    Signals:
        position_asked: back to this question
        back_asked: back to where the exam stood
        hand_in_asked: the person wants to hand in
        clock_hidden: True when the time was put away
        window_left: True when the window has lost the focus, False when it has it
        ticked: half a second has gone
        proctor_asked: the proctor signs in at this PC
    """

    position_asked = Signal(int)
    back_asked = Signal()
    hand_in_asked = Signal()
    clock_hidden = Signal(bool)
    window_left = Signal(bool)
    ticked = Signal()
    proctor_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ScrollPage("text")
        self._wait = WaitingPage()
        self._wait.proctor_asked.connect(self.proctor_asked)
        self._clock = TimeLeft()
        self._title = label("", "muted", name="exam_title")
        self._head = SectionHeader(tr("Check before handing in"), level=1)
        self._notice = named(NoticeBar(), "open_questions")
        self._open_card, self._unanswered = _group(tr("Without an answer"), "unanswered")
        self._flag_card, self._flagged = _group(tr("Flagged"), "flagged")
        self._navigator = named(QuestionNavigator(columns=12), "navigator", tr("All questions"))
        self._time_card, self._time = Card(tr("Your time"), icon="clock"), FactList()
        self._back = secondary(tr("Back to the questions"), "arrow_left", name="back")
        self._hand_in = primary(tr("Hand in"), "check", name="hand_in")
        self._build()
        self._connect()

    def show_state(self, state: HandInState) -> None:
        """Make the widgets agree with the state."""
        self._title.setText(state.title)
        goes_on = self._page.isHidden() and state.waiting is None
        show_if(self._page, state.waiting is None)
        self._wait.show_waiting(state.waiting)
        self._notice.show_notice(_notice(state))
        groups = (
            (self._open_card, self._unanswered, state.unanswered),
            (self._flag_card, self._flagged, state.flagged),
        )
        for card, navigator, places in groups:
            navigator.show_places(places, 0)
            show_if(card, bool(places))
        self._navigator.show_places(state.places, state.here)
        for part in (self._hand_in, self._back, self._navigator, self._unanswered, self._flagged):
            part.setEnabled(state.open)
        self._time.show_facts(state.time)
        show_if(self._time_card, bool(state.time))
        self._clock.set_hidden_clock(state.clock_hidden)
        self._clock.show_time(state.seconds_left, state.alert)
        if goes_on:
            self.focus_back()

    def show_seconds(self, seconds: int | None) -> None:
        """Show the time left; None without a limit."""
        self._clock.show_seconds(seconds)

    def focus_back(self) -> None:
        """Put the keyboard on the way back: whoever came by a key too many loses nothing."""
        self._back.setFocus()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() in _ACTIVATION:
            self._tell_window()
        return super().event(event)

    def _build(self) -> None:
        everything = Card(tr("All questions"))
        everything.add(label(tr("Choose a number to go back to that question."), "muted"))
        everything.add(self._navigator)
        named(self._time_card, "time_facts").add(self._time)
        for part in (self._head, self._notice, self._open_card, self._flag_card, self._time_card, everything):
            self._page.add(part)
        buttons = row(self._back, STRETCH, self._hand_in)
        if look().zoom < FLOWING_FROM:
            self._page.footer(page_line(buttons, "text"))
        else:
            self._page.add(buttons)
        bar = row(gap="m")
        bar.addWidget(self._title, 1)
        bar.addWidget(self._clock)
        self.setLayout(column(page_bar(bar, "text"), self._page, self._wait, gap="none"))

    def _connect(self) -> None:
        for navigator in (self._navigator, self._unanswered, self._flagged):
            navigator.chosen.connect(self.position_asked)
        self._back.clicked.connect(self.back_asked)
        self._hand_in.clicked.connect(self.hand_in_asked)
        self._clock.hidden_changed.connect(self.clock_hidden)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_asked)
        timer = QTimer(self)
        timer.setInterval(500)
        timer.timeout.connect(self.ticked)
        timer.timeout.connect(self._tell_window)
        timer.start()

    def _tell_window(self) -> None:
        if self.isVisible():  # a view put away is in no window any more
            self.window_left.emit(not self.isActiveWindow())


def _group(title: str, name: str) -> tuple[Card, QuestionNavigator]:
    card, navigator = Card(title), named(QuestionNavigator(legend=False, columns=12), name, title)
    card.add(navigator)
    return card, navigator


def _notice(state: HandInState) -> NoticeValue:
    if not state.unanswered:
        return NoticeValue(Tone.GOOD, tr("Every question is answered."), detail=tr("All of them are saved on this PC."))
    missing = len(state.unanswered)
    text = trn("{n} question has no answer yet.", "{n} questions have no answer yet.", missing)
    return NoticeValue(Tone.WARN, text, detail=tr("A wrong answer costs nothing; no answer gives nothing."))
