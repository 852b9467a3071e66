"""`academy hq program`: headquarters signs the files of a release."""

from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.hq_options import desk_of, file_out
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr


@click.command()
@click.argument("files", type=click.Path(path_type=Path, dir_okay=False, exists=True), nargs=-1, required=True)
@click.option("--version", required=True, help="The program's version, as in 0.2.0.")
@file_out
@with_passphrases
@common
def program(
    context: Context, files: tuple[Path, ...], version: str, out: Path, passphrase_file: Path | None, by: str
) -> None:
    """Sign the list of a release's files; it goes on the stick beside them."""
    with desk_of(context, passphrase_file, by) as desk:
        release = desk.sign_program(files, version, out)
    document = {"file": str(out), "version": release.version, "files": sorted(release.files)}
    said = tr("Signed: {path}, version {version}, files: {count}")
    context.emit(document, said.format(path=out, version=version, count=len(files)))
