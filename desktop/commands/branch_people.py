"""`academy branch role` and `academy branch reset`: the branch asks headquarters about its people."""

from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.passphrases import asker
from desktop.commands.small_files import file_or_stdin, write_file
from desktop.words import tr

_OUT = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option("--staff", required=True, help="The staff id.")
@click.option("--name", required=True, help="The name as people know it.")
@click.option("--role", type=click.Choice(["proctor", "hr"]), required=True)
@click.option("--out", type=_OUT, required=True, help="The request for headquarters.")
@click.option("--passphrase-file", type=_OUT, help="The person's new passphrase; else it is asked for, unseen.")
@common
def role(  # the options of one command
    context: Context, staff: str, name: str, role: str, out: Path, passphrase_file: Path | None
) -> None:
    """Choose the passphrase of a proctor or HR, and ask headquarters for the role; its answer is installed."""
    from exams import Role, open_office

    with open_office(context.filled_home()) as office:
        asked = office.ask_role(staff.strip().upper(), name, Role(role), asker(passphrase_file)(staff, True))
    if not asked.request:
        context.emit({"certificate": asked.certificate, "granted": True}, tr("Granted by this home itself."))
        return
    write_file(out, asked.request)
    told = tr("Request written: {path}. For the telephone: {id}").format(path=out, id=asked.certificate)
    context.emit({"file": str(out), "certificate": asked.certificate, "granted": False}, told)


@click.command()
@click.option("--staff", required=True, help="The staff id of who lost the PIN.")
@click.option("--code", help="The code that headquarters read out.")
@click.option("--file", type=_OUT, help="The file that headquarters signed.")
@click.option("--pin-file", type=_OUT, help="The new PIN; else it is asked for, unseen.")
@common
def reset(context: Context, staff: str, code: str | None, file: Path | None, pin_file: Path | None) -> None:
    """Without an answer, show the challenge to read out; with one, set a new PIN."""
    from exams import open_office

    with open_office(context.filled_home()) as office:
        if code is None and file is None:
            challenge = office.resets.ask(staff)
            context.emit({"challenge": challenge.text, "minutes": 15}, challenge.text)
            return
        pin = asker(pin_file)(tr("the new PIN"), False)
        if file is not None:
            office.resets.by_file(staff, file_or_stdin(file), pin)
        else:
            office.resets.by_code(staff, code or "", pin)
    context.emit({"staff_id": staff}, tr("The new PIN is set."))
