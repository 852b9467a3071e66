"""`academy branch`: what headquarters sends is taken in here; every import goes into the journal."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.branch_joining import checkpoint, join
from desktop.commands.branch_people import reset, role
from desktop.commands.branch_record import record
from desktop.commands.branch_ways import codes, mail, share
from desktop.commands.common import REFUSED, Context, common
from desktop.commands.small_files import file_or_stdin, write_file
from desktop.version import VERSION
from desktop.words import tr
from desktop.words.errors import error_sentence

if TYPE_CHECKING:
    from exams import Arrival

_WHOLE = 1000

_out = click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
_as_text = click.option("--text", is_flag=True, help="One line of text for a QR code instead of JSON.")


@click.group()
def command() -> None:
    """The branch's side of packs, sessions and withdrawals."""


command.add_command(checkpoint)
command.add_command(join)
command.add_command(record)
command.add_command(reset)
command.add_command(role)
command.add_command(codes)
command.add_command(mail)
command.add_command(share)


@command.command()
@click.argument("files", type=click.Path(path_type=Path, dir_okay=False), nargs=-1, required=True)
@common
def install(context: Context, files: tuple[Path, ...]) -> None:
    """Take in whatever was sent, told apart by content; a file that is refused stops no other."""
    from certificates import HomeLists
    from exams import open_branch

    with (
        open_branch(context.home, VERSION) as desk,
        context.progress(_WHOLE * len(files), tr("Installing")) as step,
    ):
        arrivals = desk.install(files, _steps(step), HomeLists(context.home))
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


@command.command()
@click.option("--branch", required=True, help="The branch's code.")
@click.option("--label", default="", help="How headquarters names this PC; without it the branch's code.")
@_out
@_as_text
@common
def request(context: Context, branch: str, label: str, out: Path, text: bool) -> None:
    """Write a request to be enrolled, or to be renewed; only its answer is taken in afterwards."""
    from exams import open_enrolment

    with open_enrolment(context.home) as pc:
        asked = pc.ask(branch.upper(), label or branch.upper())
    write_file(out, asked.text.encode() if text else asked.raw)
    about = {"file": str(out), "branch": asked.request.branch, "label": asked.request.label}
    said = tr("Request written: {path}. Its eight characters, for the telephone: {fingerprint}")
    document = {**about, "fingerprint": asked.fingerprint, "text": asked.text}
    context.emit(document, said.format(path=out, fingerprint=asked.fingerprint))


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@common
def enrol(context: Context, file: Path) -> None:
    """Take in the record that answers this PC's request: a file, or the text of its QR code (- for standard input)."""
    from exams import open_enrolment, write_time

    raw = file_or_stdin(file)
    with open_enrolment(context.home) as pc:
        done = pc.take_in(raw)
    record = done.record
    term = {"not_before": write_time(record.not_before_wt), "not_after": write_time(record.not_after_wt)}
    about = {"serial": record.serial, "branch": record.branch, "label": record.label}
    said = tr("This PC is {serial} of branch {branch}, until {until}.")
    document = {**about, **term, "changed": done.changed, "renewal": done.renewal}
    context.emit(document, said.format(serial=record.serial, branch=record.branch, until=term["not_after"]))


@command.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder for the file.")
@common
def bundle(context: Context, out: Path) -> None:
    """Hand in to HR: one sealed file with every line that HR has sent no receipt for; nobody here can read it again."""
    from certificates import tokens_of
    from exams import open_bundling

    with open_bundling(context.home) as pc:
        written = pc.write(out, tokens_of(context.home))
    said = tr("Handed in: {path}, sittings: {count}")
    lines = [said.format(path=one.path, count=one.sittings) for one in written]
    more: dict[str, object] = {"files": [str(one.path) for one in written]} if len(written) > 1 else {}
    sittings = sum(one.sittings for one in written)
    context.emit({"file": str(written[0].path), "sittings": sittings, **more}, "\n".join(lines))


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
