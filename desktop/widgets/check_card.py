"""A self-check in the text: answer, check, see why, try again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.widgets.answers import NumberAnswer, StemView, answer_input
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.check_value import CheckState, Verdict
from desktop.widgets.layout import FlowRow, clear_layout
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.pressable import ENTER
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import mark, tr

_TYPES = {
    "single": (mark("Single choice"), mark("Choose the one right answer.")),
    "multiple": (mark("Multiple choice"), mark("Choose every right answer; there are at least two.")),
    "truefalse": (mark("True or false"), mark("Is the statement true or false?")),
    "numerical": (mark("Calculation"), mark("Work it out and type the number.")),
    "best_worst": (mark("Best and worst"), mark("Choose the best move and the worst move.")),
}
_VERDICTS = {
    Verdict.RIGHT: (Tone.GOOD, "good", mark("That is right")),
    Verdict.PARTLY: (Tone.WARN, "half", mark("Partly right")),
    Verdict.WRONG: (Tone.BAD, "error", mark("Not right yet")),
}


class CheckCard(Card):
    """Every option tells its reason once it is checked; then it is locked until it is tried again.

    Signals:
        value_given: the response's JSON form, None when taken back
        check_asked, again_asked: the buttons
    """

    value_given = Signal(object)
    check_asked = Signal()
    again_asked = Signal()

    def __init__(self, state: CheckState) -> None:
        super().__init__()
        self._state = state
        self.setObjectName(f"check_{state.item}")
        number = state.title or tr("Self-check {n} of {total}").format(n=state.number, total=state.total)
        self.setAccessibleName(number)
        kind, task = _TYPES[state.item_type]
        self._stem = named(StemView(), "stem")
        self._stem.show_stem(state.stem)
        self._answer = named(answer_input(state.item_type), "answer", number)
        self._answer.show_question(state.options, state.unit)
        self._fault = named(NoticeBar(), "check_fault")
        self._check = secondary(tr("Check my answer"), "check", name="check_answer")
        self._again = secondary(tr("Answer it again"), "refresh", name="try_again")
        self._verdict = QVBoxLayout()
        self.add(FlowRow(label(number, "overline", name="check_number"), Badge(tr(kind), Tone.ACCENT)))
        self.add(self._stem)
        self.add(label(tr(task), "small"))
        self.add(self._answer)
        self.add(self._fault)
        self.add(self._verdict)
        self.add(FlowRow(self._check, self._again))
        self._answer.answered.connect(self.value_given)
        self._check.clicked.connect(self._ask_check)
        self._again.clicked.connect(self.again_asked)
        self._show(state)

    def show_check(self, state: CheckState) -> None:
        """Show what has become of it."""
        if state != self._state:
            self._show(state)

    def focus_answer(self) -> None:
        """Put the keyboard on the answer."""
        self._answer.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in ENTER and self._check.isVisibleTo(self):  # Enter in the field of a number
            self._ask_check()
            return
        super().keyPressEvent(event)

    def _ask_check(self) -> None:
        self._answer.commit()
        self.check_asked.emit()

    def _show(self, state: CheckState) -> None:
        before, self._state = self._state.verdict, state
        checked = state.verdict is not Verdict.NONE
        held = self._check.hasFocus() or self._again.hasFocus() or self._answer.isAncestorOf(self.focusWidget() or self)
        if self._answer.value() != state.value:
            self._answer.set_value(state.value)
        self._answer.set_read_only(checked)
        self._answer.show_marks(state.options)
        if state.pair_marks or state.item_type == "best_worst":
            pairs = {letter: (best, worst) for letter, best, worst in state.pair_marks}
            self._answer.show_pair_marks(pairs, state.options)
        self._show_fault(state)
        self._show_verdict(state)
        show_if(self._check, not checked)
        show_if(self._again, checked and state.again)
        if held and before is not state.verdict:
            self._go_on(checked=checked)

    def _go_on(self, *, checked: bool) -> None:
        """The button that had the keyboard is gone: hand it on."""
        if not checked:
            self._answer.focus_first()
        elif self._state.again:
            self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fault(self, state: CheckState) -> None:
        in_field = isinstance(self._answer, NumberAnswer)
        if isinstance(self._answer, NumberAnswer):
            self._answer.show_fault(state.fault)
        shown = bool(state.fault) and not in_field
        self._fault.show_notice(NoticeValue(Tone.WARN, state.fault) if shown else None)

    def _show_verdict(self, state: CheckState) -> None:
        clear_layout(self._verdict)
        if state.verdict is Verdict.NONE:
            return
        tone, icon, word = _VERDICTS[state.verdict]
        card = named(Card(tr(word), tone=tone, icon=icon), "verdict")
        if state.correct:
            said = tr("The right answer: {answer}").format(answer=state.correct)
            card.add(label(said, "strong", name="correct", selectable=True))
        if state.mistake:
            card.add(label(state.mistake, "body", name="mistake", selectable=True))
        card.add(label(state.explanation, "body", name="explanation", selectable=True))
        self._verdict.addWidget(card)
