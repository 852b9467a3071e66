"""`academy bank import`, `undo` and `export`: questions of other programs in a bank of one file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.common import Context, Findings, common
from desktop.words import tr
from desktop.words.errors import sentence

if TYPE_CHECKING:
    from exams import FileRead

_EXPORTS = ("aiken", "csv", "gift", "moodle-xml", "qti21", "qti3", "xlsx")
_BANK = click.option(
    "--bank", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The bank's SQLite file."
)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@_BANK
@click.option("--dry-run", is_flag=True, help="Tell what would be taken in; write nothing.")
@common
def import_(context: Context, files: tuple[Path, ...], bank: Path, dry_run: bool) -> None:
    """Take questions into a bank, all files in one import; exit 1 where a question was not taken."""
    from exams import import_files, read_for_bank

    with context.progress(len(files), tr("Reading files")) as step:
        read = []
        for file in files:
            read.append(read_for_bank(file))
            step(1)
    taken = None if dry_run else import_files(read, bank)
    told = [_file(one) for one in read]
    document = {"files": told, "import": taken.number if taken else None, "dry_run": dry_run}
    context.emit(document, _text(told, taken.number if taken else 0, dry_run=dry_run))
    if any(one["rejected"] for one in told):
        raise Findings


def _file(read: "FileRead") -> dict[str, Any]:
    return {
        "file": read.file,
        "format": read.format,
        "imported": len(read.rows),
        "rejected": worded(read.rejected),
        "warnings": worded(read.warnings),
    }


def worded(findings: Any) -> list[dict[str, Any]]:
    """Findings with their sentence instead of the facts."""
    return [
        {name: said for name, said in one.items() if name != "facts"}
        | {"message": sentence(one["code"], one["facts"]).text}
        for one in findings
    ]


def place(file: str, finding: dict[str, Any]) -> str:
    """File, sheet, line or row, and column, as far as they are known."""
    where = (file, finding.get("sheet"), finding.get("row") or finding.get("line"), finding.get("column"))
    return ":".join(str(one) for one in where if one)


def _text(files: list[dict[str, Any]], number: int, *, dry_run: bool) -> str:
    lines = []
    for one in files:
        found = sorted(
            (*one["rejected"], *one["warnings"]), key=lambda finding: (finding["line"] or 0, finding["row"] or 0)
        )
        lines += [f"{place(one['file'], finding)}: {finding['message']} [{finding['code']}]" for finding in found]
    counted = {
        "imported": sum(one["imported"] for one in files),
        "rejected": sum(len(one["rejected"]) for one in files),
        "number": number,
    }
    if dry_run:
        told = tr("{imported} questions can be taken in, {rejected} not. Nothing was written.")
    elif number:
        told = tr("Import {number}: {imported} questions taken in, {rejected} not.")
    else:
        told = tr("Nothing was taken in; {rejected} questions could not be read.")
    return "\n".join([*lines, told.format_map(counted)])


@click.command()
@_BANK
@common
def undo(context: Context, bank: Path) -> None:
    """Take the last import back."""
    from exams import undo_last_import

    taken = undo_last_import(bank)
    document = {"import": taken.number, "files": list(taken.files), "removed": taken.questions}
    told = tr("Import {number} is gone: {questions} questions of {files}.")
    facts = {"number": taken.number, "questions": taken.questions, "files": ", ".join(taken.files)}
    context.emit(document, told.format_map(facts))


@click.command()
@_BANK
@click.option("--format", "kind", required=True, type=click.Choice(_EXPORTS), help="The format to write.")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@common
def export(context: Context, bank: Path, kind: str, out: Path) -> None:
    """Write the whole bank to a file; what its format cannot say is told."""
    from exams import export_bank

    count, found = export_bank(bank, kind, out)
    warnings = worded(found)
    lines = [f"{one['message']} [{one['code']}]" for one in warnings]
    left_out = sum(one["code"] == "W_NOT_WRITTEN" for one in warnings)
    told = tr("{exported} questions written to {file}.").format_map({"exported": count - left_out, "file": out.name})
    document = {"file": str(out), "format": kind, "exported": count - left_out, "warnings": warnings}
    context.emit(document, "\n".join([*lines, told]))


COMMANDS = (import_, undo, export)
