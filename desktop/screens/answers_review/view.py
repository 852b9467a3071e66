"""Draws a `ReviewState`; reports where the person wants to go."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.screens.answers_review.state import ReviewState
from desktop.style.look import look
from desktop.widgets.answers import NumberAnswer, StemView, answer_input
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import link, primary, quiet, secondary
from desktop.widgets.card import Card
from desktop.widgets.layout import STRETCH, FlowRow, SideBySide, boxed, clear_layout, column, row
from desktop.widgets.naming import label, named
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.page_line import page_line
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import OptionMark, Tone
from desktop.words import mark, tr

_VERDICTS = {
    "right": (Tone.GOOD, mark("Right"), "check"),
    "partial": (Tone.WARN, mark("Partly right"), "half"),
    "wrong": (Tone.BAD, mark("Not right"), "cross"),
    "blank": (Tone.WARN, mark("No answer"), "minus"),
}

FLOWING_FROM = 150
"""From this size of text on the buttons stand below the rest: a bar of theirs would leave no room to read."""


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
        self._page = ScrollPage("wide")
        self._question = Card()
        self._navigator = named(QuestionNavigator(legend=False), "navigator", tr("All questions"))
        self._right = ProgressBar(tr("Right answers"))
        self._back = secondary(tr("Back"), "arrow_left", name="previous")
        self._next = primary("", name="next")
        self._leave = quiet(tr("To the result"), name="done")
        self._build()
        self._connect()

    def show_state(self, state: ReviewState) -> None:
        """Make the widgets agree with the state."""
        clear_layout(self._question.body)
        self._show_head(state)
        self._show_answer(state)
        self._show_explanation(state)
        self._navigator.show_places(state.places, state.position)
        all_right = tr("{right} of {total} right").format(right=state.right, total=state.total)
        self._right.set_value(state.right * 100 // max(1, state.total), all_right)
        self._back.setEnabled(state.position > 1)
        self._next.setText(tr("To the result") if state.position == state.total else tr("Next question"))
        self._page.to_top()

    def focus_next(self) -> None:
        """Put the keyboard on the way on."""
        self._next.setFocus()

    def _show_head(self, state: ReviewState) -> None:
        number = tr("Question {n} of {total}").format(n=state.position, total=state.total)
        tone, verdict, icon = _VERDICTS[state.verdict]
        points = Badge(tr("{points} points").format(points=state.points), Tone.NEUTRAL)
        badge = named(Badge(tr(verdict), tone, icon), "verdict")
        head = FlowRow(label(number, "heading", name="question_number"), badge, points, gap="m")
        stem = named(StemView(), "stem")
        stem.show_stem(state.stem)
        self._question.add(column(label(state.title, "muted"), head, gap="xs"))
        self._question.add(stem)

    def _show_answer(self, state: ReviewState) -> None:
        given = named(answer_input(state.item_type), "answer")
        given.show_question(state.options, state.unit)
        given.set_value(state.value)
        given.set_read_only(True)
        if state.pair_marks:
            marks = {letter: (best, worst) for letter, best, worst in state.pair_marks}
            given.show_pair_marks(marks, state.options)
        elif isinstance(given, NumberAnswer):
            right = OptionMark.RIGHT if state.verdict == "right" else OptionMark.WRONG
            given.show_mark(right, tr("The right answer: {answer}").format(answer=state.correct))
        else:
            given.show_marks(state.options)
        self._question.add(given)
        if state.correct and not isinstance(given, NumberAnswer):
            told = tr("The right answer: {answer}").format(answer=f"\n{state.correct}")
            self._question.add(label(told, "body", name="right_answer"))

    def _show_explanation(self, state: ReviewState) -> None:
        why = Card(tr("Why"), tone=Tone.INFO, icon="info")
        if state.mistake:
            why.add(label(state.mistake, "strong", name="mistake"))
        why.add(label(state.explanation, "body", name="explanation", selectable=True))
        read = link(tr("Read section {section}").format(section=state.section), "book_open", name="read_section")
        read.clicked.connect(self.section_asked)
        why.add(row(read, STRETCH))
        if state.facts:
            why.add(label(tr("Sources: {facts}").format(facts=tr(", ").join(state.facts)), "caption"))
        self._question.add(why)

    def _build(self) -> None:
        side = Card(tr("All questions"))
        side.add(self._right)
        side.add(self._navigator)
        side.add(row(self._leave, STRETCH))
        main = column(self._question)
        buttons = row(self._back, STRETCH, self._next)
        if look().zoom < FLOWING_FROM:
            self._page.footer(page_line(buttons, "wide"))
        else:
            main.addLayout(buttons)
        main.addStretch(1)
        self._page.add(SideBySide(boxed(main), side))
        self.setLayout(column(self._page))

    def _connect(self) -> None:
        self._navigator.chosen.connect(self.position_asked)
        self._next.clicked.connect(self.next_asked)
        self._back.clicked.connect(self.back_asked)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Alt+Right"), self).activated.connect(self.next_asked)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_asked)
