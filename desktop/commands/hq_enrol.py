"""`academy hq enrol`: a branch PC's request is looked at, compared by telephone, and answered with a record."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.common import Context, common
from desktop.commands.hq_options import desk_of
from desktop.commands.passphrases import with_passphrases
from desktop.commands.small_files import file_or_stdin, write_file
from desktop.words import tr

if TYPE_CHECKING:
    from exams import Approved, Inspected


@click.command()
@click.argument("request", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The record; without it, only look.")
@click.option("--text", is_flag=True, help="Write one line of text for a QR code instead of JSON.")
@click.option("--fingerprint", default="", help="The eight characters that the branch read out on the telephone.")
@click.option("--branch", default="", help="The branch that is known to have asked.")
@with_passphrases
@common
def enrol(context: Context, request: Path, passphrase_file: Path | None, by: str, **told: Any) -> None:
    """Answer a branch PC's request (a file, or its QR text; - for standard input) with a signed device record."""
    from certificates import device_papers
    from exams import Approval

    raw, out = file_or_stdin(request), told["out"]
    with desk_of(context, passphrase_file, by) as desk:
        seen = desk.inspect(raw)
        if out is None:
            context.emit(_request_document(seen), _request_text(seen))
            return
        approved = desk.enrol(raw, told=Approval(told["branch"], told["fingerprint"], papers=device_papers))
    write_file(out, approved.text.encode() if told["text"] else approved.raw)
    context.emit(_record_document(approved, out), _record_text(approved, out))


def _request_document(seen: "Inspected") -> dict[str, object]:
    """A request that was looked at; `serial` is empty for a PC that is new here."""
    about = {"branch": seen.request.branch, "label": seen.request.label}
    return {**about, "fingerprint": seen.fingerprint, "serial": seen.serial}


def _request_text(seen: "Inspected") -> str:
    """The same for people."""
    facts = {"branch": seen.request.branch, "label": seen.request.label, "fingerprint": seen.fingerprint}
    return tr("Branch {branch}, {label}. Compare on the telephone: {fingerprint}").format(**facts)


def _record_document(approved: "Approved", out: Path) -> dict[str, object]:
    """A device record that was signed."""
    from exams import write_time

    record = approved.record
    term = {"not_before": write_time(record.not_before_wt), "not_after": write_time(record.not_after_wt)}
    about = {"file": str(out), "serial": record.serial, "branch": record.branch, "label": record.label}
    return {**about, **term, "renewal": approved.renewal, "text": approved.text}


def _record_text(approved: "Approved", out: Path) -> str:
    """The same for people."""
    said = tr("Renewed as {serial}: {path}") if approved.renewal else tr("Enrolled as {serial}: {path}")
    return said.format(serial=approved.record.serial, path=out)
