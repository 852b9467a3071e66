"""Draws an `HrAuditState`; reports what is typed, and that time has gone."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.screens.hr_audit.state import HrAuditState, MadePack
from desktop.widgets.buttons import primary, quiet
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import PASSPHRASE_LENGTH, PinField, TextField
from desktop.widgets.forms import FieldPairs
from desktop.widgets.layout import STRETCH, FlowRow, boxed, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.progress import ProgressBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.tabs import Segmented
from desktop.widgets.values import NoticeValue, Tone
from desktop.words import tr

REFRESH_MS = 200
_DAY_LENGTH, _BRANCHES_LENGTH = 10, 2000
_WHOLE, _MASKED = "whole", "masked"


class HrAuditView(QWidget):
    """The passphrase, two days, branches; then how far it is, and where the pack lies.

    Signals:
        secret_typed, first_typed, last_typed, branches_typed: a field as it stands
        mask_set: whether names are shown by their first sign
        make_asked, leave_asked: the buttons; Enter makes, Esc leaves
        ticked: a moment has gone
    """

    secret_typed = Signal(str)
    first_typed = Signal(str)
    last_typed = Signal(str)
    branches_typed = Signal(str)
    mask_set = Signal(bool)
    make_asked = Signal()
    leave_asked = Signal()
    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[bool, str, MadePack | None] = (False, "", None)
        self._build()
        self._connect()

    def show_state(self, state: HrAuditState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        for name, text in (("first", state.first), ("last", state.last), ("branches", state.branches)):
            self._fields[name].set_text(text)
        for name, field in self._fields.items():
            field.show_error(state.fault_of(name))
            field.setEnabled(not state.busy)
        if state.wrong and not any(field.edit.hasFocus() for field in self._wrong_fields(state)):
            self._wrong_fields(state)[0].focus()
        self._names.set_current(_MASKED if state.masked else _WHOLE)
        for button in (self._make, self._back, self._names):
            button.setEnabled(not state.busy)
        show_if(self._progress, state.busy)
        self._progress.set_busy(
            tr("{count} certificates proved").format(count=state.count) if state.count else tr("Opening keys")
        )
        show_if(self._made, state.made is not None)
        self._end.show_notice(_notice(state.made) if state.made else None)
        if state.made is not None:
            self._made.show_pack(state.made)
        if (state.busy, state.fault, state.made) != self._shown:
            self._shown = state.busy, state.fault, state.made
            self._page.to_top()
            if not state.busy:
                self._make.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._fields["secret"].focus()

    def _wrong_fields(self, state: HrAuditState) -> list[TextField]:
        return [self._fields[name] for name, _ in state.wrong]

    def _build(self) -> None:
        self._fault, self._end = named(NoticeBar(), "audit_fault"), named(NoticeBar(), "audit_end")
        secret_hint = tr("It opens the bundles that are proved, and signs the pack.")
        day_hint = tr("Written like 2026-01-31; included")
        branches_hint = tr("Codes with blanks between them; empty for all branches")
        self._fields: dict[str, TextField] = {
            "secret": PinField(tr("Passphrase of HR's keys"), hint=secret_hint, name="secret", most=PASSPHRASE_LENGTH),
            "first": TextField(tr("First day"), hint=day_hint, max_length=_DAY_LENGTH, name="first"),
            "last": TextField(tr("Last day"), hint=day_hint, max_length=_DAY_LENGTH, name="last"),
            "branches": TextField(tr("Branches"), hint=branches_hint, max_length=_BRANCHES_LENGTH, name="branches"),
        }
        choices = ((_WHOLE, tr("Names in full")), (_MASKED, tr("Names as 李**")))
        self._names = named(Segmented(choices, _WHOLE, tr("Names in the files for people")), "names")
        self._make = primary(tr("Choose a place and make the pack"), "shield", name="make_audit")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._progress = named(ProgressBar(tr("Making the pack")), "audit_progress")
        self._made = named(MadeCard(), "audit_made")
        about = tr("One signed folder that proves who held a valid certificate on any day, and on which edition.")
        page = self._page = ScrollPage("text")
        page.add(SectionHeader(tr("Audit pack"), about, level=1))
        days = FieldPairs(self._fields["first"], self._fields["last"])
        ways = FlowRow(self._make, self._back)
        told = (self._fault, self._progress, self._end, self._made)
        hint = tr("The signed code of a certificate holds the whole name whatever is chosen here.")
        names = boxed(column(self._names, label(hint, "small"), gap="s"))
        for part in (*told, self._fields["secret"], days, self._fields["branches"], names, ways):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        signals = {
            "secret": self.secret_typed,
            "first": self.first_typed,
            "last": self.last_typed,
            "branches": self.branches_typed,
        }
        for name, signal in signals.items():
            self._fields[name].changed.connect(signal)
            self._fields[name].submitted.connect(self.make_asked)
        self._names.chosen.connect(lambda key: self.mask_set.emit(key == _MASKED))
        self._make.clicked.connect(self.make_asked)
        self._back.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        timer = QTimer(self)
        timer.setInterval(REFRESH_MS)
        timer.timeout.connect(self.ticked)
        timer.start()


class MadeCard(Card):
    """Where a pack lies, and the number to give with it."""

    def __init__(self) -> None:
        super().__init__(tr("The audit pack"), icon="shield")
        self._where, self._sha256 = _told("audit_folder"), _told("audit_sha256")
        self._unproved = _told("audit_unproved")
        hint = tr("Give this number with the pack: whoever checks it sees the same.")
        for part in (label(tr("Folder"), "field"), self._where, label("SHA-256", "field"), self._sha256):
            self.add(part)
        self.add(label(hint, "small"))
        self.add(self._unproved)

    def show_pack(self, made: MadePack) -> None:
        """Tell of this pack."""
        self._where.setText(made.folder)
        self._sha256.setText(in_groups(made.sha256))
        self._unproved.setText(_unproved(made))
        show_if(self._unproved, bool(made.unproved))


def _notice(made: MadePack) -> NoticeValue:
    told = tr("The pack is made and signed: {count} certificates proved.").format(count=made.proved)
    return NoticeValue(Tone.WARN if made.unproved else Tone.GOOD, told)


def _unproved(made: MadePack) -> str:
    numbers = ", ".join(made.unproved[:20])
    told = tr("Without proof, as their code never reached HR: {count}. They count for nothing in the pack: {numbers}")
    return told.format(count=len(made.unproved), numbers=numbers)


def in_groups(sha256: str) -> str:
    """Eight signs and a blank: it can be read out, and breaks where a line ends."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))


def _told(name: str) -> QLabel:
    return label("", name=name, selectable=True)
