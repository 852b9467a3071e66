"""`academy gallery`: every component in every state."""

import os
from collections.abc import Collection
from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.late import late
from desktop.words import tr


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Draw pictures here; no display needed.")
@click.option("--page", "pages", multiple=True, help="Draw only this page; may be given several times.")
@click.option("--look", "looks", multiple=True, help="Only in this look, as zh-dark-200; may be given several times.")
@common
def command(context: Context, out: Path | None, pages: tuple[str, ...], looks: tuple[str, ...]) -> None:
    """Every component in every state, on screen or as pictures."""
    if out is None:
        raise SystemExit(late("desktop.gallery.draw").show_gallery(context.home, context.language))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    gallery = late("desktop.gallery.draw")
    _check(pages, gallery.PAGES, "--page")
    _check(looks, gallery.LOOKS, "--look")
    names = gallery.draw_gallery(out, pages, looks)
    context.emit({"pictures": names}, tr("{count} pictures drawn.").format(count=len(names)))


def _check(asked: tuple[str, ...], known: Collection[str], option: str) -> None:
    for name in asked:
        if name not in known:
            raise click.BadOptionUsage(option, f"{name}: one of {', '.join(known)}")
