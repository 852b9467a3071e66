"""Draws an `HrRulesState`; reports what is ticked and typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_rules.state import HrRulesState
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.choosing import TickBox
from desktop.widgets.fields import PASSPHRASE_LENGTH, PinField, TextField
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

_BRANCHES_LENGTH = 2000


class HrRulesView(QWidget):
    """Two switches, whom they are for, the passphrase; then where the file lies, and what was said so far.

    Signals:
        gating_set, call_pause_set: a switch
        secret_typed, branches_typed: a field as it stands
        write_asked, leave_asked: the buttons; Enter in a field writes, Esc leaves
    """

    gating_set = Signal(bool)
    call_pause_set = Signal(bool)
    secret_typed = Signal(str)
    branches_typed = Signal(str)
    write_asked = Signal()
    leave_asked = Signal()

    def __init__(self, known: str = "", parent: QWidget | None = None) -> None:
        """`known` is a demonstration's passphrase, told below the field; empty elsewhere."""
        super().__init__(parent)
        self._shown: tuple[bool, str, str] = (False, "", "")
        self._build(known)
        self._connect()

    def show_state(self, state: HrRulesState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._made.show_notice(_made(state.made) if state.made else None)
        self._gating.set_ticked(state.gating)
        self._pause.set_ticked(state.call_pause)
        self._fields["branches"].set_text(state.branches)
        for name, field in self._fields.items():
            field.show_error(state.fault_of(name))
        for part in (*self._fields.values(), self._gating, self._pause, self._write, self._back):
            part.setEnabled(not state.busy)
        wrong = [self._fields[name] for name, _ in state.wrong]
        if wrong and not any(field.edit.hasFocus() for field in wrong):
            wrong[0].focus()
        show_if(self._progress, state.busy)
        self._said.show_rules(state)
        if (state.busy, state.fault, state.made) != self._shown:
            self._shown = state.busy, state.fault, state.made
            self._page.to_top()
            self._after_signing(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._gating.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after_signing(self, state: HrRulesState) -> None:
        """A passphrase that was refused is typed again; a file that was written may be followed by another."""
        if state.fault and not state.busy:
            self._fields["secret"].focus()
        elif state.made:
            self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, known: str) -> None:
        self._fault, self._made = named(NoticeBar(), "rules_fault"), named(NoticeBar(), "rules_made")
        gates = tr("Quizzes come before the final; after a failed final, the weak chapters come first")
        self._gating = TickBox(gates, name="gating")
        self._pause = TickBox(tr("The clock of a simulated call can be paused"), name="call_pause")
        branches_hint = tr("Codes with blanks between them; empty for all branches")
        told = tr("Demonstration: the passphrase is {passphrase}").format(passphrase=known)
        secret_hint = told if known else tr("It signs the file; a branch believes nothing else.")
        self._fields: dict[str, TextField] = {
            "branches": TextField(tr("Branches"), hint=branches_hint, max_length=_BRANCHES_LENGTH, name="branches"),
            "secret": PinField(tr("Passphrase of HR's keys"), hint=secret_hint, name="secret", most=PASSPHRASE_LENGTH),
        }
        self._write = primary(tr("Choose a place and write the file"), "download", name="write_rules")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._progress = named(ProgressBar(tr("Signing the file")), "rules_progress")
        self._progress.set_busy(tr("Opening keys"))
        self._said = named(SaidCard(), "rules_said")
        about = tr("A signed file for the branches. Each takes it in with what headquarters sends, and writes it down.")
        page = self._page = ScrollPage("text")
        page.add(SectionHeader(tr("Rules of learning"), about, level=1))
        switches, ways = column(self._gating, self._pause, gap="s"), FlowRow(self._write, self._back)
        box = QWidget()
        box.setLayout(switches)
        for part in (self._fault, self._progress, self._made, box, *self._fields.values(), ways, self._said):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._gating.ticked.connect(self.gating_set)
        self._pause.ticked.connect(self.call_pause_set)
        for name, signal in (("secret", self.secret_typed), ("branches", self.branches_typed)):
            self._fields[name].changed.connect(signal)
            self._fields[name].submitted.connect(self.write_asked)
        self._write.clicked.connect(self.write_asked)
        self._back.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)


class SaidCard(Card):
    """What holds at which branches, as far as they took it in."""

    def __init__(self) -> None:
        super().__init__(tr("Said so far"), icon="list")
        self._facts = named(FactList(), "said")
        self._none = label(tr("Nothing yet: the quizzes come first everywhere, and a call can be paused."), "muted")
        self.add(self._facts)
        self.add(self._none)

    def show_rules(self, state: HrRulesState) -> None:
        """Tell the newest word to each group of branches."""
        show_if(self, state.said is not None)
        self._facts.show_facts(state.said or ())
        show_if(self._facts, bool(state.said))
        show_if(self._none, not state.said)


def _made(file: str) -> NoticeValue:
    told = tr("Signed: {file}. Take it to the branches; it holds at each from the moment it is taken in.")
    return NoticeValue(Tone.GOOD, told.format(file=file))
