"""Draws a `SessionReportState`; reports that it is to be taken out, or read again."""

from textwrap import wrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.session_report.state import SessionReportState
from desktop.screens.session_report.telling import changes_text, left_text, used_text
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import CardGrid, FlowRow, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, Fact, NoticeValue, Tone
from desktop.words import tr
from desktop.words.overrides import standing_text
from desktop.words.sittings import result_text

ROW, MOST_ROWS = 44, 12


class SessionReportView(QWidget):
    """The facts of a session.

    Signals:
        copy_asked, pdf_asked: take it out as text, as PDF
        again_asked: read the facts again, also F5
        leave_asked: back to the room, also Esc
    """

    copy_asked = Signal()
    pdf_asked = Signal()
    again_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def show_state(self, state: SessionReportState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        copied = tr("The report is on the clipboard, and the journal has its digest.")
        self._copied.show_notice(NoticeValue(Tone.GOOD, copied) if state.copied else None)
        still = tr("The session is still open: this is how things stand now.")
        self._open.show_notice(NoticeValue(Tone.INFO, still) if state.is_open else None)
        self._facts.show_facts(state.facts)
        self._table.setMinimumHeight(look().px(ROW * (2 + min(max(len(state.sittings), 3), MOST_ROWS))))
        self._table.show_rows(state.sittings)
        _show(self._gaps, self._no_gaps, state.gaps)
        _show(self._overrides, self._no_overrides, state.overrides)
        _show(self._incidents, self._no_incidents, state.incidents)
        self._show_heading(state.heading)
        self._outcome.show_facts(state.outcome)
        self._mend.setText("\n".join(state.mend))
        show_if(self._rehearsed, bool(state.outcome))
        self._digest.setText(" ".join(wrap(state.digest, 8)))
        known = bool(state.facts)
        for part in self._body:
            show_if(part, known)
        for button in (self._copy, self._pdf):
            button.setEnabled(known)

    def _show_heading(self, heading: str) -> None:
        clear_layout(self._head)
        told = tr("What is copied bears the digest of its facts, and the journal keeps it.")
        self._head.addWidget(SectionHeader(heading or tr("Report of the session"), told, level=1))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        (self._copy if self._copy.isEnabled() else self._leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._fault, self._copied, self._open = (
            named(NoticeBar(), name) for name in ("report_fault", "copied", "still_open")
        )
        self._facts, self._gaps, self._overrides = FactList(), FactList(), FactList()
        self._head = column()
        self._outcome, self._mend = FactList(), label("", "body", name="to_mend")
        self._no_gaps = label(tr("Nothing has disturbed anybody's time."), "muted")
        self._no_overrides = label(tr("Nothing was changed by a proctor."), "muted")
        self._incidents, self._no_incidents = FactList(), label(tr("Nothing has been noted."), "muted")
        self._digest = label("", "mono", name="digest", selectable=True)
        self._table = named(KeptTable(tr("Who sat"), _columns(), lambda facts: facts.line.sitting), "report_sittings")
        self._table.show_empty(Face(FaceKind.EMPTY, tr("Nobody sat in this session")))
        self._copy = primary(tr("Copy the report"), "copy", name="copy_report")
        self._pdf = secondary(tr("Save as PDF to sign"), "print", name="report_pdf")
        self._again = secondary(tr("Read again"), "refresh", name="read_again")
        self._leave = quiet(tr("To the proctor's desk"), "arrow_left", name="to_room")
        self._body = self._cards()
        self._rehearsed = named(Card(tr("What the rehearsal showed"), icon="target"), "rehearsed")
        self._rehearsed.add(self._outcome)
        self._rehearsed.add(column(label(tr("What to mend before the day"), "field"), self._mend, gap="xs"))
        page = ScrollPage("wide")
        page.add(self._head)
        for part in (self._fault, self._copied, self._open, self._rehearsed, *self._body):
            page.add(part)
        page.add(FlowRow(self._copy, self._pdf, self._again, self._leave))
        self.setLayout(column(page))

    def _cards(self) -> tuple[QWidget, ...]:
        head, who = Card(tr("The session")), Card(tr("Who sat"))
        head.add(self._facts)
        who.add(self._table, 1)
        gaps = named(Card(tr("When time did not simply run")), "report_gaps")
        overrides = named(Card(tr("What proctors have done")), "report_overrides")
        digest = Card(tr("Digest of the facts"))
        incidents = named(Card(tr("Incidents")), "report_incidents")
        told = (
            (gaps, (self._gaps, self._no_gaps)),
            (overrides, (self._overrides, self._no_overrides)),
            (incidents, (self._incidents, self._no_incidents)),
        )
        for card, parts in told:
            for part in parts:
                card.add(part)
        digest.add(self._digest)
        changes = CardGrid(440)
        for card in (gaps, overrides, incidents):
            changes.add(card)
        return head, who, changes, digest

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_asked)
        self._pdf.clicked.connect(self.pdf_asked)
        self._again.clicked.connect(self.again_asked)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.again_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)


def _show(facts_list: FactList, nothing: QWidget, facts: tuple[Fact, ...]) -> None:
    facts_list.show_facts(facts)
    show_if(facts_list, bool(facts))
    show_if(nothing, not facts)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Name"), lambda facts: facts.line.name, stretch=True),
        Column(tr("Staff ID"), lambda facts: facts.line.staff_id),
        Column(tr("State"), lambda facts: standing_text(facts.line)),
        Column(tr("Result"), lambda facts: result_text(facts.line)),
        Column(tr("Time used"), used_text, lambda facts: facts.elapsed_ms),
        Column(tr("Time changed"), changes_text),
        Column(tr("Gaps"), lambda facts: str(len(facts.gaps)), lambda facts: len(facts.gaps), align_right=True),
        Column(tr("Window left"), left_text, lambda facts: facts.focus_lost, align_right=True),
    )
