"""`academy session handover ask/give/take`: a running exam goes from one PC of the room to another."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.common import Context, common
from desktop.commands.session_desk import asked, with_proctor
from desktop.commands.small_files import file_or_stdin, write_file
from desktop.words import tr

if TYPE_CHECKING:
    from exams import Office, ProctorDesk

_FILE = click.Path(path_type=Path, dir_okay=False)
_MOST = 32 * 1024 * 1024


@contextmanager
def _signed_in(context: Context, staff: str, passphrase: str | None) -> "Iterator[tuple[Office, ProctorDesk]]":
    from exams import open_office

    with open_office(context.filled_home()) as office:
        yield office, office.proctor(staff, asked() if passphrase is None else passphrase)


@click.group()
def handover() -> None:
    """A running exam changes its PC by a stick: the spare PC asks, the old one gives, the spare one takes."""


@handover.command("ask")
@click.argument("file", type=_FILE)
@with_proctor
@common
def ask_for(context: Context, file: Path, staff: str, passphrase: str | None) -> None:
    """On the spare PC, first: write the request that the old PC needs."""
    from exams import ask_handover

    with _signed_in(context, staff, passphrase) as (office, desk):
        raw = ask_handover(office, desk)
    write_file(file, raw)
    context.emit({"file": str(file)}, tr("Request written: {path}").format(path=file))


@handover.command("give")
@click.option("--sitting", required=True, help="The sitting.")
@click.option("--to", "request", type=_FILE, required=True, help="The request of the spare PC.")
@click.option("--reason", required=True, help="Why; it goes into the journal.")
@click.argument("file", type=_FILE)
@with_proctor
@common
def give(  # the options of one command
    context: Context, sitting: str, request: Path, reason: str, file: Path, staff: str, passphrase: str | None
) -> None:
    """On the old PC: end the exam here and write the file with which it goes on there."""
    from exams import hand_over

    asked_for = file_or_stdin(request)
    with _signed_in(context, staff, passphrase) as (office, desk):
        raw = hand_over(office, desk, sitting, asked_for, reason)
    write_file(file, raw)
    said = tr("{sitting} goes on at the other PC with this file: {path}").format(sitting=sitting, path=file)
    context.emit({"sitting": sitting, "file": str(file)}, said)


@handover.command("take")
@click.argument("file", type=_FILE)
@with_proctor
@common
def take(context: Context, file: Path, staff: str, passphrase: str | None) -> None:
    """On the spare PC: let the exam go on here; a second time it changes nothing."""
    from exams import take_over

    raw = file_or_stdin(file, _MOST)
    with _signed_in(context, staff, passphrase) as (office, desk):
        sitting = take_over(office, desk, raw)
    left = (sitting.remaining_ms or 0) // 1000
    told = {"sitting": sitting.id, "staff_id": sitting.staff_id, "state": sitting.state.value}
    said = tr("{staff_id} goes on here; {minutes} min left.").format(staff_id=sitting.staff_id, minutes=left // 60)
    context.emit({**told, "answered": sitting.answered, "remaining_seconds": left}, said)
