"""`academy gallery`: every component in every state."""

import os
from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.late import late
from desktop.words import tr


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Draw pictures here; no display needed.")
@click.option("--pairs", is_flag=True, help="Six looks instead of twelve: every two choices meet in one.")
@common
def command(context: Context, out: Path | None, pairs: bool) -> None:
    """Every component in every state, on screen or as pictures."""
    if out is None:
        raise SystemExit(late("desktop.gallery.draw").show_gallery(context.home, context.language))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    names = late("desktop.gallery.draw").draw_gallery(out, pairs=pairs)
    context.emit({"pictures": names}, tr("{count} pictures drawn.").format(count=len(names)))
