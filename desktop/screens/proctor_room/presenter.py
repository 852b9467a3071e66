"""What the sessions and sittings of this PC mean for the proctor."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.proctor_room.state import ProctorRoomState, RoomSession, Scope
from desktop.widgets.values import RowValue, Tone
from desktop.words import tr
from desktop.words.clock import clock_text
from desktop.words.errors import error_sentence
from desktop.words.overrides import Act, cause_text, waits_for_proctor
from exams import AcademyError, Cause, Person, SessionInfo, SittingLine

_RUNNING = ("open", "paused")
_ENDED = ("submitted", "graded")


class ProctorRoomScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ProctorRoomState) -> None:
        """Show the room."""
        ...


class RoomDesk(Protocol):
    """The part of a proctor's desk that looks into the room."""

    @property
    def person(self) -> Person: ...  # noqa: D102
    def sessions(self) -> tuple[SessionInfo, ...]: ...  # noqa: D102
    def sittings(self, session: str | None = None) -> tuple[SittingLine, ...]: ...  # noqa: D102
    def is_locked(self, session: str) -> bool: ...  # noqa: D102
    def awaits_code(self, session: str) -> bool: ...  # noqa: D102
    def anchor(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `act` gets the session it is about, empty where there is none.

    `take_over` is None where no exam of another PC can come.
    """

    sitting: Callable[[str], None]
    act: Callable[[Act, str], None]
    report: Callable[[str], None]
    roster: Callable[[str], None] = lambda _session: None
    incidents: Callable[[str], None] = lambda _session: None
    take_over: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class _Grading:
    ungraded: int
    anchor: str
    at_hq: int


class ProctorRoomPresenter:
    """Reads the room again and again; the view hears of it only when something has changed."""

    def __init__(self, desk: RoomDesk, exits: Exits) -> None:
        self._desk = desk
        self._exits = exits
        self._screen: ProctorRoomScreen | None = None
        self._state = ProctorRoomState()
        self._session = ""  # the open one, else the last
        self._to_grade = ""  # the session whose grading code is awaited

    def attach(self, screen: ProctorRoomScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self) -> None:
        """The proctor leaves: nothing is read any more."""
        self._screen = None

    def show(self) -> None:
        """Read the room and show it."""
        self._state = self._read()
        self._draw()

    def tick(self) -> None:
        """A second has gone: look again."""
        if self._screen is None:
            return
        self._take(self._read())

    def choose_scope(self, scope: str) -> None:
        """List this session, or every final of this PC."""
        self._state = replace(self._state, scope=Scope(scope))
        self._take(self._read())

    def choose_row(self, row: object) -> None:
        """Remember which line the proctor is at."""
        if isinstance(row, SittingLine):
            self._state = replace(self._state, chosen=row.sitting)
            self._draw()

    def open_row(self, row: object) -> None:
        """Go to the person of a line."""
        if isinstance(row, SittingLine):
            self.choose_row(row)
            self._exits.sitting(row.sitting)

    def open_chosen(self) -> None:
        """Go to the person the proctor is at."""
        if self._state.chosen:
            self._exits.sitting(self._state.chosen)

    def open_waiting(self, sitting: str) -> None:
        """Go to somebody who waits."""
        self._state = replace(self._state, chosen=sitting)
        self._exits.sitting(sitting)

    def act(self, name: str) -> None:
        """Go to the form of something done to the whole session."""
        act = Act(name)
        self._exits.act(act, self._to_grade if act is Act.GRADE else self._session)

    def open_report(self) -> None:
        """Go to the report of the open session, else of the last one."""
        if self._session:
            self._exits.report(self._session)

    def open_roster(self) -> None:
        """Go to who is expected in the open session."""
        if self._session:
            self._exits.roster(self._session)

    def open_incidents(self) -> None:
        """Go to what has happened in the open session, else in the last one."""
        if self._session:
            self._exits.incidents(self._session)

    def open_take_over(self) -> None:
        """Take over an exam of another PC."""
        if self._exits.take_over is not None:
            self._exits.take_over()

    def _take(self, state: ProctorRoomState) -> None:
        if state != self._state:
            self._state = state
            self._draw()

    def _read(self) -> ProctorRoomState:
        try:
            sessions, lines = self._desk.sessions(), self._desk.sittings()
            grading = self._grading(lines)
            locked = any(self._desk.is_locked(session.id) for session in sessions if session.open)
        except AcademyError as error:
            return replace(self._state, fault=error_sentence(error).text)
        running = [session for session in sessions if session.open]
        self._session = next((session.id for session in (*running, *sessions)), "")
        listed = lines if self._state.scope is Scope.ALL else _of_sessions(sessions, lines)
        rows = tuple(sorted(listed, key=_urgency))
        chosen = self._state.chosen
        return ProctorRoomState(
            sessions=tuple(self._told(session) for session in running),
            scope=self._state.scope,
            rows=rows,
            waiting=tuple(_waiting(line) for line in lines if waits_for_proctor(line)),
            able=_able(running, lines).union({Act.GRADE} if grading.ungraded else (), {Act.UNSEAL} if locked else ()),
            ungraded=grading.ungraded,
            anchor=grading.anchor,
            at_hq=grading.at_hq,
            has_report=bool(sessions),
            may_take_over=bool(running) and not locked and self._exits.take_over is not None,
            sitting_now=sum(line.state in _RUNNING for line in rows),
            handed_in=sum(line.state in _ENDED for line in rows),
            passed=sum(line.passed is True for line in rows),
            chosen=chosen if any(line.sitting == chosen for line in rows) else "",
        )

    def _grading(self, lines: tuple[SittingLine, ...]) -> _Grading:
        """What was handed in and has no result, by session: for one whose code may come, or for headquarters."""
        handed_in = Counter(line.session for line in lines if line.state == "submitted")
        awaited = [session for session in handed_in if self._desk.awaits_code(session)]
        self._to_grade = next(iter(awaited), "")
        ungraded = handed_in[self._to_grade] if awaited else 0
        anchor = self._desk.anchor() if awaited else ""
        return _Grading(ungraded, anchor, sum(handed_in.values()) - sum(handed_in[one] for one in awaited))

    def _told(self, session: SessionInfo) -> RoomSession:
        person = self._desk.person
        proctor = person.name if person.staff_id == session.proctor else session.proctor
        code = _groups(session.code_shown or "")
        return RoomSession(session.title, proctor, session.opened_wt, code, session.rehearsal)

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _able(running: list[SessionInfo], lines: tuple[SittingLine, ...]) -> frozenset[Act]:
    """What makes sense for the session now; the desk has the last word."""
    if not running:
        return frozenset({Act.OPEN, Act.REHEARSE, Act.UNLOCK, Act.CLOCK})
    inside = [line for line in lines if line.session == running[0].id and line.state in _RUNNING]
    able = {Act.EXTRA, Act.UNLOCK, Act.CLOCK, Act.CLOSE}
    if any(line.stop != "pause" for line in inside):
        able.add(Act.PAUSE_ALL)
    if any(line.state == "paused" for line in inside):
        able.add(Act.RESUME_ALL)
    if inside:
        able.add(Act.EXTEND_ALL)
    return frozenset(able)


def _urgency(line: SittingLine) -> int:
    """Who waits for the proctor stands first, then whom the proctor has stopped, then who sits, then who has ended."""
    if waits_for_proctor(line):
        return 0
    return {"paused": 1, "open": 2}.get(line.state, 3)


def _waiting(line: SittingLine) -> RowValue:
    left = clock_text((line.remaining_ms or 0) // 1000)
    told = tr("{staff_id} · {answered} of {items} answered")
    return RowValue(
        line.sitting,
        line.name,
        told.format(staff_id=line.staff_id, answered=line.answered, items=line.items),
        badge=cause_text(Cause(line.stop)),
        tone=Tone.WARN,
        trailing=tr("{clock} left").format(clock=left),
    )


def _of_sessions(sessions: tuple[SessionInfo, ...], lines: tuple[SittingLine, ...]) -> tuple[SittingLine, ...]:
    """The finals of the open sessions; of the last one where none is open."""
    shown = {session.id for session in sessions if session.open} or {session.id for session in sessions[:1]}
    return tuple(line for line in lines if line.session in shown)


def _groups(code: str) -> tuple[str, ...]:
    return tuple(part for part in code.split("-") if part)
