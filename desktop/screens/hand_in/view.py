"""Draws a `HandInState`; reports where the person wants to go."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.hand_in.state import HandInState
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.card import Card, SectionHeader, StatTile
from desktop.widgets.countdown import Countdown
from desktop.widgets.layout import STRETCH, CardGrid, clear_layout, row
from desktop.widgets.naming import label, named
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr, trn


class HandInView(QWidget):
    """What is answered, flagged and open.

    Signals:
        position_asked: back to this question
        back_asked: back to where the exam stood
        hand_in_asked: the person wants to hand in
        ticked: a second has gone
    """

    position_asked = Signal(int)
    back_asked = Signal()
    hand_in_asked = Signal()
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ScrollPage("text")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self._clock = named(Countdown(), "clock", tr("Time left"))
        self._head = QVBoxLayout()
        self._tiles = CardGrid(200)
        self._notice = named(NoticeBar(), "open_questions")
        self._navigator = named(QuestionNavigator(columns=10), "navigator", tr("All questions"))
        self._back = secondary(tr("Back to the questions"), "arrow-left", name="back")
        self._hand_in = primary(tr("Hand in"), "check", name="hand_in")
        self._build()
        self._navigator.chosen.connect(self.position_asked)
        self._back.clicked.connect(self.back_asked)
        self._hand_in.clicked.connect(self.hand_in_asked)

    def show_state(self, state: HandInState) -> None:
        """Make the widgets agree with the state."""
        clear_layout(self._head)
        self._head.addWidget(SectionHeader(tr("Check before handing in"), overline=state.title, level=1))
        self._tiles.clear()
        self._tiles.add(StatTile(str(state.answered), tr("answered"), Tone.GOOD))
        self._tiles.add(StatTile(str(len(state.unanswered)), tr("without an answer"), _warn(state.unanswered)))
        self._tiles.add(StatTile(str(len(state.flagged)), tr("flagged"), Tone.NEUTRAL))
        self._notice.show_notice(_notice(state))
        self._navigator.show_places(state.places, 0)
        self.show_seconds(state.seconds_left)

    def show_seconds(self, seconds: int | None) -> None:
        """Show the time left; None without a limit."""
        self._clock.show_seconds(seconds)

    def _build(self) -> None:
        grid = Card(tr("All questions"))
        grid.add(label(tr("Choose a number to go back to that question."), "muted"))
        grid.add(self._navigator)
        for part in (row(STRETCH, self._clock), self._head, self._tiles, self._notice, grid):
            self._page.add(part)
        self._page.add(row(self._back, STRETCH, self._hand_in))
        timer = QTimer(self)
        timer.setInterval(500)
        timer.timeout.connect(self.ticked)
        timer.start()


def _warn(open_ones: tuple[int, ...]) -> Tone:
    return Tone.WARN if open_ones else Tone.NEUTRAL


def _notice(state: HandInState) -> NoticeValue:
    if not state.unanswered:
        return NoticeValue(Tone.GOOD, tr("Every question is answered."))
    numbers = ", ".join(str(number) for number in state.unanswered)
    text = trn(
        "{n} question has no answer: {numbers}",
        "{n} questions have no answer: {numbers}",
        len(state.unanswered),
        numbers=numbers,
    )
    return NoticeValue(Tone.WARN, text)
