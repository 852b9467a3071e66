"""`academy session`: the proctor's side of an exam; every override takes a reason and is written down with who."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from desktop.commands.common import Context, common
from desktop.commands.session_desk import asked, open_session_id, proctor_desk, typed, with_proctor
from desktop.commands.session_handover import handover
from desktop.commands.session_people import admit, incident, phone, start
from desktop.words import tr

if TYPE_CHECKING:
    from exams import ProctorDesk, SessionReport, Sitting, SittingLine


@click.group()
def command() -> None:
    """The proctor's side of an exam: sessions, pauses, minutes, hand-ins by force."""


for _more in (admit, handover, incident, phone, start):
    command.add_command(_more)

_reason = click.option("--reason", required=True, help="Why; it goes into the journal.")
_one = click.option("--sitting", help="One sitting; without it every running one of the open session.")
_hq_code = click.option("--code", help="Headquarters' code; better left out, as --passphrase: it comes after that.")
_the = click.option("--sitting", required=True, help="The sitting.")


@command.command("open")
@click.option("--title", required=True, help="The room, as people call it.")
@click.option("--session", "planned", default="", help="Where the exam is sealed: the session headquarters planned.")
@_hq_code
@with_proctor
@common
def open_(  # the options of one command
    context: Context, title: str, planned: str, code: str | None, staff: str, passphrase: str | None
) -> None:
    """Open a session; its room code is told only now."""
    with proctor_desk(context, staff, passphrase) as desk:
        told = _hq_asked() if desk.needs_code and code is None else code or ""
        info, room_code = desk.open_session(title, session=planned, code=told)
    context.emit({"session": info.id, "title": info.title, "code": room_code}, f"{info.id}\t{room_code}")


@command.command()
@click.option("--session", "held", required=True, help="The session whose exams wait for their grade.")
@_hq_code
@with_proctor
@common
def grade(context: Context, held: str, code: str | None, staff: str, passphrase: str | None) -> None:
    """Grade what was handed in, with the grading code that headquarters gives for the anchor of the report."""
    with proctor_desk(context, staff, passphrase) as desk:
        _tell(context, desk, desk.grade_session(held, _hq_asked() if code is None else code))


@command.command()
@_one
@_reason
@with_proctor
@common
def pause(context: Context, sitting: str | None, reason: str, staff: str, passphrase: str | None) -> None:
    """Stop the time and hide the paper."""
    with proctor_desk(context, staff, passphrase) as desk:
        done = [desk.pause(sitting, reason)] if sitting else desk.pause_session(open_session_id(desk), reason)
        _tell(context, desk, done)


@command.command()
@_one
@click.option("--credit", type=click.IntRange(0), default=0, help="Minutes that a restart has cost, given back.")
@_reason
@with_proctor
@common
def resume(  # the options of one command
    context: Context, sitting: str | None, credit: int, reason: str, staff: str, passphrase: str | None
) -> None:
    """Let it go on, after a pause or a gap that only the proctor can answer for."""
    with proctor_desk(context, staff, passphrase) as desk:
        done = (
            [desk.resume(sitting, reason, credit)]
            if sitting
            else desk.resume_session(open_session_id(desk), reason, credit)
        )
        _tell(context, desk, done)


@command.command()
@_one
@click.option("--minutes", type=click.IntRange(1), required=True, help="Minutes added.")
@_reason
@with_proctor
@common
def extend(
    context: Context, sitting: str | None, minutes: int, reason: str, staff: str, passphrase: str | None
) -> None:
    """Add minutes to what runs."""
    with proctor_desk(context, staff, passphrase) as desk:
        done = (
            [desk.extend(sitting, minutes, reason)]
            if sitting
            else desk.extend_session(open_session_id(desk), minutes, reason)
        )
        _tell(context, desk, done)


