"""`academy branch record`: a person's study, notes, credential and tries go to another PC, sealed to it."""

from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.small_files import file_or_stdin, write_file
from desktop.words import tr

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def record() -> None:
    """A person's record, carried from PC to PC."""


@record.command("export")
@click.option("--staff", required=True, help="The person's staff ID.")
@click.option("--to", "other", type=_FILE, required=True, help="The device record of the PC that it is for.")
@click.argument("file", type=_FILE)
@common
def export(context: Context, staff: str, other: Path, file: Path) -> None:
    """Write a file that only the other PC can open."""
    from exams import export_person, open_office

    target = file_or_stdin(other)
    with open_office(context.filled_home()) as office:
        raw = export_person(office, staff.upper(), target)
    write_file(file, raw)
    context.emit({"file": str(file), "staff_id": staff.upper()}, tr("Record written: {path}").format(path=file))


@record.command("import")
@click.option("--staff", default="", help="Take it in only if it is this person's.")
@click.argument("file", type=_FILE)
@common
def take_in(context: Context, staff: str, file: Path) -> None:
    """Take in a record from another PC; a second time it changes nothing."""
    from exams import MOST_PERSON_FILE, import_person, open_office

    raw = file_or_stdin(file, MOST_PERSON_FILE)
    with open_office(context.filled_home()) as office:
        done = import_person(office, raw, staff.upper())
    brought = {"sections": done.sections, "checks": done.checks, "sittings": done.tries}
    brought |= {"marks": done.marks, "mistakes": done.mistakes}
    document = {"staff_id": done.staff_id, "from": done.serial, **brought, "new_here": not done.known}
    said = tr(
        "{staff_id}: {sections} sections, {checks} self-checks, {sittings} exams, {marks} marks, {mistakes} mistakes"
        " taken in."
    )
    context.emit(document, said.format(staff_id=done.staff_id, **brought))
