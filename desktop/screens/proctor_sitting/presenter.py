"""What one exam means for the proctor, at this moment, and what may be done about it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from desktop.screens.proctor_sitting.state import Figure, ProctorSittingState
from desktop.screens.proctor_sitting.telling import acts_of, figures_of, gaps_of, meaning_of, overrides_of
from desktop.widgets.values import Tone
from desktop.words import tr
from desktop.words.errors import error_sentence
from desktop.words.overrides import Act, standing_text, waits_for_proctor
from exams import AcademyError, Override, SessionInfo, SessionReport, Sitting, SittingLine


class ProctorSittingScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: ProctorSittingState) -> None:
        """Show the exam."""
        ...


class SittingDesk(Protocol):
    """The part of a proctor's desk that looks at one exam."""

    def sessions(self) -> tuple[SessionInfo, ...]: ...  # noqa: D102
    def sittings(self, session: str | None = None) -> tuple[SittingLine, ...]: ...  # noqa: D102
    def sitting(self, sitting_id: str) -> Sitting: ...  # noqa: D102
    def report(self, session: str) -> SessionReport: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads; `act` gets the exam as it was read last."""

    act: Callable[[Act, SittingLine, Sitting], None]
    room: Callable[[], None]


class ProctorSittingPresenter:
    """Reads one exam again and again; the view hears of it only when something has changed."""

    def __init__(self, desk: SittingDesk, sitting_id: str, exits: Exits) -> None:
        self._desk = desk
        self._id = sitting_id
        self._exits = exits
        self._screen: ProctorSittingScreen | None = None
        self._state = ProctorSittingState()
        self._read_last: tuple[SittingLine, Sitting] | None = None
        self._overrides: tuple[Override, ...] = ()

    @property
    def name(self) -> str:
        """Whose exam it is; empty before it was read."""
        return self._state.name

    def attach(self, screen: ProctorSittingScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self) -> None:
        """The proctor leaves: nothing is read any more."""
        self._screen = None

    def show(self) -> None:
        """Read the exam and what was done to it, and show it."""
        self._state = self._read(overrides=True)
        self._draw()

    def tick(self) -> None:
        """A second has gone: look again."""
        if self._screen is None:
            return
        state = self._read(overrides=False)
        if state != self._state:
            self._state = state
            self._draw()

    def act(self, name: str) -> None:
        """Go to the form of an act."""
        if self._read_last is not None:
            self._exits.act(Act(name), *self._read_last)

    def back(self) -> None:
        """Back to the room."""
        self._exits.room()

    def _read(self, *, overrides: bool) -> ProctorSittingState:
        try:
            line = next((one for one in self._desk.sittings() if one.sitting == self._id), None)
            sitting = self._desk.sitting(self._id)
            sessions = {session.id: session for session in self._desk.sessions()}
            if line is not None and overrides:
                done = self._desk.report(line.session).overrides
                self._overrides = tuple(one for one in done if one.sitting == self._id)
        except AcademyError as error:
            return replace(self._state, acts=(), fault=error_sentence(error).text)
        if line is None:
            return replace(self._state, acts=(), fault=tr("This exam is not on the list any more."))
        self._read_last = line, sitting
        session = sessions.get(line.session)
        return ProctorSittingState(
            name=line.name,
            place=_place(line, session),
            standing=standing_text(line),
            meaning=meaning_of(line, sitting),
            tone=_tone(line),
            figures=_toned(figures_of(line, sitting), line),
            gaps=gaps_of(sitting),
            overrides=overrides_of(self._overrides),
            acts=acts_of(line, sitting, in_open_session=session is not None and session.open),
        )

    def _draw(self) -> None:
        if self._screen is not None:
            self._screen.show_state(self._state)


def _place(line: SittingLine, session: SessionInfo | None) -> str:
    attempt = tr("Attempt {n}").format(n=line.attempt)
    return " · ".join(filter(None, (line.staff_id, attempt, session.title if session else "")))


def _tone(line: SittingLine) -> Tone:
    if waits_for_proctor(line):
        return Tone.WARN
    return {"paused": Tone.INFO, "open": Tone.GOOD, "void": Tone.BAD}.get(line.state, Tone.NEUTRAL)


def _toned(figures: tuple[Figure, ...], line: SittingLine) -> tuple[Figure, ...]:
    if line.state not in {"open", "paused"}:
        return figures
    first, *rest = figures
    return (replace(first, tone=Tone.WARN if waits_for_proctor(line) else Tone.ACCENT), *rest)
