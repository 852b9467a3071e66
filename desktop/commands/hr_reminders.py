"""`academy hr reminders`: a notice for each branch to print and put up, for there is no mail."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, common
from desktop.commands.hr_options import register_of, with_register
from desktop.words import tr
from desktop.words.standing import state_word

_STYLE = (
    "@page{size:A4;margin:18mm}body{font:12pt/1.5 sans-serif;color:#000;background:#fff}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #444;padding:2mm;text-align:left}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
)
_FORBIDDEN = "default-src 'none'; style-src 'unsafe-inline'"


@click.command()
@click.option("--days", type=click.IntRange(0, 3660), default=60, show_default=True, help="Ending within so many days.")
@click.option("--branch", default="", help="Only this branch.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write.")
@with_register
@common
def reminders(context: Context, days: int, branch: str, out: Path, register: Path | None) -> None:
    """Write a page for each branch: whose pass has ended or ends soon, and who has none yet."""
    from exams import put_file

    with register_of(context, register) as opened:
        day, found = opened.today, opened.ending(days, branch)
    written = [
        put_file(out / f"{_file_name(name)}.html", _page(name, day, tuple(people), context.language).encode())
        for name, people in groupby(found, lambda one: str(one.branch))
    ]
    text = tr("{count} notices written to {folder}.").format(count=len(written), folder=out)
    document = {"folder": str(out), "notices": [path.name for path in written], "people": len(found)}
    context.emit(document, text)


def _file_name(branch: str) -> str:
    """A branch code as it is; anything else in it becomes an underscore."""
    return "".join(sign if sign.isascii() and (sign.isalnum() or sign == "-") else "_" for sign in branch) or "_"


def _page(branch: str, day: str, people: Sequence[Any], language: str) -> str:
    title = tr("Training due · {branch}").format(branch=branch)
    told = tr("As of {day}. Please sit the exam before the day that stands beside your name.").format(day=day)
    heads = (tr("Staff ID"), tr("Name"), tr("Team"), tr("Course"), tr("State"), tr("Last day"))
    return "\n".join(
        (
            f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_FORBIDDEN}">',
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{escape(title)}</h1><p>{escape(told)}</p><table><thead>{_row('th', heads)}</thead><tbody>",
            *_rows(people),
            "</tbody></table></body></html>\n",
        )
    )


def _rows(people: Iterable[Any]) -> Iterator[str]:
    for one in people:
        state = str(one.state)
        last = one.until_day if state in ("valid", "expired") else one.due_day
        yield _row("td", (one.staff_id, one.name, one.team, one.course, state_word(state), last or "–"))


def _row(tag: str, texts: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(text)}</{tag}>' for text in texts)}</tr>"


COMMANDS = (reminders,)
