"""`academy backup`: consistent copies of the branch database."""

import click

from desktop.commands.common import Context, Refused, common
from desktop.words import tr


@click.group()
def command() -> None:
    """Make, list and restore copies of the branch database."""


@command.command()
@common
def make(context: Context) -> None:
    """Copy the database as it stands now."""
    from exams import keep_copy

    copy = keep_copy(context.filled_home())
    context.emit({"file": str(copy)}, tr("Copied to {file}.").format(file=copy))


@command.command("list")
@common
def list_(context: Context) -> None:
    """All copies, newest first."""
    from exams import list_copies

    copies = list_copies(context.home)
    document = [
        {"file": copy.path.name, "made": copy.made, "bytes": copy.bytes, "records": copy.records, "good": copy.good}
        for copy in copies
    ]
    rows = [f"{copy.path.name}\t{copy.bytes}\t{'✓' if copy.good else '✗'}" for copy in copies]
    context.emit(document, "\n".join(rows) if rows else tr("There is no copy yet."))


@command.command()
@click.argument("name")
@common
def restore(context: Context, name: str) -> None:
    """Put a copy in the database's place; what stood there is kept beside it."""
    from exams import list_copies
    from exams import restore as put_back

    if name not in {copy.path.name for copy in list_copies(context.home)}:
        raise Refused("E_NOT_FOUND", path=name)
    kept = put_back(context.home, name).name
    context.emit(
        {"restored": name, "kept": kept}, tr("Restored. What stood there is kept as {file}.").format(file=kept)
    )
