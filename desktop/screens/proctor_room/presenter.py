"""What the sessions and sittings of this PC mean for the proctor."""

from dataclasses import replace
from typing import Protocol

from desktop.screens.proctor_room.state import ProctorRoomState, RoomSession, Scope
from desktop.words.errors import error_sentence
from exams import AcademyError, Person, SessionInfo, SittingLine

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


class ProctorRoomPresenter:
    """Reads the room again and again; the view hears of it only when something has changed."""

    def __init__(self, desk: RoomDesk) -> None:
        self._desk = desk
        self._screen: ProctorRoomScreen | None = None
        self._state = ProctorRoomState()

    def attach(self, screen: ProctorRoomScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def show(self) -> None:
        """Read the room and show it."""
        self._state = self._read()
        self._draw()

    def tick(self) -> None:
        """Some seconds have gone: look again."""
        self._take(self._read())

    def choose_scope(self, scope: str) -> None:
        """List this session, or every final of this PC."""
        self._state = replace(self._state, scope=Scope(scope))
        self._take(self._read())

    def choose_row(self, row: object) -> None:
        """Remember which line the proctor is at."""
        if isinstance(row, SittingLine):
            self._state = replace(self._state, chosen=row.sitting)

    def _take(self, state: ProctorRoomState) -> None:
        if state != self._state:
            self._state = state
            self._draw()

    def _read(self) -> ProctorRoomState:
        try:
            sessions, lines = self._desk.sessions(), self._desk.sittings()
        except AcademyError as error:
            return replace(self._state, fault=error_sentence(error).text)
        rows = lines if self._state.scope is Scope.ALL else _of_sessions(sessions, lines)
        return ProctorRoomState(
            sessions=tuple(self._session(session) for session in sessions if session.open),
            scope=self._state.scope,
            rows=rows,
            sitting_now=sum(line.state in _RUNNING for line in rows),
            handed_in=sum(line.state in _ENDED for line in rows),
            passed=sum(line.passed is True for line in rows),
            chosen=self._state.chosen,
        )

    def _session(self, session: SessionInfo) -> RoomSession:
        person = self._desk.person
        proctor = person.name if person.staff_id == session.proctor else session.proctor
        return RoomSession(session.title, proctor, session.opened_wt, _groups(session.code_shown or ""))

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _of_sessions(sessions: tuple[SessionInfo, ...], lines: tuple[SittingLine, ...]) -> tuple[SittingLine, ...]:
    """The finals of the open sessions; of the last one where none is open."""
    shown = {session.id for session in sessions if session.open} or {session.id for session in sessions[:1]}
    return tuple(line for line in lines if line.session in shown)


def _groups(code: str) -> tuple[str, ...]:
    return tuple(part for part in code.split("-") if part)
