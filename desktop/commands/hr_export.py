"""`academy hr export`: everybody's standing for Excel, xAPI statements, or HR's Open Badges credentials."""

from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_options import FORMATS, register_of, with_register
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr

BADGES = "open-badges"
_ISSUER = {"zh": "总行人力资源部", "en": "Headquarters HR"}
"""Who issues, in the two languages that every credential carries."""


@click.command()
@click.option("--format", "kind", type=click.Choice(FORMATS), required=True, help="The kind of file.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write, or a folder.")
@click.option("--branch", default="", help="Only this branch.")
@click.option("--course", default="", help="Only this course.")
@with_register
@with_passphrases
@common
def export(
    context: Context, kind: str, out: Path, register: Path | None, passphrase_file: Path | None, by: str, **only: str
) -> None:
    """Write everybody's standing for Excel and WPS, as xAPI statements, or HR's Open Badges credentials.

    `open-badges` writes a ZIP archive where the name ends so, else a folder, and asks for the passphrase of HR's keys.
    """
    with register_of(context, register, by) as opened:
        if kind != BADGES:
            rows = opened.export(kind, out, only["branch"], only["course"])
        else:
            from certificates import BadgeOffice, BadgePlan, today
            from exams import SystemClock

            plan = BadgePlan(out, _ISSUER, only["branch"], only["course"])
            with desk_of(context, passphrase_file, by) as desk:
                rows = BadgeOffice(context.home, desk, lambda: today(SystemClock())).export(opened, plan)
    text = tr("{rows} rows written to {file}.") if kind != BADGES else tr("{rows} credentials written to {file}.")
    context.emit({"file": str(out), "format": kind, "rows": rows}, text.format(rows=rows, file=out.name))


COMMANDS = (export,)
