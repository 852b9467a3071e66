"""Draws a `ReadinessState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.readiness.finding import Finding
from desktop.screens.readiness.state import ReadinessState
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.layout import CardGrid, FlowRow, boxed, column, drop
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr, trn
from desktop.words.clock import datetime_text
from desktop.words.readiness import check_name


class ReadinessView(QWidget):
    """The slip of this PC.

    Signals:
        look_asked: look again, also F5
        print_asked: onto paper
        leave_asked: back, also Esc
    """

    look_asked = Signal()
    print_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault, self._verdict = (named(NoticeBar(), name) for name in ("readiness_fault", "readiness_verdict"))
        self._panel = named(StatePanel(), "panel")
        self._slip = boxed(column(gap="none"))
        self._again = primary(tr("Check again"), "refresh", name="look_again")
        self._print = secondary(tr("Print the slip"), "print", name="print_slip")
        self._leave = quiet(tr("Go back"), "arrow_left", name="leave_readiness")
        self._page = page = ScrollPage("wide")
        told = tr("Clock, disk, fonts, printer, typing, power, and the data of this PC: before people come.")
        page.add(SectionHeader(tr("Is this PC ready?"), told, level=1))
        for part in (self._fault, self._panel, self._verdict, self._slip):
            page.add(part)
        page.add(FlowRow(self._again, self._print, self._leave))
        self.setLayout(column(page))
        self._connect()

    def show_state(self, state: ReadinessState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        first = state.busy and not state.findings
        show_if(self._panel, first)
        if first:
            self._panel.show_face(Face(FaceKind.LOADING, tr("Looking at this PC")))
        self._verdict.show_notice(_verdict(state) if state.findings else None)
        self._again.setEnabled(not state.busy)
        self._print.setEnabled(state.can_print and not state.busy)
        show_if(self._print, bool(state.findings))
        self._show_slip(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        (self._again if self._again.isEnabled() else self._leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_slip(self, state: ReadinessState) -> None:
        old, grid = self._slip, CardGrid(360)
        for one in (*state.to_do, *state.in_order):
            grid.add(_card(one))
        self._slip = named(grid, "slip")
        self._page.body.replaceWidget(old, grid)
        drop(old)
        show_if(grid, bool(state.findings))

    def _connect(self) -> None:
        self._again.clicked.connect(self.look_asked)
        self._print.clicked.connect(self.print_asked)
        self._leave.clicked.connect(self.leave_asked)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.look_asked)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)


def _verdict(state: ReadinessState) -> NoticeValue:
    looked = tr("Looked at on {time}").format(time=datetime_text(state.looked_wt))
    if not state.to_do:
        return NoticeValue(Tone.GOOD, tr("This PC is ready for an exam day."), detail=looked)
    left = trn("{n} thing to do before an exam day", "{n} things to do before an exam day", len(state.to_do))
    return NoticeValue(Tone.WARN, left, detail=looked)


def _card(one: Finding) -> Card:
    card = named(Card(), f"check_{one.check.value}", check_name(one.check.value))
    badge = Badge(tr("In order"), Tone.GOOD, "good") if one.ok else Badge(tr("To do"), Tone.WARN, "warn")
    card.add(FlowRow(badge, label(check_name(one.check.value), "subheading", wrap=False), gap="sm"))
    card.add(label(one.detail, "muted"))
    if one.what_to_do:
        card.add(label(one.what_to_do, "strong"))
    return card
