"""Draws an `ExamResultState`; reports where the person wants to go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.exam_result.state import ExamResultState
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.layout import STRETCH, boxed, clear_layout, column, row
from desktop.widgets.naming import label, named
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressRing, ScoreBars
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr
from desktop.words.numbers import percent_text


class ExamResultView(QWidget):
    """The result and the way on.

    Signals:
        certificate_asked, review_asked, home_asked: the buttons
    """

    certificate_asked = Signal()
    review_asked = Signal()
    home_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ScrollPage("text")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self._head = QVBoxLayout()
        self._ring = named(ProgressRing(tr("Score"), 128), "score")
        self._verdict = label("", "display", name="verdict")
        self._meaning = label("", "body", name="meaning")
        self._facts = FactList()
        self._notice = named(NoticeBar(), "result_notice")
        self._chapters = ScoreBars()
        self._levels = ScoreBars()
        self._certificate = primary(tr("See your certificate"), "certificate", name="see_certificate")
        self._review = secondary(tr("See every answer explained"), "book", name="see_review")
        self._home = quiet(tr("To my training"), name="to_training")
        self._build()
        self._certificate.clicked.connect(self.certificate_asked)
        self._review.clicked.connect(self.review_asked)
        self._home.clicked.connect(self.home_asked)

    def show_state(self, state: ExamResultState) -> None:
        """Make the widgets agree with the state."""
        clear_layout(self._head)
        self._head.addWidget(SectionHeader(state.title, level=1))
        self._ring.set_value(state.percent, percent_text(state.percent))
        self._verdict.setText(tr("Passed") if state.passed else tr("Not passed this time"))
        self._meaning.setText(_meaning(state))
        self._facts.show_facts(state.facts)
        self._notice.show_notice(_notice(state))
        self._chapters.show_scores(state.chapters)
        self._levels.show_scores(state.levels)
        self._certificate.setVisible(state.kind == "final" and state.passed)
        self._certificate.set_busy(state.issuing)
        self._review.setVisible(state.reviewable)

    def _build(self) -> None:
        top = Card()
        words = boxed(column(self._verdict, self._meaning, gap="s"))
        top.add(row(self._ring, words, STRETCH, gap="l"))
        top.add(self._facts)
        chapters = Card(tr("By chapter"))
        chapters.add(self._chapters)
        levels = Card(tr("By level"))
        levels.add(self._levels)
        for part in (self._head, top, self._notice, row(self._certificate, self._review, self._home, STRETCH)):
            self._page.add(part)
        self._page.add(chapters)
        self._page.add(levels)


def _meaning(state: ExamResultState) -> str:
    if state.gate_failed:
        return tr("The red-line questions were not right often enough; they decide whatever the score is.")
    if state.kind == "final" and state.passed:
        return tr("Well done. Your certificate is ready.")
    if state.kind == "final":
        return tr("The chapters below show where to study.")
    return tr("You are ready to go on.") if state.passed else tr("Read the explanations, then try again.")


def _notice(state: ExamResultState) -> NoticeValue | None:
    if not state.weak_chapters or state.passed:
        return None
    names = "; ".join(state.weak_chapters)
    return NoticeValue(Tone.INFO, tr("Study again: {chapters}").format(chapters=names))
