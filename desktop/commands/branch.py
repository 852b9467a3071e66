"""`academy branch`: what headquarters sends is taken in here; every import goes into the journal."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.common import REFUSED, Context, common
from desktop.version import VERSION
from desktop.words import tr
from desktop.words.errors import error_sentence

if TYPE_CHECKING:
    from exams import Arrival

_WHOLE = 1000


@click.group()
def command() -> None:
    """The branch's side of packs, sessions and withdrawals."""


@command.command()
@click.argument("files", type=click.Path(path_type=Path, dir_okay=False), nargs=-1, required=True)
@common
def install(context: Context, files: tuple[Path, ...]) -> None:
    """Take in packs, slots, withdrawals and roots, told apart by content; one that is refused stops no other."""
    from exams import open_branch

    with (
        open_branch(context.home, VERSION) as desk,
        context.progress(_WHOLE * len(files), tr("Installing")) as step,
    ):
        arrivals = desk.install(files, _steps(step))
    rows = [_document(one) for one in arrivals]
    refused = [row for row in rows if row["status"] == "refused"]
    if context.json:
        error = {"error": {name: refused[0][name] for name in ("code", "message")}} if refused else {}
        context.show({**error, "files": rows})
    else:
        click.echo("\n".join(_line(row) for row in rows))
    if refused:
        raise SystemExit(REFUSED)


@command.command()
@common
def status(context: Context) -> None:
    """Root, withdrawals, the pack in use, the sessions of this branch."""
    from exams import branch_status

    context.emit(branch_status(context.home), "")


def _steps(step: Callable[[int], None]) -> Callable[[Path, int, int], None]:
    """A bar that is told how much more; the desk says how much of each file."""
    told: dict[Path, int] = {}

    def progress(path: Path, done: int, of: int) -> None:
        now = _WHOLE * done // max(of, 1)
        step(now - told.get(path, 0))
        told[path] = now

    return progress


def _document(arrival: "Arrival") -> dict[str, object]:
    kind = arrival.kind.name.lower() if arrival.kind else ""
    row: dict[str, object] = {"file": str(arrival.path), "kind": kind}
    if arrival.error is not None:
        return {**row, "status": "refused", "code": arrival.error.code, "message": error_sentence(arrival.error).text}
    taken = arrival.taken
    done = "" if taken is None else ("installed" if taken.changed else "already")
    named = {} if taken is None else {"name": taken.name, "sha256": taken.sha256}
    return {**row, "status": done, **named}


def _line(row: dict[str, object]) -> str:
    said = {"installed": tr("taken in"), "already": tr("here already"), "refused": tr("refused")}[str(row["status"])]
    if row["status"] == "refused":
        return f"{row['file']}\t{said}\t{row['message']} [{row['code']}]"
    return f"{row['file']}\t{said}\t{row['name']}\t{row['sha256']}"
