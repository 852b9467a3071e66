"""Draws an `HrReplayState`: the exam's own question, read only, under the time as it went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_replay.state import HrReplayState, ShownItem, StepRow
from desktop.style.look import look
from desktop.widgets.answers import AnswerInput, answer_input, show_candidates
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.key_door import KeyDoor
from desktop.widgets.layout import STRETCH, FlowRow, SideBySide, boxed, column, drop
from desktop.widgets.marked_stem import MarkedStem
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.table import Column
from desktop.widgets.time_line import TimeLine, TimeMark
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr


class HrReplayView(QWidget):
    """The passphrase first; then facts, the line of time, the question as it stood, every step.

    Signals:
        open_asked: the passphrase
        step_asked, question_asked: a step of the line or the list, a question of the navigator
        next_asked, back_asked: one step on or back
        disturbance_asked: the next one (1) or the one before (-1)
        language_asked, appeal_asked, leave_asked: the buttons; Esc leaves
    """

    open_asked = Signal(str)
    step_asked = Signal(int)
    question_asked = Signal(int)
    next_asked = Signal()
    back_asked = Signal()
    disturbance_asked = Signal(int)
    language_asked = Signal()
    appeal_asked = Signal()
    leave_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._input: AnswerInput | None = None
        self._shown: tuple[int, str, str] = (0, "", "")
        self._build(title)
        self._connect()

    def show_state(self, state: HrReplayState) -> None:
        """Make the widgets agree with the state."""
        show_if(self._door, not state.opened)
        self._door.show_door(busy=state.busy, fault=state.fault)
        show_if(self._work, state.opened)
        if not state.opened:
            return
        agreed = NoticeValue(Tone.GOOD, tr("The steps end in the state that was graded."))
        self._verdict.show_notice(NoticeValue(Tone.BAD, state.disagrees) if state.disagrees else agreed)
        self._facts.show_facts(state.facts)
        marks = tuple(TimeMark(one.at, one.step, one.tone, one.text) for one in state.disturbances)
        self._line.show_steps(state.places, marks, state.step, state.told)
        self._told.setText(state.told)
        self._left.setText(tr("Time left {clock}").format(clock=state.clock))
        for button, way in ((self._back, 1), (self._next, state.last)):
            button.setEnabled(state.step != way)
        for button in (self._earlier, self._later):
            show_if(button, bool(state.disturbances))
        self._stopped.show_notice(NoticeValue(Tone.WARN, state.stopped) if state.stopped else None)
        self._show_question(state)
        self._steps.show_rows(state.rows, str(state.step))
        self._navigator.show_places(state.questions, state.position)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            if self._work.isHidden():
                self._door.focus()
            else:
                self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, state: HrReplayState) -> None:
        item = state.item
        self._number.setText(tr("Question {n} of {total}").format(n=state.position, total=state.total))
        show_if(self._flag, item.flagged)
        self._lang.setText(state.lang_told)
        self._stem.show_stem(item.stem if item.known else tr("The pack of this exam is not kept here."))
        self._stem.set_open(False)
        self._stem.show_marks(item.spans)
        key = (state.position, item.item_type, state.lang)
        if key != self._shown or self._input is None:
            self._shown = key
            self._input = self._new_input(item)
        self._input.set_value(item.value)
        self._input.show_strikes(item.struck, False)
        show_candidates(self._input)
        show_if(self._input, item.known)
        for part, text in (
            (self._remark, tr("Remark to HR: {text}").format(text=item.remark) if item.remark else ""),
            (self._scratch, tr("Scratch notes: {text}").format(text=state.scratch) if state.scratch else ""),
        ):
            part.setText(text)
            show_if(part, bool(text))

    def _new_input(self, item: ShownItem) -> AnswerInput:
        if self._input is not None:
            self._place.removeWidget(self._input)
            drop(self._input)
        new = named(answer_input(item.item_type), "answer")
        new.show_question(item.options, item.unit)
        self._place.addWidget(new)
        return new

    def _build(self, title: str) -> None:
        self._door = KeyDoor(tr("What was answered opens with the key that branches have sealed their files to."))
        self._verdict, self._stopped = named(NoticeBar(), "agreement"), named(NoticeBar(), "stopped")
        self._facts = FactList()
        self._line = named(TimeLine(tr("Time of the exam")), "time_line")
        self._told = label("", "strong", name="step_told")
        self._left = label("", "muted", wrap=False, name="time_left")
        self._back = secondary(tr("Step back"), "arrow_left", name="step_back")
        self._next = secondary(tr("Next step"), "arrow_right", name="step_on")
        self._earlier = quiet(tr("Disturbance before"), "arrow_left", name="disturbance_before")
        self._later = quiet(tr("Next disturbance"), "arrow_right", name="disturbance_next")
        self._language = quiet(tr("Other language"), "language", name="other_language")
        self._appeal = quiet(tr("Appeal against this question"), "note", name="appeal")
        self._leave = quiet(tr("Back to the person"), "arrow_left", name="leave")
        page = ScrollPage("wide")
        about = tr("Everything the person saw and did, from the branch's own journal. Nothing can be changed here.")
        page.add(SectionHeader(title, about, level=1))
        self._work = boxed(column(self._verdict, self._time_card(), self._question_and_steps(), gap="m"))
        for part in (FlowRow(self._leave), self._door, self._work):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _time_card(self) -> Card:
        card = Card()
        ways = FlowRow(self._back, self._next, self._earlier, self._later)
        for part in (self._told, FlowRow(self._left), self._line, ways):
            card.add(part)
        return card

    def _question_and_steps(self) -> QWidget:
        self._number, self._flag = label("", "heading", name="question_number"), Badge(tr("Flagged"), Tone.WARN, "flag")
        self._lang = label("", "muted", name="shown_language")
        self._stem, self._place = named(MarkedStem(), "stem"), column(gap="none")
        self._remark, self._scratch = label("", "body", name="remark"), label("", "muted", name="scratch")
        question = Card()
        question.add(FlowRow(self._number, self._flag, gap="m"))
        for part in (self._lang, self._stopped, self._stem, boxed(self._place), self._remark, self._scratch):
            question.add(part)
        question.add(FlowRow(self._language, self._appeal))
        self._navigator = named(QuestionNavigator(legend=False), "navigator", tr("All questions"))
        side = Card(tr("Questions at this step"))
        side.add(self._navigator)
        about = Card(tr("Whose it is"), icon="person")
        about.add(self._facts)
        columns = (
            Column(tr("Step"), lambda row: str(row.number), lambda row: row.number, align_right=True),
            Column(tr("Time left"), lambda row: row.left, align_right=True),
            Column(tr("What happened"), lambda row: row.text, stretch=True, elided=True),
        )
        self._steps = named(KeptTable(tr("Steps"), columns, _key), "steps")
        self._steps.setMinimumHeight(look().px(280))
        return boxed(column(SideBySide(question, boxed(column(side, about))), self._steps, gap="m"))

    def _connect(self) -> None:
        self._door.open_asked.connect(self.open_asked)
        self._line.step_asked.connect(self.step_asked)
        self._navigator.chosen.connect(self.question_asked)
        self._steps.row_opened.connect(lambda row: self.step_asked.emit(row.number))
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)
        self._earlier.clicked.connect(lambda: self.disturbance_asked.emit(-1))
        self._later.clicked.connect(lambda: self.disturbance_asked.emit(1))
        self._language.clicked.connect(self.language_asked)
        self._appeal.clicked.connect(self.appeal_asked)
        self._leave.clicked.connect(self.leave_asked)
        for key, signal in (("Alt+Right", self.next_asked), ("Alt+Left", self.back_asked), ("Esc", self.leave_asked)):
            QShortcut(QKeySequence(key), self).activated.connect(signal)


def _key(row: StepRow) -> str:
    return str(row.number)
