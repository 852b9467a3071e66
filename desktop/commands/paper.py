"""`academy paper draw`: the paper a person would get, the same bytes on every PC."""

from pathlib import Path

import click

from desktop.commands.common import Context, common


@click.group()
def command() -> None:
    """Papers drawn from a blueprint."""


@command.command()
@click.option("--content", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=True)
@click.option("--blueprint", required=True)
@click.option("--seed", required=True)
@click.option("--staff", required=True)
@click.option("--attempt", type=click.IntRange(1, 50), default=1, show_default=True)
@common
def draw(context: Context, content: Path, blueprint: str, seed: str, staff: str, attempt: int) -> None:
    """Draw the paper of one attempt; earlier attempts are drawn too, so that seen items are known."""
    from exams import paper_document

    context.emit(paper_document(content, blueprint, seed, staff, attempt), "")
