"""`academy session admit/start/incident`: people at the door and what happens in the room, from the command line."""

from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, common
from desktop.commands.session_desk import open_session_id, proctor_desk, with_proctor
from desktop.words import tr
from desktop.words.clock import datetime_text

GROUPS = ("person", "pc", "room", "content")


@click.command()
@click.option("--person", help="The staff id; without it the roster is shown.")
@click.option("--seat", default="", help="Where the person sits.")
@click.option("--name", "note", default="", help="How the name should read, where the list is wrong.")
@click.option("--id-checked", is_flag=True, help="The ID was looked at.")
@click.option("--roster", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="A local roster to add.")
@with_proctor
@common
def admit(context: Context, staff: str, passphrase: str | None, **told: Any) -> None:
    """Check a person in, or show who is expected in the open session."""
    from exams import Seen

    with proctor_desk(context, staff, passphrase) as desk:
        session = open_session_id(desk)
        if told["roster"] is not None:
            desk.check_in.take_roster(session, told["roster"])
        if told["person"] is not None:
            desk.check_in.check_in(session, told["person"], Seen(told["id_checked"], told["seat"], told["note"]))
        lines = desk.check_in.roster(session)
    people = [
        {
            "staff_id": line.staff_id,
            "name": line.note or line.name,
            "seat": line.seat,
            "local": line.local,
            "checked_in": line.checked_wt is not None,
            "state": line.state,
        }
        for line in lines
    ]
    rows = [f"{one['staff_id']}\t{one['name']}\t{one['seat']}\t{one['state']}" for one in people]
    context.emit({"people": people}, "\n".join(rows))


@click.command()
@click.option("--person", required=True, help="The staff id.")
@with_proctor
@common
def start(context: Context, person: str, staff: str, passphrase: str | None) -> None:
    """Show the code with which a checked-in person begins on this PC."""
    with proctor_desk(context, staff, passphrase) as desk:
        code, until = desk.check_in.start_code(open_session_id(desk), person)
    context.emit({"staff_id": person, "code": code, "until_wt": until}, f"{code}\t{datetime_text(until)}")


@click.command()
@click.option("--group", type=click.Choice(GROUPS), required=True, help="Whom or what it concerns.")
@click.option("--sitting", default="", help="The sitting, where it concerns one.")
@click.option("--reason", "text", required=True, help="What happened.")
@with_proctor
@common
def incident(  # the options of one command
    context: Context, group: str, sitting: str, text: str, staff: str, passphrase: str | None
) -> None:
    """Write down what happened in the open session."""
    from exams import IncidentGroup

    with proctor_desk(context, staff, passphrase) as desk:
        session = open_session_id(desk)
        desk.incidents.note(session, IncidentGroup(group), text, sitting)
        told = [{"wt": one.wt, "group": one.group, "text": one.text} for one in desk.incidents.of(session)]
    context.emit({"incidents": told}, "\n".join(f"{one['group']}\t{one['text']}" for one in told))


@click.command()
@click.option("--sitting", required=True, help="The sitting.")
@click.option("--minutes", type=click.IntRange(1), help="Ask headquarters for so many: prints what to read out.")
@click.option("--code", help="What headquarters has answered: adds the minutes.")
@click.option("--reason", default="", help="Why; it goes into the journal with the code.")
@with_proctor
@common
def phone(context: Context, sitting: str, staff: str, passphrase: str | None, **told: Any) -> None:
    """Minutes above the limit: first --minutes, then, once headquarters has answered, --code."""
    minutes, code = told["minutes"], told["code"]
    if (minutes is None) == (code is None):
        raise click.UsageError(tr("Give either --minutes or --code."))
    with proctor_desk(context, staff, passphrase) as desk:
        if minutes is not None:
            asked = desk.authority.ask(sitting, minutes)
            context.emit({"challenge": asked.text, "minutes": minutes}, asked.text)
            return
        after = desk.authority.extend(sitting, code, told["reason"])
    context.emit({"sitting": sitting, "limit_minutes": after.limit_ms // 60_000}, sitting)
