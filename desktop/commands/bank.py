"""`academy bank`: questions of other programs, read and looked at."""

from pathlib import Path
from typing import Any

import click

from desktop.commands.bank_analyse import analyse
from desktop.commands.bank_grade import grade
from desktop.commands.bank_import import COMMANDS
from desktop.commands.common import Context, Findings, common
from desktop.words import tr
from desktop.words.errors import sentence


@click.group()
def command() -> None:
    """Question banks of other programs."""


for _one in (analyse, grade, *COMMANDS):
    command.add_command(_one)


@command.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "kind", default="", help="The format, where it is not to be found out.")
@common
def read(context: Context, file: Path, kind: str) -> None:
    """Show what a file holds and store nothing; exit 1 where a question could not be read."""
    from exams import bank_format, bank_formats, read_bank_file

    wanted = bank_format(kind) if kind else ""
    if wanted and wanted not in bank_formats():
        raise click.BadParameter(", ".join(bank_formats()), param_hint="--format")
    told = read_bank_file(file, wanted)
    for finding in (*told["rejected"], *told["warnings"]):
        finding["message"] = sentence(finding["code"], finding.pop("facts")).text
    context.emit(told, _text(file, told))
    if told["rejected"]:
        raise Findings


def _text(file: Path, told: dict[str, Any]) -> str:
    findings = sorted((*told["rejected"], *told["warnings"]), key=lambda one: (one["line"] or 0, one["row"] or 0))
    lines = [f"{_place(file, one)}: {one['message']} [{one['code']}]" for one in findings]
    counted = {"questions": len(told["questions"]), "rejected": told["n_rejected"]}
    return "\n".join([*lines, tr("{questions} questions read, {rejected} not.").format_map(counted)])


def _place(file: Path, finding: dict[str, Any]) -> str:
    where = (finding.get("sheet"), finding["row"] or finding["line"], finding["column"])
    return ":".join([file.name, *(str(one) for one in where if one)])
