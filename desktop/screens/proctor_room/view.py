"""Draws a `ProctorRoomState`; reports that time has gone, what the proctor looks at and wants to do."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.screens.proctor_room.state import ProctorRoomState, RoomSession, Scope
from desktop.style.look import look
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import Button, primary, quiet, secondary
from desktop.widgets.card import Card, FactList, SectionHeader, StatTile
from desktop.widgets.kept_table import KeptTable
from desktop.widgets.layout import STRETCH, CardGrid, FlowRow, SideBySide, boxed, clear_layout, column
from desktop.widgets.naming import label, named, show_if
from desktop.widgets.notice import NoticeBar
from desktop.widgets.panel import StatePanel
from desktop.widgets.rows import RowList
from desktop.widgets.scroll_page import ScrollPage
from desktop.widgets.table import Column
from desktop.widgets.tabs import Tabs
from desktop.widgets.values import Face, FaceKind, Fact, NoticeValue, RowValue, Tone
from desktop.words import tr, trn
from desktop.words.clock import clock_text, datetime_text
from desktop.words.overrides import Act, act_title, standing_text
from desktop.words.sittings import certificate_text, progress_text, result_text
from exams import SittingLine

REFRESH_MS = 1_000

_FOR_ALL = {
    Act.UNSEAL: ("key", primary),
    Act.GRADE: ("key", primary),
    Act.OPEN: ("key", primary),
    Act.REHEARSE: ("play", secondary),
    Act.PAUSE_ALL: ("pause", secondary),
    Act.RESUME_ALL: ("play", secondary),
    Act.EXTEND_ALL: ("plus", secondary),
    Act.EXTRA: ("clock", secondary),
    Act.UNLOCK: ("", quiet),
    Act.CLOCK: ("", quiet),
    Act.CLOSE: ("", quiet),
}
_AT_FIRST = frozenset({Act.OPEN, Act.REHEARSE})
"""What begins a session."""
_ALWAYS = frozenset({Act.UNLOCK, Act.CLOCK})
"""What needs no open session."""
_IN_NEED = frozenset({Act.UNSEAL, Act.GRADE})
"""What is shown only where it can be done: it asks for a code of headquarters."""


class ProctorRoomView(QWidget):
    """The room at a glance.

    Signals:
        ticked: a second has gone
        refresh_asked: the button, or F5
        scope_chosen: this session or all
        row_chosen: the line the focus came to
        row_opened: a line, by Enter or double click
        chosen_asked: the button that opens the line one is at
        waiting_chosen: the sitting of somebody who waits
        act_asked: what is to be done to the whole session
        report_asked, roster_asked, incidents_asked: the session's pages
        take_over_asked: an exam of another PC is to go on here
    """

    ticked = Signal()
    refresh_asked = Signal()
    scope_chosen = Signal(str)
    row_chosen = Signal(object)
    row_opened = Signal(object)
    chosen_asked = Signal()
    waiting_chosen = Signal(str)
    act_asked = Signal(str)
    report_asked = Signal()
    roster_asked = Signal()
    incidents_asked = Signal()
    take_over_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions: tuple[RoomSession, ...] | None = None
        self._build()
        self._connect()

    def show_state(self, state: ProctorRoomState) -> None:
        """Make the widgets agree with the state."""
        self._fault.show_notice(NoticeValue(Tone.BAD, state.fault) if state.fault else None)
        if state.sessions != self._sessions:
            self._sessions = state.sessions
            self._show_sessions(state.sessions)
        self._show_waiting(state)
        self._show_grading(state)
        self._show_acts(state)
        self._now.show_stat(str(state.sitting_now), tr("sitting now"), Tone.ACCENT)
        self._ended.show_stat(str(state.handed_in), tr("handed in"), Tone.ACCENT)
        self._passed.show_stat(str(state.passed), tr("passed"), Tone.GOOD)
        self._tabs.set_current(state.scope.value)
        self._table.show_empty(_nobody(state))
        self._table.show_rows(state.rows, state.chosen)
        self._open.setEnabled(bool(state.chosen))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        first = self._waiting.findChild(QWidget) if self._waits else None
        asked_for = (self._acts[act] for act in (Act.UNSEAL, Act.GRADE) if not self._acts[act].isHidden())
        first = first or next(asked_for, None)
        begin = self._acts[Act.OPEN] if self._sessions == () else self._refresh
        (first or begin).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._refresh = secondary(tr("Refresh"), "refresh", name="refresh")
        self._fault = named(NoticeBar(), "room_fault")
        self._waits: tuple[RowValue, ...] = ()
        self._waiting = named(RowList(), "waiting", tr("Who waits for you"))
        self._banner = named(NoticeBar(), "waiting_banner")
        self._locked, self._ungraded, self._at_hq = (
            named(NoticeBar(), name) for name in ("locked_banner", "grading_banner", "hq_banner")
        )
        self._acts = {act: _button(act) for act in _FOR_ALL}
        self._report, self._incidents = (
            quiet(tr("Report"), "summary", name="report"),
            quiet(tr("Incidents"), "note", name="incidents"),
        )
        self._roster = primary(tr("Check people in"), "people", name="check_people_in")
        self._take_over = quiet(tr("Take over an exam"), "download", name="take_over")
        self._session_place = column(gap="m")
        tiles = self._tiles()
        choices = ((Scope.SESSION.value, tr("This session")), (Scope.ALL.value, tr("All exams on this PC")))
        self._tabs = named(Tabs(choices, Scope.SESSION.value, tr("Which exams")), "scope")
        self._table = named(KeptTable(tr("Exams"), _columns(), lambda line: line.sitting), "sittings")
        self._table.setMinimumHeight(look().px(260))
        self._open = secondary(tr("Open this exam"), "person", name="open_sitting")
        page = ScrollPage("wide")
        told = tr("The room is read again every second. Enter opens the line you are at.")
        page.add(SectionHeader(tr("Proctor's desk"), told, self._refresh, level=1))
        acts = FlowRow(self._roster, *self._acts.values(), self._take_over, self._incidents, self._report)
        notices = (self._fault, self._banner, self._waiting, self._locked, self._ungraded, self._at_hq)
        for part in (*notices, self._session_place, acts):
            page.add(part)
        page.add(FlowRow(self._tabs, self._open, gap="m"))
        page.add(self._table, 1)
        page.add(tiles)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def _tiles(self) -> CardGrid:
        self._now, self._ended, self._passed = (named(StatTile("0", ""), name) for name in ("now", "ended", "passed"))
        tiles = CardGrid(200)
        for tile in (self._now, self._ended, self._passed):
            tiles.add(tile)
        return tiles

    def _connect(self) -> None:
        self._refresh.clicked.connect(self.refresh_asked)
        self._tabs.chosen.connect(self.scope_chosen)
        self._table.row_chosen.connect(self.row_chosen)
        self._table.row_opened.connect(self.row_opened)
        self._open.clicked.connect(self.chosen_asked)
        self._waiting.chosen.connect(self.waiting_chosen)
        self._report.clicked.connect(self.report_asked)
        self._roster.clicked.connect(self.roster_asked)
        self._incidents.clicked.connect(self.incidents_asked)
        self._take_over.clicked.connect(self.take_over_asked)
        for act, button in self._acts.items():
            button.clicked.connect(partial(self._ask, act.value))
        QShortcut(QKeySequence("F5"), self).activated.connect(self.refresh_asked)
        timer = QTimer(self)
        timer.setObjectName("room_clock")
        timer.setInterval(REFRESH_MS)
        timer.timeout.connect(self._tick)
        timer.start()

    def _tick(self) -> None:
        if self.isVisible():
            self.ticked.emit()

    def _ask(self, act: str, _checked: bool = False) -> None:
        self.act_asked.emit(act)

    def _show_waiting(self, state: ProctorRoomState) -> None:
        count = len(state.waiting)
        show_if(self._waiting, bool(count))
        if state.waiting != self._waits:
            self._waits = state.waiting
            self._waiting.show_rows(state.waiting)
        told = trn("{n} person waits for you", "{n} people wait for you", count)
        why = tr("Their time runs on. See what happened, then let them go on.")
        self._banner.show_notice(NoticeValue(Tone.WARN, told, detail=why) if count else None)

    def _show_acts(self, state: ProctorRoomState) -> None:
        is_open = bool(state.sessions)
        for act, button in self._acts.items():
            here = act in _ALWAYS or (act not in _AT_FIRST) == is_open
            show_if(button, act in state.able if act in _IN_NEED else here)
            button.setEnabled(act in state.able)
        show_if(self._roster, is_open)
        show_if(self._take_over, state.may_take_over)
        for button in (self._incidents, self._report):
            show_if(button, state.has_report)

    def _show_grading(self, state: ProctorRoomState) -> None:
        lost = tr("The exam of this session is locked: its key is lost on this PC")
        then = tr("Nobody can begin or go on before headquarters' code of the session is entered once more.")
        self._locked.show_notice(NoticeValue(Tone.BAD, lost, detail=then) if Act.UNSEAL in state.able else None)
        told = trn(
            "{n} exam is handed in and waits for the grading code",
            "{n} exams are handed in and wait for the grading code",
            state.ungraded,
        )
        how = tr("Ask headquarters for the code by telephone and read out this release anchor: {anchor}")
        self._ungraded.show_notice(
            NoticeValue(Tone.INFO, told, detail=how.format(anchor=state.anchor)) if state.ungraded else None
        )
        sent = trn("{n} exam is graded at headquarters", "{n} exams are graded at headquarters", state.at_hq)
        when = tr("They are handed in and saved. Their results come from headquarters.")
        self._at_hq.show_notice(NoticeValue(Tone.INFO, sent, detail=when) if state.at_hq else None)

    def _show_sessions(self, sessions: tuple[RoomSession, ...]) -> None:
        clear_layout(self._session_place)
        for session in sessions:
            self._session_place.addWidget(_session_card(session))
        if not sessions:
            text = tr("Exams begin once a session is open. What was sat before stands below.")
            face = Face(FaceKind.EMPTY, tr("No session is open"), text)
            self._session_place.addWidget(named(StatePanel(face), "no_session"))


def _session_card(session: RoomSession) -> QWidget:
    facts = (Fact(tr("Proctor"), session.proctor), Fact(tr("Opened"), datetime_text(session.opened_wt)))
    head = FlowRow(label(session.title, "heading", wrap=False, name="session_title"), Badge(tr("Open"), Tone.GOOD))
    if session.rehearsal:
        head.add(Badge(tr("Rehearsal – counts for nothing"), Tone.WARN))
    card = named(Card(), "session")
    card.add(SideBySide(boxed(column(head, FactList(facts), STRETCH, gap="s")), _code(session), side_width=440))
    return card


def _code(session: RoomSession) -> QWidget:
    if not session.code:
        told = tr("The code of this session is not kept on this PC. Read it out from your own paper.")
        return boxed(column(label(tr("Code of the session"), "overline"), label(told, "muted"), STRETCH, gap="s"))
    groups = FlowRow(*(label(part, "figure", wrap=False, selectable=True) for part in session.code), gap="m")
    named(groups, "code", tr("Code of the session") + " " + " ".join(session.code))
    aloud = label(tr("Shown because this is a demonstration. Read it out to those who sit."), "small")
    return boxed(column(label(tr("Code of the session"), "overline"), groups, aloud, STRETCH, gap="xs"))


def _columns() -> tuple[Column, ...]:
    """What fits beside each other in the window as it opens; when and in which try stands on the exam's page."""
    return (
        Column(tr("Name"), lambda line: line.name, stretch=True, elided=True),
        Column(tr("Staff ID"), lambda line: line.staff_id, elided=True),
        Column(tr("State"), standing_text, elided=True),
        Column(tr("Time left"), _left, lambda line: line.remaining_ms or 0, align_right=True),
        Column(tr("Answered"), progress_text, lambda line: line.answered, align_right=True),
        Column(tr("Result"), result_text, lambda line: -1 if line.percent is None else line.percent, elided=True),
        Column(tr("Certificate"), certificate_text, elided=True),
    )


def _left(line: SittingLine) -> str:
    return "–" if line.remaining_ms is None else clock_text(line.remaining_ms // 1000)


def _button(act: Act) -> Button:
    icon, make = _FOR_ALL[act]
    return make(act_title(act), icon, name=f"act_{act.value}")


def _nobody(state: ProctorRoomState) -> Face:
    if state.scope is Scope.ALL or not state.sessions:
        return Face(FaceKind.EMPTY, tr("No final exam was sat on this PC yet"))
    return Face(FaceKind.EMPTY, tr("Nobody has begun yet"), tr("Who begins the exam appears here within seconds."))
