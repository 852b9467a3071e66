"""`academy tour`: the real app walks its story without a display and leaves pictures, certificate and report."""

import os
from pathlib import Path

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.late import late
from desktop.words import tr


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where all of it goes.")
@click.option("--theme", type=click.Choice(["light", "dark", "contrast"]), default="light", show_default=True)
@click.option("--zoom", type=click.IntRange(100, 200), default=100, show_default=True, help="Size of text, percent.")
@click.option("--name", default="", help="Name of the trainee.")
@click.option("--shown", is_flag=True, help="On this display, instead of without one.")
@common
def command(context: Context, out: Path, theme: str, zoom: int, name: str, *, shown: bool) -> None:
    """Walk through the whole story in the real app; exit 1 if a step failed."""
    if not shown:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    tour = late("desktop.tour.walk")
    home = context.home if context.home_given else tour.own_home(out)

    def told(step: object) -> None:
        if not context.json:
            context.say(late("desktop.tour.saying").step_line(step))

    report = tour.walk(home, out, tour.Look(context.language, theme, zoom), name, told)
    pictures = sum(bool(step.picture) for step in report.steps)
    said = tr("The tour passed: {n} pictures in {folder}.") if report.ok else tr("The tour stopped; see {folder}.")
    context.emit(report.as_json(), said.format(n=pictures, folder=out))
    if not report.ok:
        raise Findings
