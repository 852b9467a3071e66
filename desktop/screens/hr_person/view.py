"""Draws an `HrPersonState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_person.state import CertificateRow, CourseRow, HrPersonState
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room
from desktop.widgets.table import Column
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr
from desktop.words.clock import datetime_text

_STACKS = ((0, 2), (1, 3), (4,))
"""Which columns share one: course and attempt, beginning and result."""


class HrPersonView(QWidget):
    """Who it is, courses, sittings, certificates, history.

    Signals:
        leave_asked: the button, or Esc
        refresh_asked: F5
        sitting_opened: an exam, by Enter or a double click
    """

    leave_asked = Signal()
    refresh_asked = Signal()
    sitting_opened = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(title)
        self._connect()

    def show_state(self, state: HrPersonState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        for card, facts, told in (
            (self._who, self._facts, state.facts),
            (self._history, self._changes, state.history),
        ):
            facts.show_facts(told)
            show_if(card, bool(told))
        clear_layout(self._rows)
        for row in state.courses:
            self._rows.addWidget(_course(row))
        show_if(self._courses, bool(state.courses))
        self._table.show_rows(state.sittings)
        self._show_certificates(state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_certificates(self, state: HrPersonState) -> None:
        show_if(self._certificates, bool(state.certificates))
        told = tr("HR's lists could not be asked: {why}").format(why=state.unlisted)
        self._unlisted.show_notice(NoticeValue(Tone.WARN, told) if state.unlisted else None)
        clear_layout(self._numbers)
        for row in state.certificates:
            self._numbers.addWidget(certificate_line(row))

    def _build(self, title: str) -> None:
        self._fault = named(NoticeBar(), "person_fault")
        self._back = secondary(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._facts, self._changes, self._numbers = FactList(), FactList(), column(gap="m")
        self._unlisted = named(NoticeBar(), "unlisted")
        self._who = named(Card(tr("Who it is"), icon="person"), "who")
        self._certificates = named(Card(tr("Certificates"), icon="certificate"), "certificates")
        self._history = named(Card(tr("What staff lists changed"), icon="list"), "history")
        for card, facts in (
            (self._who, self._facts),
            (self._history, self._changes),
        ):
            card.add(facts)
        self._certificates.add(self._unlisted)
        self._certificates.add(self._numbers)
        self._rows = column(gap="m")
        self._courses = named(Card(tr("Courses today"), icon="book"), "courses")
        self._courses.add(self._rows)
        self._table = named(
            KeptTable(tr("Exams"), columns_for(_columns(), _STACKS), lambda row: row.sitting), "sittings"
        )
        self._table.setMinimumHeight(look().px(220))
        make_room(self._table, _STACKS)
        self._table.show_empty(Face(FaceKind.EMPTY, tr("No final exam of this person has come in yet")))
        page = ScrollPage("wide")
        about = tr("Everything the register has of this person. Enter or a double click on an exam replays it.")
        page.add(SectionHeader(title, about, level=1))
        for part in (
            self._fault,
            FlowRow(self._back),
            self._who,
            self._courses,
            self._table,
            self._certificates,
            self._history,
        ):
            page.add(part)
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _connect(self) -> None:
        self._back.clicked.connect(self.leave_asked)
        self._table.row_opened.connect(self.sitting_opened)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.leave_asked)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)


def _course(row: CourseRow) -> QWidget:
    return FlowRow(
        label(row.course, "strong", wrap=False), Badge(row.state, row.tone), label(row.detail, "muted"), gap="m"
    )


def certificate_line(row: CertificateRow) -> QWidget:
    """A certificate with its state, and what became of it; one that does not stand is set quieter."""
    number = label(row.number, "strong" if row.stands else "muted", wrap=False)
    head = FlowRow(number, Badge(row.state, row.tone), label(row.course, "muted", wrap=False), gap="m")
    return boxed(column(head, label(row.detail, "muted"), gap="xs"))


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Course"), lambda row: row.course),
        Column(tr("Started"), lambda row: datetime_text(row.began_wt), lambda row: row.began_wt),
        Column(tr("Attempt"), lambda row: str(row.attempt), lambda row: row.attempt, align_right=True),
        Column(tr("Result"), lambda row: row.result, stretch=True),
        Column(tr("Found by the checks"), lambda row: row.found, stretch=True),
    )
