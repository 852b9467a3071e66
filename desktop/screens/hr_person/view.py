"""Draws an `HrPersonState`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_person.state import CourseRow, HrPersonState
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card, FactList, SectionHeader
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, clear_layout, column
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
            (self._certificates, self._numbers, state.certificates),
            (self._history, self._changes, state.history),
        ):
            facts.show_facts(told)
            show_if(card, bool(told))
        clear_layout(self._rows)
        for row in state.courses:
            self._rows.addWidget(_course(row))
        show_if(self._courses, bool(state.courses))
        self._table.show_rows(state.sittings)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, title: str) -> None:
        self._fault = named(NoticeBar(), "person_fault")
        self._back = secondary(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._facts, self._numbers, self._changes = FactList(), FactList(), FactList()
        self._who = named(Card(tr("Who it is"), icon="person"), "who")
        self._certificates = named(Card(tr("Certificates"), icon="certificate"), "certificates")
        self._history = named(Card(tr("What staff lists changed"), icon="list"), "history")
        for card, facts in (
            (self._who, self._facts),
            (self._certificates, self._numbers),
            (self._history, self._changes),
        ):
            card.add(facts)
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


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Course"), lambda row: row.course),
        Column(tr("Started"), lambda row: datetime_text(row.began_wt), lambda row: row.began_wt),
        Column(tr("Attempt"), lambda row: str(row.attempt), lambda row: row.attempt, align_right=True),
        Column(tr("Result"), lambda row: row.result, stretch=True),
        Column(tr("Found by the checks"), lambda row: row.found, stretch=True),
    )
