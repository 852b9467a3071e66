"""Draws an `HrAppealState`; reports the decision as it is typed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_appeal.state import HrAppealState
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.fields import PASSPHRASE_LENGTH, PinField, TextField
from desktop.widgets.layout import STRETCH, FlowRow, boxed, column, drop
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.picks import PickField
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.text_area import TextArea
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

WORDS_MOST = 2000


class HrAppealView(QWidget):
    """What the person said, and the form of the decision or what was decided.

    Signals:
        typed: a field's name and what stands in it now
        decide_asked, replay_asked, letter_asked, leave_asked: the buttons; Esc leaves
    """

    typed = Signal(str, str)
    decide_asked = Signal()
    replay_asked = Signal()
    letter_asked = Signal()
    leave_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[tuple[str, str], ...] = ()
        self._pick: PickField | None = None
        self._build(title)
        self._connect()

    def show_state(self, state: HrAppealState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._barred.show_notice(NoticeValue(Tone.WARN, state.barred) if state.barred else None)
        saved = tr("Written to {file}.").format(file=state.saved)
        self._saved.show_notice(NoticeValue(Tone.GOOD, saved) if state.saved else None)
        self._facts.show_facts(state.facts)
        self._reason.setText(state.reason)
        show_if(self._what, bool(state.facts))
        show_if(self._answer, bool(state.decided))
        self._decided.show_facts(state.decided)
        self._words_told.setText(state.words)
        self._show_form(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            if self._pick is not None and not self._form.isHidden():
                self._pick.focus_first()
            else:
                self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, state: HrAppealState) -> None:
        show_if(self._form, bool(state.choices))
        if state.choices != self._choices:
            self._choices = state.choices
            self._make_pick(state.choices)
        if self._pick is not None:
            self._pick.set_key(state.draft.choice)
        show_if(self._points, state.by_points)
        self._points.set_hint(tr("At most {most}").format(most=state.most))
        self._points.set_text(state.draft.points)
        self._words.set_text(state.draft.words)
        self._own.set_text(state.draft.own)
        self._secret.set_text(state.draft.secret)
        self._inner.setEnabled(not state.busy)
        self._decide.set_busy(state.busy)

    def _make_pick(self, choices: tuple[tuple[str, str], ...]) -> None:
        if self._pick is not None:
            self._place.removeWidget(self._pick)
            drop(self._pick)
            self._pick = None
        if choices:
            self._pick = PickField(tr("Decision"), choices, name="choice")
            self._pick.picked.connect(partial(self._typed, "choice"))
            self._place.addWidget(self._pick)

    def _build(self, title: str) -> None:
        self._fault, self._barred = named(NoticeBar(), "appeal_fault"), named(NoticeBar(), "barred")
        self._saved = named(NoticeBar(), "letter_saved")
        self._facts, self._decided = FactList(), FactList()
        self._reason = label("", "body", name="appeal_reason", selectable=True)
        self._words_told = label("", "body", name="words_told", selectable=True)
        self._replay = secondary(tr("Replay the sitting"), "play", name="replay")
        self._leave = quiet(tr("Back to the appeals"), "arrow_left", name="to_appeals")
        self._what = named(Card(tr("What the person says"), icon="note"), "what")
        self._what.add(self._facts)
        self._what.add(self._reason)
        self._letter = primary(tr("Save the answer as a PDF"), "print", name="letter")
        self._answer = named(Card(tr("What was decided"), icon="check"), "answer_card")
        for part in (self._decided, self._words_told, FlowRow(self._letter), self._saved):
            self._answer.add(part)
        page = ScrollPage("text")
        page.add(SectionHeader(title, tr("Whoever entered an appeal does not decide it."), level=1))
        ways = FlowRow(self._replay, self._leave)
        for one in (ways, self._fault, self._what, self._barred, self._make_form(), self._answer):
            page.add(one)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _make_form(self) -> QWidget:
        self._place = column(gap="none")
        self._points = TextField(tr("Points to give"), name="points")
        self._words = TextArea(tr("The answer to the person"), name="words", most=WORDS_MOST, lines=5)
        own = tr("The one you sign in with: it shows that you yourself decide.")
        self._own = PinField(tr("Your own passphrase"), hint=own, name="own", most=PASSPHRASE_LENGTH)
        hint = tr("The decision is signed with HR's key and written into headquarters' log.")
        self._secret = PinField(tr("Passphrase of HR's keys"), hint=hint, name="secret", most=PASSPHRASE_LENGTH)
        self._decide = primary(tr("Decide for good"), "check", name="decide")
        self._inner = boxed(column(boxed(self._place), self._points, self._words, self._own, self._secret, gap="m"))
        self._form = named(Card(tr("Your decision"), icon="person"), "decision")
        self._form.add(self._inner)
        self._form.add(FlowRow(self._decide))
        return self._form

    def _connect(self) -> None:
        for name, line in (("points", self._points), ("own", self._own), ("secret", self._secret)):
            line.changed.connect(partial(self._typed, name))
            line.submitted.connect(self._ask)
        self._words.typed.connect(partial(self._typed, "words"))
        self._decide.clicked.connect(self._ask)
        self._replay.clicked.connect(self.replay_asked)
        self._letter.clicked.connect(self.letter_asked)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)

    def _ask(self) -> None:
        self._words.tell()
        self.decide_asked.emit()

    def _typed(self, name: str, text: str) -> None:
        self.typed.emit(name, text)
