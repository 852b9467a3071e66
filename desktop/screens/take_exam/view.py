"""Draws a `TakeExamState`; reports what the person did."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.take_exam.keys import TYPE_NAMES, TYPE_TASKS
from desktop.screens.take_exam.side import ExamSide
from desktop.screens.take_exam.state import Hint, TakeExamState
from desktop.screens.take_exam.tools import ExamTools
from desktop.screens.take_exam.wishes import Wishes, shortcut, telling
from desktop.style.look import look
from desktop.widgets.answers import AnswerInput, answer_input
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card
from desktop.widgets.countdown import TimeLeft
from desktop.widgets.layout import STRETCH, FlowRow, SideBySide, boxed, column, drop, row
from desktop.widgets.marked_stem import MarkedStem
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.page_line import page_bar, page_line
from desktop.widgets.saved import SavedMark
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, SaveState, Tone
from desktop.widgets.waiting import WaitingPage
from desktop.words import mark, tr, trn
from desktop.words.numbers import points_text

_HINTS = {
    Hint.HALF: (Tone.INFO, mark("One choice is still missing: choose both the best and the worst.")),
    Hint.GAPS: (Tone.INFO, mark("Some places are still open. What stands here is saved.")),
    Hint.NO_NUMBER_YET: (
        Tone.INFO,
        mark("Not a number yet. What stands here is kept, and counts as no answer until it is one."),
    ),
    Hint.PART_OVER: (Tone.WARN, mark("The time here is over. What you have answered stands; go on with the others.")),
    Hint.NOT_SAVED: (Tone.BAD, mark("This answer is not saved. Call the proctor; your saved answers are safe.")),
}
_ACTIVATION = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate)  # `ActivationChange` comes to windows alone
FLOWING_FROM = 150
"""From this size of text on the buttons stand below the question: a bar of theirs would leave no room to read."""


class TakeExamView(QWidget):
    """One question at a time; clock and buttons stay in their places while the question scrolls.

    Signals:
        answered: the response's JSON form, None when taken back
        drafted: what stands in the answer and is none yet
        position_asked: a place of the navigator
        next_asked, back_asked, flag_asked, summary_asked: the buttons and keys
        retry_asked: save once more
        clock_hidden: True when the time was put away
        window_left: True when the window has lost the focus, False when it has it
        ticked: half a second has gone
        proctor_asked: the proctor signs in at this PC
        strike_asked: an option to strike out, or not any more
        marked, unmarked: a piece of the stem to highlight, a character whose highlight is to go

    What is asked of the tools is told by `tools`.
    """

    answered = Signal(object)
    drafted = Signal(object)
    position_asked = Signal(int)
    next_asked = Signal()
    back_asked = Signal()
    flag_asked = Signal()
    summary_asked = Signal()
    retry_asked = Signal()
    clock_hidden = Signal(bool)
    window_left = Signal(bool)
    ticked = Signal()
    proctor_asked = Signal()
    strike_asked = Signal(str)
    marked = Signal(int, int)
    unmarked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._input: AnswerInput | None = None
        self._shown: tuple[int, str, str] = (0, "", "")
        self._asked = ""
        self._standing: object = None  # what the field holds by the state shown last
        self._build()
        self._connect()

    def show_state(self, state: TakeExamState) -> None:
        """Make the widgets agree with the state."""
        self._title.setText(state.title)
        show_if(self._page, state.waiting is None)
        self._wait.show_waiting(state.waiting)
        self._number.setText(tr("Question {n} of {total}").format(n=state.position, total=state.total))
        self._type.show_badge(tr(TYPE_NAMES[state.item_type]), Tone.ACCENT, "")
        points = trn("{points} point", "{points} points", state.points // 1000, points=points_text(state.points))
        self._task.setText(f"{tr(TYPE_TASKS[state.item_type])} · {points}")
        self._show_stem(state)
        self._show_input(state)
        self._show_aids(state)
        self._show_saved(state)
        self._show_buttons(state)
        self._side.show_paper(state)
        self._clock.set_hidden_clock(state.clock_hidden)
        self._clock.show_time(state.seconds_left, state.alert)
        self._clock.show_part(state.part_seconds)

    def show_seconds(self, seconds: int | None, part: int | None) -> None:
        """Show the time left, of the whole and of the question or its part; None without a limit."""
        self._clock.show_seconds(seconds)
        self._clock.show_part(part)

    def focus_answer(self) -> None:
        """Put the keyboard on the answer."""
        if self._input is not None:
            self._input.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        # Wherever the focus is: a letter means an option of the question on the screen, or a wish.
        if self._wishes.grant(event):
            return
        if self._input is not None and not self._input.isAncestorOf(self.focusWidget() or self):
            self._input.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() in _ACTIVATION:
            self._tell_window()
        return super().event(event)

    def _build(self) -> None:
        self._title = label("", "muted", name="exam_title")
        self._clock = TimeLeft()
        self._saved = named(SavedMark(), "saved_mark")
        self._number = label("", "heading", name="question_number")
        self._type = Badge("", Tone.ACCENT)
        self._task = label("", "muted", name="task")
        self._stem = named(MarkedStem(), "stem")
        self.tools = ExamTools()
        self._answer_place = column(gap="none")
        self._hint = named(NoticeBar(), "hint")
        self._flag = quiet("", "flag", name="flag")
        self._back = secondary(tr("Back"), "arrow_left", name="back")
        self._next = primary("", name="next")
        self._side = ExamSide()
        self._question = self._question_card()
        self._wait = WaitingPage()
        self._wait.proctor_asked.connect(self.proctor_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        self._page = ScrollPage("wide")
        self._page.add(SideBySide(boxed(column(self._question, STRETCH)), self._side))
        if look().zoom < FLOWING_FROM:
            self._page.footer(page_line(row(self._back, self._flag, STRETCH, self._next), "wide"))
        else:
            self._question.add(FlowRow(self._next, self._back, self._flag))
        bar = row(gap="m")
        bar.addWidget(self._title, 1)
        bar.addWidget(self._clock)  # with its warning: up here it pushes no option from under the mouse
        self.setLayout(column(page_bar(bar, "wide"), self._page, self._wait, gap="none"))

    def _question_card(self) -> Card:
        head = FlowRow(self._number, self._type, gap="m")
        question = Card()
        question.add(column(head, self._task, gap="xs"))
        question.add(self._stem)
        question.add(self._answer_place)
        question.add(row(self._saved, STRETCH))
        question.add(self._hint)
        question.add(self.tools)
        return question

    def _connect(self) -> None:
        self._side.navigator.chosen.connect(self.position_asked)
        self._hint.action_asked.connect(self.retry_asked)
        self._clock.hidden_changed.connect(self.clock_hidden)
        buttons = (self._next, self._back, self._flag, self._side.summary)
        signals = (self.next_asked, self.back_asked, self.flag_asked, self.summary_asked)
        keys = ("Alt+Right", "Alt+Left", "Ctrl+M", "Ctrl+Return")
        for button, signal, key in zip(buttons, signals, keys, strict=True):
            button.clicked.connect(telling(signal))
            shortcut(self, key, signal.emit)
        shortcut(self, "Ctrl+Enter", self.summary_asked.emit)
        self._connect_aids()
        timer = QTimer(self)
        timer.setInterval(500)
        timer.timeout.connect(self.ticked)
        timer.timeout.connect(self._tell_window)  # whoever has left before this view came tells no change
        timer.start()

    def _connect_aids(self) -> None:
        tools = self.tools
        self._stem.marked.connect(self.marked)
        self._stem.unmarked.connect(self.unmarked)
        self._stem.left.connect(self.focus_answer)
        tools.highlight_asked.connect(self._stem.setFocus)
        tools.left.connect(self.focus_answer)
        tools.opened.connect(self._show_part)
        aids = {"H": self._stem.setFocus, **tools.wishes()}
        turns = {"F": self._flag.click, "N": self._next.click, "P": self._back.click}
        keys = {"?": tools.keys_asked.emit, "？": tools.keys_asked.emit}
        self._wishes = Wishes(self, aids, {**turns, **keys})
        shortcut(self, "F1", tools.keys_asked.emit)

    def _tell_window(self) -> None:
        if self.isVisible():  # a view put away is in no window any more
            self.window_left.emit(not self.isActiveWindow())

    def _show_stem(self, state: TakeExamState) -> None:
        if state.stem != self._asked:
            self._asked = state.stem
            self._stem.show_stem(state.stem)
        self._stem.set_open(state.open)
        self._stem.show_marks(state.aids.spans)

    def _show_aids(self, state: TakeExamState) -> None:
        self.tools.show_aids(state)
        if self._input is not None:
            self._input.show_strikes(state.aids.strikes, state.aids.striking)

    def _show_input(self, state: TakeExamState) -> None:
        key = (state.position, "" if state.waiting else state.item_type, state.aids.lang)
        standing = state.value if state.draft is None else state.draft
        if key != self._shown or self._input is None:
            self._input = self._new_input(state)
            self._shown = key
        elif standing not in (self._standing, self._input.value()):  # else what is being typed would be lost
            _fill(self._input, state)
        self._standing = standing
        self._input.set_read_only(not state.open or state.part_seconds == 0)

    def _new_input(self, state: TakeExamState) -> AnswerInput:
        old, new = self._input, named(answer_input(state.item_type), "answer")
        if old is not None:
            old.blockSignals(True)  # losing the focus it would tell its number once more, as the new question's
            self._answer_place.removeWidget(old)
            drop(old)
        new.show_question(state.options, state.unit)
        _fill(new, state)
        new.answered.connect(self.answered)
        new.drafted.connect(self.drafted)
        new.strike_asked.connect(self.strike_asked)
        self._answer_place.addWidget(new)
        self._lead_on_from(new)
        new.focus_first()
        self._side.show_keys(state.item_type)
        self._page.to_top()
        return new

    def _lead_on_from(self, answer: AnswerInput) -> None:
        """Tab goes from the answer to the buttons: a new answer stands last in Qt's order."""
        takes = Qt.FocusPolicy.TabFocus
        own = [part for part in answer.findChildren(QWidget) if part.window() is self.window()]  # a list's popup is not
        inside = [part for part in own if part.focusPolicy() & takes and part.focusProxy() is None]
        chain = (*inside[-1:], self._back, self._flag, self._next)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _show_saved(self, state: TakeExamState) -> None:
        show_if(self._saved, state.saved is not SaveState.IDLE)
        self._saved.show_saved(state.saved, _saved_text(state))
        if self._input is not None and state.fault:
            self._input.show_fault(state.fault)
        found = _HINTS.get(state.hint)
        again = tr("Save again") if state.hint is Hint.NOT_SAVED else ""
        self._hint.show_notice(None if found is None else NoticeValue(found[0], tr(found[1]), again))
        if again:
            self._show_part(self._hint)

    def _show_part(self, part: QWidget) -> None:
        # The page has its new height only after the next round of the layouts.
        QTimer.singleShot(0, self, lambda: self._page.show_widget(part))

    def _show_buttons(self, state: TakeExamState) -> None:
        last = state.position == state.total
        words = tr("Back to the start page") if state.trial else tr("Check and hand in")
        self._next.setText(words if last else tr("Next question"))
        self._flag.setText(tr("Take the flag away") if state.flagged else tr("Flag this question"))
        self._back.setEnabled(state.open and state.position > 1)
        for part in (self._next, self._flag):
            part.setEnabled(state.open)


def _fill(answer: AnswerInput, state: TakeExamState) -> None:
    answer.set_value(state.value)
    if state.draft is not None:
        answer.set_draft(state.draft)


def _saved_text(state: TakeExamState) -> str:
    if state.saved is not SaveState.SAVED:
        return ""
    if state.draft is not None:
        return tr("Kept on this PC as typed")
    return tr("Answer taken back") if state.value is None else tr("Saved on this PC")
