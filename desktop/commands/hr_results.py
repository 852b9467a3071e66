"""`academy hr results`: what HR alone has graded is held until the results of its session are released."""

from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.hr_options import register_of, with_register, with_who
from desktop.words import tr
from desktop.words.clock import date_text


@click.group()
def results() -> None:
    """Results of exams that are graded at headquarters only: held, then released session by session."""


@results.command("held")
@with_register
@common
def held(context: Context, register: Path | None) -> None:
    """Sessions whose results nobody has been told."""
    with register_of(context, register) as opened:
        found = opened.results.held()
    text = tr("{session}  {course}: {count} results held, the last handed in on {day}")
    lines = [
        text.format(session=one.session, course=one.course, count=one.results, day=date_text(one.last_wt))
        for one in found
    ]
    document = [{"session": one.session, "course": one.course, "results": one.results} for one in found]
    context.emit({"held": document}, "\n".join(lines) or tr("No results are held."))


@results.command("release")
@click.argument("session")
@with_register
@with_who
@common
def release(context: Context, session: str, register: Path | None, by: str) -> None:
    """From now on the results of SESSION count, also of bundles still to come."""
    with register_of(context, register, by) as opened:
        count = opened.results.release(session)
    told = tr("{count} results of session {session} count from now on.").format(count=count, session=session)
    context.emit({"session": session, "released": count}, told if count else tr("No results are held."))


COMMANDS = (results,)
