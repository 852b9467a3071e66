"""The proctor's pages in each of their states: roster, incidents, way to a held PC, both sides of a seat swap."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.gallery.part import page, part
from desktop.screens.hand_over.state import HandOverState
from desktop.screens.hand_over.state import Step as Out
from desktop.screens.hand_over.view import HandOverView
from desktop.screens.proctor_door.state import ProctorDoorState
from desktop.screens.proctor_door.view import ProctorDoorView
from desktop.screens.proctor_log.state import ProctorLogState
from desktop.screens.proctor_log.view import ProctorLogView
from desktop.screens.proctor_roster.state import Draft, ProctorRosterState
from desktop.screens.proctor_roster.view import ProctorRosterView
from desktop.screens.take_over.state import Step as In
from desktop.screens.take_over.state import TakeOverState
from desktop.screens.take_over.view import TakeOverView
from desktop.style.look import look
from desktop.widgets.values import Fact, RowValue
from desktop.words import tr
from desktop.words.errors import error_sentence
from desktop.words.overrides import Act, ready_reasons
from exams import AcademyError, RosterLine

_NOON = 1_796_184_000_000
_ROOM = "一号考场 · 2026-11-29"
_NAME = "王小雨"
_STICK = "/media/USB/"
_TALL, _DOOR, _LOW = 640, 500, 400


def proctor() -> QWidget:
    """Roster and incidents."""
    return page(
        tr("Proctor's desk"),
        tr("Check-in, and what happens in the room."),
        part(tr("Check people in"), *(_shown(ProctorRosterView(), state, _TALL) for state in _rosters())),
        part(tr("Incidents"), *(_shown(ProctorLogView(), state, _LOW) for state in _logs())),
    )


def take_over() -> QWidget:
    """An exam that comes, and the way to a PC that an exam holds."""
    return page(
        tr("Take over an exam"),
        tr("An exam changes its PC by a stick."),
        part(tr("Take over an exam"), *(_shown(TakeOverView(), state, _TALL) for state in _arrivals())),
        part(tr("The proctor signs in here"), *(_shown(ProctorDoorView(), state, _DOOR) for state in _doors())),
    )


def move_away() -> QWidget:
    """An exam that leaves."""
    return page(
        tr("Move to another PC"),
        tr("An exam changes its PC by a stick."),
        part(tr("Move to another PC"), *(_shown(HandOverView(), state, _TALL) for state in _departures())),
    )


def _shown(view: QWidget, state: object, height: int) -> QWidget:
    view.show_state(state)  # type: ignore[attr-defined]
    view.setMinimumHeight(look().px(height))
    return view


def _rosters() -> tuple[ProctorRosterState, ...]:
    """A file refused, an ID not looked at, the code on the page."""
    lines = (
        RosterLine("T1001", _NAME, "Wang Xiaoyu", seat="A1", checked_wt=_NOON, state="open"),
        RosterLine("T1002", "阿卜杜热合曼·买买提艾力", seat="A2", note="买买提艾力", local=True, known=False),
        RosterLine("T1003", "林若溪", "Lin Ruoxi", seat="A3"),
    )
    rules = (Fact(tr("Nobody begins after"), "12:20"), Fact(tr("Nobody hands in before"), "30"))
    listed = ProctorRosterState(_ROOM, rules, lines, total=30, checked=1, local=1, asks_code=True)
    chosen = replace(listed, chosen="T1003", draft=Draft("A3"))
    return (
        ProctorRosterState(_ROOM, fault=_said("E_ROSTER", reason="twice", row=4)),
        replace(chosen, fault=_said("E_ID_UNCHECKED")),
        replace(chosen, draft=Draft("A3", id_checked=True), code="7KQ2M-X9D4T", code_until_wt=_NOON),
    )


def _logs() -> tuple[ProctorLogState, ...]:
    """Nothing yet, something, unreadable."""
    noted = (
        Fact(f"12:04 · {tr('Room')}", f"{tr('Fire alarm or drill')} (P2001)"),
        Fact(f"12:11 · {tr('Person')} · {_NAME}", f"{tr('Feels unwell')} (P2001)"),
    )
    return (
        ProctorLogState(_ROOM, may_note=True),
        ProctorLogState(_ROOM, noted, may_note=True),
        ProctorLogState(_ROOM, fault=_said("E_DATABASE_DAMAGED")),
    )


def _doors() -> tuple[ProctorDoorState, ...]:
    """Nothing typed, refused, to wait."""
    asked = ProctorDoorState(f"{_NAME} · T1001")
    refused = replace(asked, staff_id="P2001", fault=_said("E_SIGN_IN"))
    return asked, refused, replace(refused, wait_seconds=30)


def _arrivals() -> tuple[TakeOverState, ...]:
    """To ask, at work, the file has come and is refused, here."""
    asked = TakeOverState(In.WAIT, f"{_STICK}D00000002.seat-request")
    written = tr("Written {time}").format(time="12:16")
    file = RowValue("T1001-D00000002.seat", "T1001-D00000002.seat", written, "download")
    facts = (Fact(tr("Staff ID"), "T1001"), Fact(tr("Answered"), "12 / 70"), Fact(tr("Time left"), "48:20"))
    return (
        TakeOverState(),
        replace(asked, busy=True),
        replace(asked, found=(file,), fault=_said("E_HANDOVER", reason="other")),
        TakeOverState(In.DONE, who=_NAME, facts=facts),
    )


def _departures() -> tuple[HandOverState, ...]:
    """Refused, no reason, not written, gone, gone before."""
    exam = (Fact(tr("Person"), f"{_NAME} · T1001"), Fact(tr("Answered"), "12 / 70"), Fact(tr("Time left"), "48:20"))
    reading = HandOverState(facts=exam, reasons=ready_reasons(Act.HAND_OVER))
    spare = (Fact(tr("Spare PC"), "前台二号机 · D00000002"), Fact(tr("Branch code"), "BJ-WJ01"))
    confirming = replace(reading, step=Out.CONFIRM, spare=spare)
    return (
        replace(reading, fault=_said("E_HANDOVER", reason="self")),
        replace(confirming, reason_fault=tr("Say why: it goes into the journal with your name.")),
        replace(confirming, step=Out.UNWRITTEN, fault=_said("E_FILE_NOT_WRITTEN", path=_STICK)),
        replace(reading, step=Out.DONE, file=f"{_STICK}T1001-D00000002.seat"),
        replace(confirming, left_before=True),
    )


def _said(code: str, **facts: object) -> str:
    """The sentence of a refusal."""
    refused: AcademyError = type("Refused", (AcademyError,), {"code": code})(**facts)
    return error_sentence(refused).text
