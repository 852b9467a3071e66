"""Draws a `TakeExamState`; reports what the person did."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.take_exam.state import Hint, TakeExamState
from desktop.widgets.answers import AnswerInput, StemView, answer_input
from desktop.widgets.badge import Badge, KeyHint
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card
from desktop.widgets.countdown import Countdown
from desktop.widgets.layout import STRETCH, FlowRow, SideBySide, boxed, column, row
from desktop.widgets.naming import label, named
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.saved import SavedMark
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import mark, tr
from desktop.words.numbers import points_text

TYPE_NAMES = {
    "single": mark("Single choice"),
    "multiple": mark("Multiple choice"),
    "truefalse": mark("True or false"),
    "numerical": mark("Calculation"),
    "best_worst": mark("Best and worst"),
}
TYPE_TASKS = {
    "single": mark("Choose the one right answer."),
    "multiple": mark("Choose every right answer; there are at least two."),
    "truefalse": mark("Is the statement true or false?"),
    "numerical": mark("Work it out and type the number."),
    "best_worst": mark("Choose the best move and the worst move."),
}
_HINTS = {
    Hint.NOT_A_NUMBER: (Tone.WARN, mark("This is not a number yet. Type digits such as 78.80.")),
    Hint.NOT_SAVED: (Tone.BAD, mark("This answer is not saved. Call the proctor; your saved answers are safe.")),
    Hint.PAUSED: (Tone.INFO, mark("The proctor has paused your exam. The clock stands still.")),
}


class TakeExamView(QWidget):
    """One question at a time.

    Signals:
        answered: the response's JSON form, None when taken back
        position_asked: a place of the navigator
        next_asked, back_asked, flag_asked, summary_asked: the buttons and keys
        ticked: a second has gone
    """

    answered = Signal(object)
    position_asked = Signal(int)
    next_asked = Signal()
    back_asked = Signal()
    flag_asked = Signal()
    summary_asked = Signal()
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TakeExamState()
        self._input: AnswerInput | None = None
        self._shown: tuple[int, str] = (0, "")
        self._build()
        self._connect()

    def show_state(self, state: TakeExamState) -> None:
        """Make the widgets agree with the state."""
        self._state = state
        self._title.setText(state.title)
        self._number.setText(tr("Question {n} of {total}").format(n=state.position, total=state.total))
        self._type.show_badge(tr(TYPE_NAMES[state.item_type]), Tone.ACCENT, "")
        points = tr("{points} points").format(points=points_text(state.points))
        self._task.setText(f"{tr(TYPE_TASKS[state.item_type])} · {points}")
        self._stem.show_stem(state.stem)
        self._show_input(state)
        self._flag.setText(tr("Flagged: take the flag away") if state.flagged else tr("Flag to come back"))
        self._back.setEnabled(state.position > 1)
        last = state.position == state.total
        self._next.setText(tr("Check and hand in") if last else tr("Next question"))
        self._saved.show_saved(state.saved)
        self._navigator.show_places(state.places, state.position)
        done = tr("{answered} of {total} answered").format(answered=state.answered, total=state.total)
        self._done.set_value(state.answered * 100 // max(1, state.total), done)
        self._show_hint(state.hint)
        self.show_seconds(state.seconds_left)

    def show_seconds(self, seconds: int | None) -> None:
        """Show the time left; None without a limit."""
        self._clock.show_seconds(seconds)

    def focus_answer(self) -> None:
        """Put the keyboard on the answer."""
        if self._input is not None:
            self._input.focus_first()

    def _build(self) -> None:
        self._title = label("", "muted", name="exam_title")
        self._clock = named(Countdown(), "clock", tr("Time left"))
        self._saved = named(SavedMark(), "saved")
        self._number = label("", "heading", name="question_number")
        self._type = Badge("", Tone.ACCENT)
        self._task = label("", "muted", name="task")
        self._stem = named(StemView(), "stem")
        self._answer_place = QVBoxLayout()
        self._answer_place.setContentsMargins(0, 0, 0, 0)
        self._hint = named(NoticeBar(), "hint")
        self._flag = quiet("", "flag", name="flag")
        self._back = secondary(tr("Back"), "arrow-left", name="back")
        self._next = primary(tr("Next question"), name="next")
        self._navigator = named(QuestionNavigator(), "navigator", tr("All questions"))
        self._done = ProgressBar(tr("Answered questions"))
        self._summary = secondary(tr("Check and hand in"), name="summary")
        self._page = ScrollPage("full")
        self._page.add(row(self._title, STRETCH, self._saved, self._clock))
        self._page.add(SideBySide(self._question_card(), self._side_card()))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)

    def _question_card(self) -> Card:
        head = FlowRow(self._number, self._type)
        question = Card()
        question.add(column(head, self._task, self._stem, self._answer_place, self._hint, gap="m"))
        question.add(row(self._back, self._flag, STRETCH, self._next))
        return question

    def _side_card(self) -> Card:
        side = Card(tr("All questions"))
        side.add(self._done)
        side.add(self._navigator)
        side.add(self._summary)
        side.add(self._keys())
        return side

    def _keys(self) -> QWidget:
        hints = (
            KeyHint("A–F", tr("choose")),
            KeyHint("Alt+←  Alt+→", tr("back, next")),
            KeyHint("Ctrl+M", tr("flag")),
            KeyHint("Ctrl+Enter", tr("hand-in page")),
        )
        return boxed(column(*hints, gap="xs"))

    def _connect(self) -> None:
        self._navigator.chosen.connect(self._turn)
        self._next.clicked.connect(self._leave_for(self.next_asked))
        self._back.clicked.connect(self._leave_for(self.back_asked))
        self._flag.clicked.connect(self.flag_asked)
        self._summary.clicked.connect(self._leave_for(self.summary_asked))
        keys = {
            "Alt+Right": self._leave_for(self.next_asked),
            "Alt+Left": self._leave_for(self.back_asked),
            "Ctrl+M": self.flag_asked.emit,
            "Ctrl+Return": self._leave_for(self.summary_asked),
            "Ctrl+Enter": self._leave_for(self.summary_asked),
        }
        for keys_text, action in keys.items():
            QShortcut(QKeySequence(keys_text), self).activated.connect(action)
        timer = QTimer(self)
        timer.setInterval(500)
        timer.timeout.connect(self.ticked)
        timer.start()

    def _leave_for(self, signal: "Signal") -> "_Leaving":
        return _Leaving(self, signal)

    def _turn(self, position: int) -> None:
        self.commit()
        self.position_asked.emit(position)

    def commit(self) -> None:
        """Report a number that is typed but not yet reported."""
        if self._input is not None:
            self._input.commit()

    def _show_input(self, state: TakeExamState) -> None:
        key = (state.position, state.item_type)
        if key != self._shown or self._input is None:
            self._replace_input(state)
            self._shown = key
        elif self._input.value() != state.value and state.hint is not Hint.NOT_A_NUMBER:
            self._input.set_value(state.value)
        self._input.set_read_only(not state.open)

    def _replace_input(self, state: TakeExamState) -> None:
        old, self._input = self._input, answer_input(state.item_type)
        if old is not None:
            self._answer_place.removeWidget(old)
            old.hide()
            old.deleteLater()
        named(self._input, "answer")
        self._input.show_question(state.options, state.unit)
        self._input.set_value(state.value)
        self._input.answered.connect(self.answered)
        self._answer_place.addWidget(self._input)
        self._input.focus_first()

    def _show_hint(self, hint: Hint) -> None:
        found = _HINTS.get(hint)
        self._hint.show_notice(None if found is None else NoticeValue(found[0], tr(found[1])))


class _Leaving:
    """Commits what is typed, then emits the signal."""

    def __init__(self, view: TakeExamView, signal: "Signal") -> None:
        self._view = view
        self._signal = signal

    def __call__(self, *_checked: object) -> None:
        self._view.commit()
        self._signal.emit()
