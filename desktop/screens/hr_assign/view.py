"""Draws an `HrAssignState`."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screens.hr_assign.state import ALL, BRANCH, PERSON, TEAM, HrAssignState
from desktop.style.look import look
from desktop.widgets.buttons import primary, quiet, secondary
from desktop.widgets.card import Card, SectionHeader
from desktop.widgets.fields import TextField
from desktop.widgets.forms import FieldPairs
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, FlowRow, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.stacked import columns_for, make_room, telling
from desktop.widgets.table import Column
from desktop.widgets.tabs import Segmented
from desktop.widgets.values import Face, FaceKind, NoticeValue, Tone
from desktop.words import tr

_COURSE_MOST, _DAY_MOST, _NAMES_MOST = 30, 10, 4000
_MOST_REFUSED = 10
_PLAN_STACKS = ((0,), (1, 2, 3), (4,))
_ROW_STACKS = ((2, 1, 0), (3, 4))
"""Which columns of each table share one."""


class HrAssignView(QWidget):
    """What is to be assigned, whom it means, and everything that is assigned.

    Signals:
        filled: a field (course, kind, names, due) and what stands in it
        look_asked, assign_asked, undo_asked, remove_asked, leave_asked, refresh_asked: buttons, Esc and F5
        row_chosen: the assignment the focus came to
    """

    filled = Signal(str, str)
    look_asked = Signal()
    assign_asked = Signal()
    undo_asked = Signal()
    remove_asked = Signal()
    leave_asked = Signal()
    refresh_asked = Signal()
    row_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._connect()

    def show_state(self, state: HrAssignState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        self._told.show_notice(_told(state))
        self._show_draft(state)
        for button, usable in (
            (self._look, not state.work),
            (self._assign, state.can_assign),
            (self._undo, bool(state.last) and not state.work),
            (self._remove, bool(state.chosen) and not state.work),
            (self._back, not state.work),
        ):
            button.setEnabled(usable)
        show_if(self._undo, bool(state.last))
        show_if(self._remove, bool(state.rows))
        show_if(self._plan, bool(state.plan))
        self._plan.show_rows(state.plan)
        refused = [f"{row.name}: {row.fault}" for row in state.plan if row.fault]
        self._refused.setText("\n".join(refused[:_MOST_REFUSED]))
        show_if(self._refused, bool(refused))
        show_if(self._rows, state.read)
        self._rows.show_rows(state.rows, state.chosen)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        if not event.spontaneous():
            self._fields["course"].focus()

    def _show_draft(self, state: HrAssignState) -> None:
        for name, text in (("course", state.draft.course), ("names", state.draft.names), ("due", state.draft.due)):
            if self._fields[name].text() != text:
                self._fields[name].set_text(text)
        self._kind.set_current(state.draft.kind)
        show_if(self._names_part, state.draft.kind != ALL)
        self._fields["course"].show_error(tr("Name the course first.") if state.missing == "course" else "")
        faults = {"names": tr("Say who must pass it."), "many": tr("So many at once are a team or a branch.")}
        self._fields["names"].show_error(faults.get(state.missing, ""))
        if state.missing:
            self._fields["course" if state.missing == "course" else "names"].focus()

    def _build(self) -> None:
        self._fault, self._told = named(NoticeBar(), "assign_fault"), named(NoticeBar(), "assign_told")
        self._back = quiet(tr("Back to the matrix"), "arrow_left", name="to_matrix")
        self._plan = self._table(tr("Whom it means"), "plan", _plan_columns(), (_PLAN_STACKS, 200))
        self._refused = label("", "strong", name="refused")
        self._rows = self._table(tr("Assigned courses"), "assignments", _row_columns(), (_ROW_STACKS, 240))
        none = tr("Whoever is assigned a course stands in the matrix as due until it is passed.")
        self._rows.show_empty(Face(FaceKind.EMPTY, tr("Nothing is assigned yet."), none))
        self._remove = secondary(tr("Take it back"), "cross", name="remove")
        about = tr("Who must pass a course, and by when. Nothing counts before you have looked whom it means.")
        page = ScrollPage("wide")
        page.add(SectionHeader(tr("Assign courses"), about, level=1))
        for part in (FlowRow(self._back), self._fault, self._told, self._make_form(), self._rows):
            page.add(part)
        page.add(FlowRow(self._remove))
        page.add(column(STRETCH), 1)
        self.setLayout(column(page))

    def _make_form(self) -> Card:
        day = tr("Written like 2026-12-31; empty: no last day")
        names = tr("Several with commas. A team is written BRANCH/TEAM.")
        self._fields = {
            "course": TextField(
                tr("Course"), hint=tr("The name of its pack, such as TELE"), max_length=_COURSE_MOST, name="course"
            ),
            "due": TextField(tr("Last day"), hint=day, max_length=_DAY_MOST, name="due"),
            "names": TextField(tr("Who"), hint=names, max_length=_NAMES_MOST, name="names"),
        }
        kinds = ((PERSON, tr("People")), (TEAM, tr("Teams")), (BRANCH, tr("Branches")), (ALL, tr("Everybody")))
        self._kind = named(Segmented(kinds, PERSON, tr("Who must pass it")), "kind")
        self._names_part = self._fields["names"]
        self._look = secondary(tr("Look whom it means"), "search", name="look")
        self._assign = primary(tr("Assign"), "check", name="assign")
        self._undo = secondary(tr("Take the last one back"), "refresh", name="undo")
        card = named(Card(tr("A course for somebody"), icon="book"), "assigning")
        pairs, ways = (
            FieldPairs(self._fields["course"], self._fields["due"]),
            FlowRow(self._look, self._assign, self._undo),
        )
        for part in (pairs, self._kind, self._names_part, ways, self._plan, self._refused):
            card.add(part)
        return card

    @staticmethod
    def _table(
        title: str, name: str, columns: tuple[Column, ...], shape: tuple[tuple[tuple[int, ...], ...], int]
    ) -> KeptTable:
        stacks, height = shape
        table = named(KeptTable(title, columns_for(columns, stacks), _key), name)
        table.setMinimumHeight(look().px(height))
        make_room(table, stacks)
        return table

    def _connect(self) -> None:
        for name, field in self._fields.items():
            field.changed.connect(lambda text, name=name: self.filled.emit(name, text))
            field.submitted.connect(self.look_asked)
        self._kind.chosen.connect(lambda key: self.filled.emit("kind", key))
        self._rows.row_chosen.connect(self.row_chosen)
        for button, signal in (
            (self._look, self.look_asked),
            (self._assign, self.assign_asked),
            (self._undo, self.undo_asked),
            (self._remove, self.remove_asked),
            (self._back, self.leave_asked),
        ):
            button.clicked.connect(signal)
        for keys, signal in (("Esc", self.leave_asked), ("F5", self.refresh_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)


def _told(state: HrAssignState) -> NoticeValue | None:
    if state.work:
        return NoticeValue(Tone.INFO, state.work)
    return NoticeValue(Tone.GOOD, state.told) if state.told else None


def _key(row: object) -> str:
    return str(getattr(row, "key", "") or getattr(row, "name", ""))


def _plan_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Who"), lambda row: row.name),
        telling(Column(tr("People"), lambda row: _count(row, row.people), lambda row: row.people, align_right=True)),
        telling(
            Column(tr("Valid pass"), lambda row: _count(row, row.passed), lambda row: row.passed, align_right=True)
        ),
        telling(
            Column(
                tr("Must already"), lambda row: _count(row, row.assigned), lambda row: row.assigned, align_right=True
            )
        ),
        Column(tr("State"), lambda row: tr("Not possible") if row.fault else tr("Possible"), stretch=True),
    )


def _count(row: object, count: int) -> str:
    return "–" if getattr(row, "fault", "") else str(count)


def _row_columns() -> tuple[Column, ...]:
    return (
        Column(tr("No."), lambda row: str(row.number), lambda row: row.number, align_right=True),
        Column(tr("Course"), lambda row: row.course),
        Column(tr("Who"), lambda row: row.whom, stretch=True),
        telling(Column(tr("Last day"), lambda row: row.due, lambda row: row.due_day)),
        telling(Column(tr("Assigned by"), lambda row: row.by)),
    )
