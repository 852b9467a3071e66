"""Draws an `ExamResultState`; reports where the person wants to go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.screens.exam_result.scores import ResultScores
from desktop.screens.exam_result.state import Certificate, ExamResultState, Waits
from desktop.style.icons import pixmap
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.layout import STRETCH, FlowRow, clear_layout, column, row
from desktop.widgets.naming import label, named, set_state, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressRing
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr
from desktop.words.numbers import percent_text

STACKED_FROM = 150
"""From this size of text on the words stand below the ring."""


class ExamResultView(QWidget):
    """The result and the way on.

    Signals:
        certificate_asked, review_asked, home_asked: the buttons
        section_asked: a weak section
        weakest_asked: the weakest of them
        retry_asked: draw the certificate once more
        again_asked: see whether it is graded by now
    """

    certificate_asked = Signal()
    review_asked = Signal()
    home_asked = Signal()
    section_asked = Signal(str)
    weakest_asked = Signal()
    retry_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issuing = False
        self._page = ScrollPage("text")
        self._head = column(gap="none")
        self._ring = named(ProgressRing(tr("Score"), 128), "score")
        self._verdict = label("", "display", name="verdict")
        self._meaning = label("", "body", name="meaning")
        self._seal = label(wrap=False)
        self._facts = FactList()
        self._notice = named(NoticeBar(), "result_notice")
        self._weak = named(RowList(), "weak_sections", tr("Sections to read again"))
        self._next_try = label("", "muted", name="next_try")
        self._study = Card(tr("What to study now"), tr("These sections cost you most points."), icon="target")
        self._top = Card()
        self._certificate = primary(tr("See your certificate"), "certificate", name="see_certificate")
        self._weakest = primary("", "book_open", name="study_weakest")
        self._review = secondary(tr("See every answer explained"), "book_open", name="see_review")
        self._again = primary(tr("See whether it is graded"), "refresh", name="look_again")
        self._scores = ResultScores()
        self._between_us = label("", "body", name="between_us")
        self._home = quiet(tr("To my training"), name="to_training")
        self._build()
        self._connect()

    def show_state(self, state: ExamResultState) -> None:
        """Make the widgets agree with the state."""
        clear_layout(self._head)
        self._head.addWidget(SectionHeader(state.title, level=1))
        graded = state.waits is Waits.NO
        show_if(self._ring, graded)
        show_if(self._scores, graded)
        show_if(self._again, not graded)
        self._ring.set_value(state.percent, percent_text(state.percent))
        self._verdict.setText(_verdict(state))
        self._meaning.setText(_meaning(state))
        show_if(self._seal, state.passed)
        self._facts.show_facts(state.facts)
        self._notice.show_notice(_notice(state))
        self._weak.show_rows(state.weak)
        show_if(self._study, bool(state.weak))
        self._next_try.setText(state.next_try)
        show_if(self._next_try, bool(state.next_try))
        self._between_us.setText(state.between_us)
        show_if(self._between_us, bool(state.between_us))
        self._scores.show_scores(state)
        show_if(self._certificate, state.certificate in {Certificate.ISSUING, Certificate.READY})
        arrived = self._issuing and state.certificate is Certificate.READY
        self._issuing = state.certificate is Certificate.ISSUING
        self._certificate.set_busy(self._issuing)
        if arrived and (self._home.hasFocus() or self.focusWidget() is None):
            self._certificate.setFocus()
        show_if(self._review, state.reviewable)
        self._show_weakest(state)
        set_state(self._top, "tone", "good" if state.passed else "neutral")

    def _show_weakest(self, state: ExamResultState) -> None:
        first = state.weak[0].key if state.weak and state.kind == "final" and not state.passed else ""
        self._weakest.setText(tr("Begin with section {section}").format(section=first))
        show_if(self._weakest, bool(first))

    def focus_first(self) -> None:
        """Put the keyboard on the way on."""
        ways = (self._certificate, self._weakest, self._review, self._again, self._home)
        next(one for one in ways if one.isVisibleTo(self) and one.isEnabled()).setFocus()

    def _connect(self) -> None:
        self._certificate.clicked.connect(self.certificate_asked)
        self._review.clicked.connect(self.review_asked)
        self._again.clicked.connect(self.again_asked)
        self._home.clicked.connect(self.home_asked)
        self._weakest.clicked.connect(self.weakest_asked)
        self._weak.chosen.connect(self.section_asked)
        self._notice.action_asked.connect(self.retry_asked)

    def _build(self) -> None:
        self._seal.setPixmap(pixmap("certificate", "seal", 96))
        said = column(self._verdict, self._meaning, self._next_try, self._between_us, gap="s")
        head = row(self._ring, gap="l")
        if look().zoom < STACKED_FROM:
            head.addLayout(column(STRETCH, said, STRETCH, gap="none"), 1)
            head.addWidget(self._seal)
            self._top.add(head)
        else:
            head.addWidget(self._seal)
            head.addStretch(1)
            self._top.add(head)
            self._top.add(said)
        self._top.add(self._facts)
        self._top.add(FlowRow(self._certificate, self._weakest, self._review, self._again, self._home))
        self._study.add(self._weak)
        for part in (self._head, self._top, self._notice, self._study, self._scores):
            self._page.add(part)
        self.setLayout(column(self._page))


def _verdict(state: ExamResultState) -> str:
    if state.waits is not Waits.NO:
        return tr("Your exam is handed in and saved")
    if state.kind == "rehearsal":
        return tr("Handed in: the rehearsal is over for you")
    if state.passed and state.kind == "final" and state.name:
        return tr("Passed. Well done, {name}!").format(name=state.name)
    return tr("Passed") if state.passed else tr("Not passed this time")


def _meaning(state: ExamResultState) -> str:
    if state.waits is Waits.FOR_CODE:
        return tr("It waits for its grade. The result is here once the proctor has entered the grading code.")
    if state.waits is Waits.FOR_HQ:
        return tr("Headquarters grades it. The result comes from there; the proctor tells you when it is here.")
    if state.passed or state.kind == "rehearsal":
        return _praise(state.kind)
    if state.gap and state.gate_failed:
        return tr("{points} points were missing, and the red-line questions were not right often enough.").format(
            points=state.gap
        )
    if state.gate_failed:
        return tr("Your points are enough, but the red-line questions were not right often enough.")
    near = tr("{points} points were missing.").format(points=state.gap)
    what = tr("Below you see what to study.") if state.kind == "final" else tr("Read the explanations, then try again.")
    return tr("{first} {second}").format(first=near, second=what)


def _praise(kind: str) -> str:
    if kind == "rehearsal":
        return tr("This result counts for nothing. On the day it is the same, with the questions of the exam.")
    return tr("You have earned it.") if kind == "final" else tr("You are ready to go on.")


def _notice(state: ExamResultState) -> NoticeValue | None:
    if state.certificate is Certificate.ISSUING:
        return NoticeValue(Tone.INFO, tr("Your certificate is being drawn."))
    if state.certificate is Certificate.FAILED:
        kept = tr("Your result is saved and stays passed.")
        return NoticeValue(
            Tone.WARN,
            tr("The certificate could not be drawn yet."),
            tr("Try again"),
            tr("{first} {second}").format(first=state.issue_fault, second=kept),
        )
    return None
