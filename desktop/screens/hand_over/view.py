"""Draws a `HandOverState`; reports that the request is to be read, the reason, and that the exam leaves."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hand_over.state import HandOverState, Step
from desktop.widgets.buttons import danger, primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.fields import TextField
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr
from desktop.words.overrides import Act, act_title

REASON_MOST = 200
LAID_OUT_MS = 50
"""By then a step that has just appeared can take the focus."""


class HandOverView(QWidget):
    """Who asks, why it goes, where it lies.

    Signals:
        read_asked: read the spare PC's request
        typed: the reason
        reason_chosen: a ready reason
        confirm_asked: the exam leaves
        save_asked: another place for its file
        back_asked: to the exam's page, also Esc
    """

    read_asked = Signal()
    typed = Signal(str)
    reason_chosen = Signal(str)
    confirm_asked = Signal()
    save_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._reasons: tuple[str, ...] = ()
        self._build()
        self._connect()

    def show_state(self, state: HandOverState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._left.show_notice(_left(state))
        self._exam.show_facts(state.facts)
        self._spare.show_facts(state.spare)
        self._reason.set_text(state.reason)
        self._reason.show_error(state.reason_fault)
        self._show_reasons(state.reasons)
        confirming = state.step is Step.CONFIRM
        show_if(self._ask, state.step is Step.READ)
        show_if(self._confirming, confirming)
        for part in (self._reason, self._ready):
            show_if(part, confirming and not state.left_before)
        show_if(self._saving, state.step is Step.UNWRITTEN)
        for button in (self._read, self._other, self._save, self._back, self._confirm):
            button.setEnabled(not state.busy)
        show_if(self._progress, state.busy)
        if state.reason_fault:
            self._reason.focus()
        elif not state.busy and state.step is not self._step:
            self._step = state.step
            QTimer.singleShot(LAID_OUT_MS, self, self._focus)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._focus()

    def _focus(self) -> None:
        parts = (self._read, self._reason.edit, self._confirm, self._save, self._back)
        target = next(one for one in parts if one.isVisibleTo(self) or one is self._back)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reasons(self, reasons: tuple[str, ...]) -> None:
        if reasons == self._reasons:
            return
        self._reasons = reasons
        self._ready.clear()
        for number, reason in enumerate(reasons, 1):
            button = secondary(reason, name=f"reason_{number}")
            button.clicked.connect(partial(self._choose, reason))
            self._ready.add(button)

    def _choose(self, reason: str, _checked: bool = False) -> None:
        self.reason_chosen.emit(reason)
        self._confirm.setFocus()

    def _build(self) -> None:
        self._fault, self._left = (named(NoticeBar(), name) for name in ("hand_over_fault", "handed_over"))
        self._exam, self._spare = named(FactList(), "exam_facts"), named(FactList(), "spare_facts")
        self._read = primary(tr("Read the request"), "folder", name="read_request")
        self._other = quiet(tr("Read another request"), "folder", name="read_other")
        why = tr("It goes into the journal with your name, and into the report.")
        self._reason = TextField(tr("Reason"), hint=why, max_length=REASON_MOST, name="reason")
        self._ready = named(FlowRow(gap="s"), "reasons", tr("Ready reasons"))
        self._confirm = danger(tr("Hand the exam over"), "check", name="confirm")
        self._save = primary(tr("Write the file to another place"), "save", name="save_elsewhere")
        self._back = quiet(tr("Back to this exam"), "arrow_left", name="back")
        self._progress = named(ProgressBar(tr("Working")), "hand_over_progress")
        self._progress.set_busy()
        page = ScrollPage("text")
        told = tr("The exam ends on this PC and goes on at a spare one, with paper, answers and time.")
        page.add(SectionHeader(act_title(Act.HAND_OVER), told, level=1))
        self._saving = FlowRow(self._save)
        notices = (self._fault, self._left, self._saving, self._progress)
        parts = (*notices, *self._cards(), FlowRow(self._back))
        for part in parts:
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _cards(self) -> tuple[QWidget, ...]:
        how = tr("The spare PC writes the request: on its proctor's desk, “Take over an exam”. Bring it on the stick.")
        self._ask = Card(tr("Who takes it over"), how)
        self._ask.add(FlowRow(self._read))
        self._confirming = Card(tr("Who takes it over"))
        parts: tuple[QWidget, ...] = (self._spare, self._reason, self._ready, FlowRow(self._confirm, self._other))
        for part in parts:
            self._confirming.add(part)
        exam = Card(tr("The exam"))
        exam.add(self._exam)
        return self._ask, self._confirming, exam

    def _connect(self) -> None:
        for button in (self._read, self._other):
            button.clicked.connect(self.read_asked)
        self._reason.changed.connect(self.typed)
        self._reason.submitted.connect(self.confirm_asked)
        self._confirm.clicked.connect(self.confirm_asked)
        self._save.clicked.connect(self.save_asked)
        self._back.clicked.connect(self.back_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.back_asked)


def _left(state: HandOverState) -> NoticeValue | None:
    if state.step is Step.DONE:
        told = tr("The exam has left this PC. Its file lies on the stick: {path}").format(path=state.file)
        return NoticeValue(Tone.GOOD, told, detail=tr("Take the stick to the spare PC and take the exam over there."))
    if state.step is Step.UNWRITTEN and not state.busy:
        told = tr("The exam has left this PC, but its file is not written yet")
        return NoticeValue(Tone.BAD, told, detail=tr("Put in a stick with free space and write the file onto it."))
    if state.left_before:
        told = tr("This exam has left this PC before")
        how = tr("For the same request its file is written again; another PC cannot have it any more.")
        return NoticeValue(Tone.INFO, told, detail=how)
    return None
