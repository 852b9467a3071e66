"""Draws a `ReviewState`; reports where the person wants to go."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.answers_review.state import ReviewState
from desktop.widgets.answers import StemView, answer_input
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import link, primary, quiet, secondary
from desktop.widgets.card import Card
from desktop.widgets.layout import STRETCH, FlowRow, SideBySide, clear_layout, row
from desktop.widgets.naming import label, named
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import OptionMark, Tone
from desktop.words import mark, tr

_VERDICTS = {
    OptionMark.RIGHT: (Tone.GOOD, mark("Right")),
    OptionMark.WRONG: (Tone.BAD, mark("Not right")),
    OptionMark.MISSED: (Tone.WARN, mark("No answer")),
    OptionMark.NONE: (Tone.NEUTRAL, ""),
}


class ReviewView(QWidget):
    """One explained question at a time.

    Signals:
        position_asked: a place of the navigator
        next_asked, back_asked, leave_asked, section_asked: the buttons
    """

    position_asked = Signal(int)
    next_asked = Signal()
    back_asked = Signal()
    leave_asked = Signal()
    section_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ScrollPage("full")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self._question = Card()
        self._question_body = QVBoxLayout()
        self._navigator = named(QuestionNavigator(), "navigator", tr("All questions"))
        self._back = secondary(tr("Back"), "arrow-left", name="back")
        self._next = primary(tr("Next question"), name="next")
        self._leave = quiet(tr("Done"), name="done")
        self._build()
        self._connect()

    def show_state(self, state: ReviewState) -> None:
        """Make the widgets agree with the state."""
        clear_layout(self._question_body)
        self._show_head(state)
        self._show_answer(state)
        self._show_explanation(state)
        self._navigator.show_places(state.places, state.position)
        self._back.setEnabled(state.position > 1)
        self._next.setText(tr("Done") if state.position == state.total else tr("Next question"))

    def _show_head(self, state: ReviewState) -> None:
        number = tr("Question {n} of {total}").format(n=state.position, total=state.total)
        tone, verdict = _VERDICTS[state.mark]
        head = FlowRow(label(number, "heading"), Badge(tr(verdict) if verdict else "", tone))
        head.add(Badge(tr("{points} points").format(points=state.points), Tone.NEUTRAL))
        stem = named(StemView(), "stem")
        stem.show_stem(state.stem)
        self._question_body.addWidget(label(state.title, "muted"))
        self._question_body.addWidget(head)
        self._question_body.addWidget(stem)

    def _show_answer(self, state: ReviewState) -> None:
        given = named(answer_input(state.item_type), "answer")
        given.show_question(state.options, state.unit)
        given.set_value(state.value)
        given.set_read_only(True)
        if state.pair_marks:
            given.show_pair_marks({letter: (best, worst) for letter, best, worst in state.pair_marks})
        elif state.options:
            given.show_marks(state.options)
        self._question_body.addWidget(given)
        if state.correct:
            text = tr("The right answer: {answer}").format(answer=state.correct)
            self._question_body.addWidget(label(text, "strong", name="correct"))

    def _show_explanation(self, state: ReviewState) -> None:
        why = Card(tr("Why"), tone=Tone.INFO, icon="info")
        if state.mistake:
            why.add(label(state.mistake, "strong", name="mistake"))
        why.add(label(state.explanation, "body", name="explanation", selectable=True))
        read = link(tr("Read section {section}").format(section=state.section), "book", name="read_section")
        read.clicked.connect(self.section_asked)
        sources = tr("Sources: {facts}").format(facts=", ".join(state.facts))
        why.add(FlowRow(read, label(sources, "caption")))
        self._question_body.addWidget(why)

    def _build(self) -> None:
        self._question.add(self._question_body)
        self._question.add(row(self._back, STRETCH, self._next))
        side = Card(tr("All questions"))
        side.add(self._navigator)
        side.add(self._leave)
        self._page.add(SideBySide(self._question, side))

    def _connect(self) -> None:
        self._navigator.chosen.connect(self.position_asked)
        self._next.clicked.connect(self.next_asked)
        self._back.clicked.connect(self.back_asked)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Alt+Right"), self).activated.connect(self.next_asked)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_asked)
