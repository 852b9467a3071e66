"""Reads sessions and conflicts beside the window; shows those to chase, or every session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desktop.background.contract import Jobs
from desktop.screens.hr_follow.state import ConflictCase, HrFollowState, SessionRow
from desktop.widgets.values import Fact, Tone
from desktop.words import tr
from desktop.words.clock import datetime_text
from desktop.words.errors import error_sentence
from desktop.words.findings import finding_sentence
from exams import AcademyError

MOST_CONFLICTS = 50
"""Cases that are shown; the command lists all of them."""
_Told = tuple[Sequence[Any], Sequence[Any], tuple[int, int] | None]


class HrFollowScreen(Protocol):
    """What the presenter needs of the view."""

    def show_state(self, state: HrFollowState) -> None:
        """Show the page."""
        ...


class FollowDesk(Protocol):
    """Where both are read."""

    def sessions(self) -> Sequence[Any]: ...  # noqa: D102
    def conflicts(self) -> Sequence[Any]: ...  # noqa: D102
    def receipts(self) -> tuple[int, int] | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Exits:
    """Where the page leads: back to the files, and on to what branches get."""

    leave: Callable[[], None]
    returns: Callable[[], None]


class HrFollowPresenter:
    """Reads again with every `show`."""

    def __init__(self, desk: FollowDesk, jobs: Jobs, exits: Exits) -> None:
        self._desk = desk
        self._jobs = jobs
        self._exits = exits
        self._screen: HrFollowScreen | None = None
        self._state = HrFollowState()
        self._sessions: tuple[SessionRow, ...] = ()

    def attach(self, screen: HrFollowScreen) -> None:
        """Draw on this view from now on."""
        self._screen = screen

    def detach(self, screen: HrFollowScreen) -> None:
        """That view is gone."""
        if self._screen is screen:
            self._screen = None

    def show(self) -> None:
        """Read both and show them."""
        if self._state.busy:
            return
        self._state = replace(self._state, busy=True, fault="")
        self._draw()
        self._jobs.run(self._read, self._done, self._failed)

    def show_every(self, every: bool) -> None:
        """All sessions, or only those to chase."""
        self._state = replace(self._state, every=every)
        self._draw()

    def leave(self) -> None:
        """Back to the files of branches."""
        self._exits.leave()

    def returns(self) -> None:
        """On to receipts and certificates for branches."""
        self._exits.returns()

    def _read(self) -> _Told:
        return self._desk.sessions(), self._desk.conflicts(), self._desk.receipts()

    def _done(self, told: _Told) -> None:
        sessions, conflicts, written = told
        self._sessions = tuple(map(_session, sessions))
        chased = sum(one.chase for one in self._sessions)
        tiles = (
            (tr("sittings expected"), sum(one.expected for one in sessions), Tone.ACCENT),
            (tr("sittings received"), sum(one.received for one in sessions), Tone.GOOD),
            (tr("sessions to chase"), chased, Tone.BAD if chased else Tone.ACCENT),
            (tr("conflicts"), len(conflicts), Tone.BAD if conflicts else Tone.ACCENT),
        )
        cases = tuple(map(_case, conflicts[:MOST_CONFLICTS]))
        more = max(0, len(conflicts) - MOST_CONFLICTS)
        state = replace(self._state, busy=False, read=True, tiles=tiles, conflicts=cases, more=more)
        self._state = replace(state, receipts=_receipts(written))
        self._draw()

    def _failed(self, error: Exception) -> None:
        fault = error_sentence(error).text if isinstance(error, AcademyError) else ""
        self._state = replace(self._state, busy=False, fault=fault)
        self._draw()

    def _draw(self) -> None:
        shown = tuple(one for one in self._sessions if self._state.every or one.chase)
        self._state = replace(self._state, sessions=shown)
        if self._screen is not None:
            self._screen.show_state(self._state)


def _receipts(written: tuple[int, int] | None) -> str:
    if written is None:
        return tr("No receipts have been written yet.")
    return tr("Receipts written last: {when}, for {count} PCs").format(when=datetime_text(written[0]), count=written[1])


def _session(one: Any) -> SessionRow:
    plan = one.session
    told = tr("{received} of {expected}") if one.expected else tr("{received}, nobody is assigned")
    if one.missing:
        state = tr("Ask the branch")
    elif one.received:
        state = tr("Something came")
    else:
        state = tr("Not released yet")
    return SessionRow(
        plan.session,
        plan.branch,
        plan.course,
        plan.not_before_wt,
        told.format(received=one.received, expected=one.expected),
        one.devices,
        state,
        one.missing,
    )


def _case(one: Any) -> ConflictCase:
    what = finding_sentence(one.code, {"number": one.other.about}).text
    kept = _side(one.kept) if one.kept else (Fact(tr("File"), tr("Nothing is kept of the other one")),)
    return ConflictCase(f"{what} [{one.code}]", one.staff_id, kept, _side(one.other))


def _side(side: Any) -> tuple[Fact, ...]:
    facts = (
        (tr("File"), side.file),
        (tr("Device"), side.serial),
        (tr("Branch"), side.branch),
        (tr("Line or exam"), side.about),
    )
    return tuple(Fact(name, text or "–") for name, text in facts)
