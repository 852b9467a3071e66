"""`academy hr init`: HR's home begins, with headquarters' trust, HR's lists and an empty register."""

from pathlib import Path

import click

from desktop.commands.common import Context, Findings, common
from desktop.words import tr


@click.command()
@click.option(
    "--trust",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    required=True,
    help="The folder that headquarters gives to verifiers (`hr trust`).",
)
@common
def init(context: Context, trust: Path) -> None:
    """Begin HR's home: believe headquarters, take HR's lists in, make the register; exit 1 while keys are missing."""
    from certificates import take_files
    from exams import begin_hr

    begun = begin_hr(context.home, trust)
    lists = sorted((trust / "trust" / "standing").glob("*.list"))
    standing = take_files(context.home, lists) if lists else None
    document = {
        "home": str(context.home),
        "register": str(begun.register),
        "root": begun.root_version,
        "lists": {str(one.kind): one.number for one in standing.lists} if standing else {},
        "keys_missing": list(begun.missing),
    }
    text = tr("HR's home is ready: {register}").format(register=begun.register)
    if begun.missing:
        keys = tr(
            "Not here: the key files {keys}. Bring headquarters' folder “hq” with them; then files can be opened."
        )
        text = f"{text}\n{keys.format(keys=', '.join(begun.missing))}"
    context.emit(document, text)
    if begun.missing:
        raise Findings


COMMANDS = (init,)