@command.command()
@click.option("--person", required=True, help="The trainee's staff id.")
@click.option("--minutes", type=click.IntRange(0), required=True, help="Extra minutes; 0 takes a grant back.")
@_reason
@with_proctor
@common
def grant(context: Context, person: str, minutes: int, reason: str, staff: str, passphrase: str | None) -> None:
    """Give one person extra time before the start."""
    with proctor_desk(context, staff, passphrase) as desk:
        desk.grant_extra(person, minutes, reason)
    context.emit({"staff_id": person, "minutes": minutes}, f"{person}\t+{minutes}")


@command.command()
@click.option("--person", required=True, help="The trainee's staff id.")
@_reason
@with_proctor
@common
def unlock(context: Context, person: str, reason: str, staff: str, passphrase: str | None) -> None:
    """Note that the coach has talked with who has used all tries; HR may sign too."""
    from exams import open_office

    with open_office(context.filled_home()) as office:
        office.overseer(staff, asked() if passphrase is None else passphrase).unlock(person, reason)
    context.emit({"staff_id": person, "reason": reason}, person)


@command.command()
@_the
@_reason
@with_proctor
@common
def force(context: Context, sitting: str, reason: str, staff: str, passphrase: str | None) -> None:
    """Hand in for the person; it is graded with what was saved."""
    with proctor_desk(context, staff, passphrase) as desk:
        _tell(context, desk, [desk.force(sitting, reason)])


@command.command()
@_the
@_reason
@with_proctor
@common
def void(context: Context, sitting: str, reason: str, staff: str, passphrase: str | None) -> None:
    """Make a sitting count no more; no try is used."""
    with proctor_desk(context, staff, passphrase) as desk:
        _tell(context, desk, [desk.void(sitting, reason)])


@command.command()
@_the
@click.option("--minutes", type=click.IntRange(0), default=0, help="Minutes added to what was left.")
@_reason
@with_proctor
@common
def reopen(context: Context, sitting: str, minutes: int, reason: str, staff: str, passphrase: str | None) -> None:
    """Let a sitting go on that time or force has ended by mistake."""
    with proctor_desk(context, staff, passphrase) as desk:
        _tell(context, desk, [desk.reopen(sitting, reason, minutes)])


@command.command()
@with_proctor
@common
def close(context: Context, staff: str, passphrase: str | None) -> None:
    """Close the open session and print the facts of its report."""
    with proctor_desk(context, staff, passphrase) as desk:
        _show(context, desk.close_session(open_session_id(desk)))


@command.command()
@click.option("--session", help="Its id; without it the open one.")
@with_proctor
@common
def report(context: Context, session: str | None, staff: str, passphrase: str | None) -> None:
    """The facts of a session: sittings with their gaps, overrides with who and why."""
    with proctor_desk(context, staff, passphrase) as desk:
        _show(context, desk.report(session or open_session_id(desk)))


def _hq_asked() -> str:
    return typed(tr("Code from headquarters"))


def _show(context: Context, report: "SessionReport") -> None:
    """The facts, and the anchor that headquarters asks for."""
    context.show({**report.as_json(), "anchor": report.anchor})


def _tell(context: Context, desk: "ProctorDesk", done: "Sequence[Sitting]") -> None:
    from desktop.words.sittings import state_text

    changed = {sitting.id for sitting in done}
    lines = [line for line in desk.sittings() if line.sitting in changed]
    rows = [f"{line.sitting}\t{line.staff_id}\t{state_text(line)}\t{_left(line)}" for line in lines]
    context.emit({"sittings": [_document(line) for line in lines]}, "\n".join(rows) or tr("Nobody sits an exam now."))


def _left(line: "SittingLine") -> str:
    seconds = (line.remaining_ms or 0) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


def _document(line: "SittingLine") -> dict[str, object]:
    return {
        "id": line.sitting,
        "staff_id": line.staff_id,
        "state": line.state,
        "stop": line.stop,
        "remaining_seconds": None if line.remaining_ms is None else line.remaining_ms // 1000,
        "answered": line.answered,
        "percent": line.percent,
    }
