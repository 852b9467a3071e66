"""A room that is rehearsed: the proctor's desk before and while, and the report of what it showed."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part
from desktop.screens.proctor_room.state import ProctorRoomState, RoomSession
from desktop.screens.proctor_room.view import ProctorRoomView
from desktop.screens.session_report.state import SessionReportState
from desktop.screens.session_report.view import SessionReportView
from desktop.style.look import look
from desktop.widgets.values import Fact
from desktop.words import tr
from desktop.words.overrides import Act
from exams import SittingFacts, SittingLine

_NOON = 1_796_184_000_000
_NAME = "王小雨"
_TALL = 760
_PRINT = "5f6e0d5c1c7a4b21"
"""A quarter of a fingerprint."""


def rehearsal() -> QWidget:
    """Nothing open, a rehearsal open, what it showed: nothing to mend, and much."""
    title = tr("Rehearsal – counts for nothing")
    return page(
        tr("Rehearse the room"),
        title,
        part(tr("Proctor's desk"), *(_shown(ProctorRoomView(), state) for state in _rooms())),
        part(title, *(_shown(SessionReportView(), state) for state in _reports())),
    )


def _shown(view: QWidget, state: object) -> QWidget:
    view.show_state(state)  # type: ignore[attr-defined]
    view.setMinimumHeight(look().px(_TALL))
    return view


def _line() -> SittingLine:
    return SittingLine(
        sitting="9f2c",
        kind="rehearsal",
        staff_id="T1001",
        name=_NAME,
        session="SX7KQ2M9D",
        attempt=1,
        state="open",
        answered=3,
        items=20,
        started_wt=_NOON,
        ended_wt=None,
        percent=None,
        passed=None,
        certificate=None,
        remaining_ms=1_500_000,
    )


def _rooms() -> tuple[ProctorRoomState, ...]:
    able = frozenset({Act.OPEN, Act.REHEARSE, Act.UNLOCK, Act.CLOCK})
    session = RoomSession(tr("Rehearsal of the room"), "周静", _NOON, rehearsal=True)
    running = frozenset({Act.PAUSE_ALL, Act.EXTEND_ALL, Act.EXTRA, Act.UNLOCK, Act.CLOCK, Act.CLOSE})
    open_now = ProctorRoomState((session,), rows=(_line(),), able=running, has_report=True, sitting_now=1)
    return ProctorRoomState(able=able), open_now


def _reports() -> tuple[SessionReportState, ...]:
    facts = (Fact(tr("Session"), tr("Rehearsal of the room")), Fact(tr("Proctor"), "P2001"))
    shown = (
        Fact(tr("Began"), "30"),
        Fact(tr("Handed in"), "30"),
        Fact(tr("Answers on the disk"), "600"),
        Fact(tr("Exam window left"), tr("never")),
    )
    well = SessionReportState(
        heading=tr("Rehearsal – counts for nothing"),
        title=tr("Rehearsal of the room"),
        facts=facts,
        sittings=(SittingFacts(replace(_line(), state="graded"), 1_800_000, 300_000, 0, 0, 0, 0, 0, ()),),
        outcome=shown,
        mend=(tr("Nothing was found that has to be mended."),),
        digest=_PRINT * 4,
    )
    nobody = tr("Nobody has begun: the room is not proved. Rehearse again with one person at each PC.")
    none = tuple(replace(fact, value=told) for fact, told in zip(shown, ("0", "0", "0", "–"), strict=True))
    return well, replace(well, sittings=(), outcome=none, mend=(nobody,))
