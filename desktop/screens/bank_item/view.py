"""Draws a `BankItemState`: the form, the candidate's view beside it, what the rules say, its life."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.bank_item.form import ItemForm
from desktop.screens.bank_item.seen import OTHER, SeenCard
from desktop.screens.bank_item.state import BankItemState, Finding
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import TextField
from desktop.widgets.layout import STRETCH, CardGrid, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

_DAY = 10

_ICONS = {"retired": "minus", "draft": "note"}
"""Of a step that takes a question away or back to be written: a tick would say that it is done."""


class BankItemView(QWidget):
    """One question.

    Signals:
        typed: a field of the form and its text
        option_typed: an option's place from 0 and its text
        review_typed: the day of the next review
        save_asked, review_asked, leave_asked: buttons; Ctrl+S saves, Esc leaves
        step_asked: the key of a state
    """

    typed = Signal(str, str)
    option_typed = Signal(int, str)
    review_typed = Signal(str)
    save_asked = Signal()
    review_asked = Signal()
    leave_asked = Signal()
    step_asked = Signal(str)

    def __init__(self, title: str, card: str, places: int | None = None) -> None:
        """`card` is the exam's card it is shown on; `places` the options the form has room for, None: no form."""
        super().__init__()
        self._steps_shown: tuple[tuple[str, str], ...] | None = None
        self._findings_shown: tuple[Finding, ...] | None = None
        self._acts_shown: tuple[str, ...] | None = None
        self._outcome = ""
        self._form = ItemForm(card, places) if places is not None else None
        self._seen = SeenCard(card, with_key=places is None)
        self._seen_other = SeenCard(card, name=OTHER)
        self._build(title)
        self._connect()

    def show_state(self, state: BankItemState) -> None:
        """Make the widgets agree with the state."""
        self._show_outcome(state)
        unsaved = tr("Not saved yet. Save it, then it can be handed on.")
        self._unsaved.show_notice(NoticeValue(Tone.WARN, unsaved) if state.changed else None)
        self._facts.setText(state.facts)
        self._not_asked.show_notice(NoticeValue(Tone.INFO, state.not_asked) if state.not_asked else None)
        self._save.setEnabled(state.can_save)
        if self._form is not None and state.draft is not None:
            self._form.show_draft(state.draft)
        self._seen.show_state(state)
        if state.other is not None:
            self._seen_other.show_state(replace(state, draft=state.other))
        show_if(self._seen_other, state.other is not None)
        self._review.set_text(state.review)
        self._show_findings(state.findings)
        self._show_steps(state)
        if state.acts != self._acts_shown:
            self._acts_shown = state.acts
            clear_layout(self._act_rows)
            for act in state.acts or (tr("Nothing was done to it since it was taken in."),):
                self._act_rows.addWidget(label(act))

    def _show_outcome(self, state: BankItemState) -> None:
        """What became of the last act stands at the top, and the page goes there."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._told.show_notice(NoticeValue(Tone.GOOD, state.told) if state.told else None)
        outcome = state.fault or state.told
        if outcome and outcome != self._outcome:
            self._page.to_top()
        self._outcome = outcome

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            (self._form or self._review).focus()

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        if findings == self._findings_shown:
            return
        self._findings_shown = findings
        clear_layout(self._finding_rows)
        for one in findings:
            self._finding_rows.addWidget(finding_row(one))
        if not findings:
            self._finding_rows.addWidget(label(tr("The rules find nothing to mend."), "muted"))

    def _show_steps(self, state: BankItemState) -> None:
        if state.steps != self._steps_shown:
            self._steps_shown = state.steps
            self._step_row.clear()
            for key, text in state.steps:
                button = secondary(text, _ICONS.get(key, "check"), name=f"step_{key}")
                button.clicked.connect(partial(self.step_asked.emit, key))
                self._step_row.add(button)
        self._step_row.setEnabled(not state.changed)

    def _build(self, title: str) -> None:
        self._fault, self._told = named(NoticeBar(), "item_fault"), named(NoticeBar(), "item_told")
        self._unsaved = named(NoticeBar(), "item_unsaved")
        self._facts = label("", "muted", name="item_facts")
        self._not_asked = named(NoticeBar(), "item_not_asked")
        self._save = primary(tr("Save as the next version"), "save", name="save")
        self._back = quiet(tr("Back to the bank"), "arrow_left", name="to_bank")
        self._step_row = FlowRow()
        page = self._page = ScrollPage("wide")
        page.add(SectionHeader(title, "", level=1))
        for part in (self._facts, self._fault, self._told, self._unsaved, self._not_asked):
            page.add(part)
        page.add(FlowRow(self._save, self._step_row, self._back))
        show_if(self._save, self._form is not None)
        cards = CardGrid(420)
        cards.add(boxed(column(self._form or _kept(), STRETCH, gap="none")))
        cards.add(boxed(column(self._seen, self._seen_other, self._make_rules(), STRETCH)))
        page.add(cards)
        page.add(self._make_life())
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _make_rules(self) -> QWidget:
        card = named(Card(tr("Rules of writing"), icon="list"), "rules")
        self._finding_rows = column(gap="m")
        card.add(self._finding_rows)
        show_if(card, self._form is not None)
        return card

    def _make_life(self) -> QWidget:
        card = Card(tr("Draft, review, live, retired"), tr("Whoever wrote a version cannot release it."))
        self._review = TextField(tr("Next review on"), hint=tr("A day like 2027-06-30"), name="review", max_length=_DAY)
        self._keep = secondary(tr("Keep this day"), "clock", name="keep_review")
        self._act_rows = column(gap="s")
        for part in (self._review, FlowRow(self._keep), self._act_rows):
            card.add(part)
        return card

    def _connect(self) -> None:
        if self._form is not None:
            self._form.typed.connect(self.typed)
            self._form.option_typed.connect(self.option_typed)
        self._review.changed.connect(self.review_typed)
        self._review.submitted.connect(self.review_asked)
        self._keep.clicked.connect(self.review_asked)
        self._save.clicked.connect(self.save_asked)
        self._back.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)


def finding_row(one: Finding) -> QWidget:
    """What a rule says, and whether it keeps the draft from being saved."""
    badge = Badge(tr("Must be mended"), Tone.BAD) if one.refuses else Badge(tr("Worth a look"), Tone.WARN)
    return boxed(column(FlowRow(badge), label(one.text), gap="xs"))


def _kept() -> QWidget:
    card = Card(tr("This question is kept as it came"), icon="lock")
    card.add(
        label(tr("Its type, its pictures or its markup would be lost in the form. It can be exported and released."))
    )
    return card
