"""`academy update`: the program itself, as a stick brings it."""

from pathlib import Path

import click

from desktop.commands.common import Context, Findings, common
from desktop.version import VERSION
from desktop.words import tr


@click.group()
def command() -> None:
    """A newer program: what runs, whether its files are what headquarters signed, and the way back.

    It is taken in by `academy branch install FILE.program`, with its archive beside it.
    """


@command.command()
@common
def status(context: Context) -> None:
    """What runs, what was taken in, what it would go back to."""
    from exams import program_status

    found = program_status(context.home, VERSION)
    said = tr("This is version {running}; taken in: {taken_in}.")
    context.emit(found, said.format(running=found["running"], taken_in=found["taken_in"] or "–"))


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@common
def check(context: Context, file: Path) -> None:
    """Hold the files beside a signed list (FILE.program) against it; exit 1 where one is not what was signed."""
    from exams import check_release

    found = check_release(context.home, file)
    rows = [{"file": name, "ok": right} for name, right in found.items()]
    context.emit(rows, "\n".join(f"{'✓' if row['ok'] else '✗'} {row['file']}" for row in rows))
    if not all(found.values()):
        raise Findings


@command.command("roll-back")
@common
def roll_back(context: Context) -> None:
    """Go back to the program before, from the next start on; what people wrote stays."""
    from exams import take_program_back

    version = take_program_back(context.home)
    said = tr("From the next start on version {version} runs.") if version else tr("The installed program runs again.")
    context.emit({"version": version}, said.format(version=version))
