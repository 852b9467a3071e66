"""`academy branch checkpoint` and `branch join`: several PCs of one session vouch for each other's journals."""

from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.small_files import file_or_stdin, write_file
from desktop.words import tr

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option("--out", type=_FILE, required=True, help="The file to write.")
@click.option("--text", is_flag=True, help="One line of text for a QR code instead of JSON.")
@common
def checkpoint(context: Context, out: Path, text: bool) -> None:
    """Write what another PC of the session lists: this device's signed word about its journal as it stands."""
    from exams import open_bundling

    with open_bundling(context.home) as pc:
        told = pc.checkpoint()
    write_file(out, told.text.encode() if text else told.raw)
    said = tr("Checkpoint written: {path}. Its anchor: {anchor}")
    document = {"file": str(out), "anchor": told.anchor, "text": told.text}
    context.emit(document, said.format(path=out, anchor=told.anchor))


@click.command()
@click.option("--session", required=True, help="The session's id.")
@click.argument("files", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), nargs=-1, required=True)
@common
def join(context: Context, session: str, files: tuple[Path, ...]) -> None:
    """List the checkpoints of the session's other PCs (files, or their QR text; - for standard input)."""
    from exams import open_bundling

    raws = [file_or_stdin(file) for file in files]
    with open_bundling(context.home) as pc:
        joined = pc.join(session.upper(), raws)
    document = {
        "session": session.upper(),
        "joined": [{"serial": one.serial, "records": one.size, "anchor": one.anchor} for one in joined],
    }
    said = tr("{serial}: {records} records, anchor {anchor}")
    lines = [said.format(serial=one.serial, records=one.size, anchor=one.anchor) for one in joined]
    context.emit(document, "\n".join(lines))
