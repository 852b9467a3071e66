"""Draws an `HrMarkingCaseState`; reports the points as they are typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_marking_case.state import HrMarkingCaseState
from desktop.widgets.answers import AnswerInput, answer_input, show_candidates
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.fields import TextField
from desktop.widgets.key_door import KeyDoor
from desktop.widgets.layout import STRETCH, FlowRow, boxed, column, drop
from desktop.widgets.marked_stem import MarkedStem
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.text_area import TextArea
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

REMARK_MOST = 1000


class HrMarkingCaseView(QWidget):
    """The question with the answer, an answer that counts in full, and the form of the points.

    Signals:
        open_asked: the passphrase
        points_typed, words_typed: what stands in the fields
        mark_asked, leave_asked: the buttons; Enter in the points marks, Esc leaves
    """

    open_asked = Signal(str)
    points_typed = Signal(str)
    words_typed = Signal(str)
    mark_asked = Signal()
    leave_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._input: AnswerInput | None = None
        self._build(title)
        self._connect()

    def show_state(self, state: HrMarkingCaseState) -> None:
        """Make the widgets agree with the state."""
        show_if(self._door, not state.opened)
        self._door.show_door(busy=state.busy, fault="" if state.opened else state.fault)
        show_if(self._work, state.opened)
        if not state.opened:
            return
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._turn.show_badge(state.turn, Tone.ACCENT, "")
        self._stem.show_stem(state.stem if state.known else tr("The pack of this exam is not kept here."))
        self._stem.set_open(False)
        self._show_answer(state)
        for part, text in (
            (self._remark, tr("The candidate's remark: {text}").format(text=state.remark) if state.remark else ""),
            (self._correct, tr("Counts in full: {answer}").format(answer=state.correct) if state.correct else ""),
        ):
            part.setText(text)
            show_if(part, bool(text))
        self._marks.show_facts(state.marks)
        show_if(self._given, bool(state.marks))
        show_if(self._form, state.mine)
        self._points.set_hint(tr("From 0 to {most}").format(most=state.most))
        self._points.set_text(state.points)
        self._words.set_text(state.words)
        self._inner.setEnabled(not state.busy)
        self._mark.set_busy(state.busy)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if event.spontaneous():
            return
        if not self._door.isHidden():
            self._door.focus()
        elif not self._form.isHidden():
            self._points.focus()
        else:
            self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_answer(self, state: HrMarkingCaseState) -> None:
        if self._input is None and state.known:
            self._input = named(answer_input(state.item_type), "answer")
            self._input.show_question(state.options, state.unit)
            self._place.addWidget(self._input)
        elif self._input is not None and not state.known:
            drop(self._input)
            self._input = None
        if self._input is not None:
            self._input.set_value(state.value)
            show_candidates(self._input)

    def _build(self, title: str) -> None:
        self._door = KeyDoor(tr("What was answered opens with the key that branches have sealed their files to."))
        self._fault, self._turn = named(NoticeBar(), "case_fault"), named(Badge("", Tone.ACCENT), "turn")
        self._stem, self._place = named(MarkedStem(), "stem"), column(gap="none")
        self._remark, self._correct = label("", "body", name="remark"), label("", "strong", name="correct")
        self._leave = quiet(tr("Back to the answers"), "arrow_left", name="to_queue")
        question = Card()
        question.add(FlowRow(self._turn))
        for part in (self._stem, boxed(self._place), self._remark, self._correct):
            question.add(part)
        self._marks = FactList()
        self._given = named(Card(tr("What was given"), icon="list"), "given")
        self._given.add(self._marks)
        page = ScrollPage("text")
        page.add(SectionHeader(title, tr("Nothing here says whose answer it is."), level=1))
        self._work = boxed(column(self._fault, question, self._given, self._make_form(), gap="m"))
        for part in (FlowRow(self._leave), self._door, self._work):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _make_form(self) -> Card:
        self._points = TextField(tr("Points to give"), name="points")
        self._words = TextArea(tr("Why, for the record"), name="words", most=REMARK_MOST, lines=3)
        self._mark = primary(tr("Give these points"), "check", name="mark")
        self._inner = boxed(column(self._points, self._words, gap="m"))
        self._form = named(Card(tr("Your mark"), icon="person"), "your_mark")
        self._form.add(self._inner)
        self._form.add(FlowRow(self._mark))
        return self._form

    def _connect(self) -> None:
        self._door.open_asked.connect(self.open_asked)
        self._points.changed.connect(self.points_typed)
        self._points.submitted.connect(self._ask)
        self._words.typed.connect(self.words_typed)
        self._mark.clicked.connect(self._ask)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)

    def _ask(self) -> None:
        self._words.tell()
        self.mark_asked.emit()
