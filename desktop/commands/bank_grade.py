"""`academy bank grade`: responses to questions of other programs, graded by the rules they come with."""

import json
from pathlib import Path

import click

from desktop.commands.common import Context, Findings, common
from desktop.words import tr
from desktop.words.errors import sentence


@click.command()
@click.argument("cases", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common
def grade(context: Context, cases: Path) -> None:
    """Grade one case a line; a line that is none is told by its number, the others go on, and the exit code is 1."""
    from exams import grade_lines

    refused = graded = 0
    with cases.open(encoding="utf-8", errors="replace") as lines:
        for one in grade_lines(lines):
            graded += one.result is not None
            refused += one.result is None
            told = one.result or {"line": one.line, "error": _error(one.code, one.facts or {})}
            click.echo(json.dumps(told, ensure_ascii=False))
            if one.result is None:
                context.say(f"{cases.name}:{one.line}: {sentence(one.code, one.facts).text} [{one.code}]")
    if not context.json:
        context.say(tr("{graded} graded, {refused} refused.").format_map({"graded": graded, "refused": refused}))
    if refused:
        raise Findings


def _error(code: str, facts: dict[str, object]) -> dict[str, str]:
    return {"code": code, "message": sentence(code, facts).text}
