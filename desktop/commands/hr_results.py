"""`academy hr results`: what HR alone has graded is held until the results of its session are released."""

from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.hr_officers import officer_of
from desktop.commands.hr_options import register_of, with_register
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr
from desktop.words.clock import date_text

_SESSION = click.argument("session")


@click.group()
def results() -> None:
    """Results of exams that are graded at headquarters only: held, then released session by session."""


@results.command("held")
@with_register
@common
def held(context: Context, register: Path | None) -> None:
    """Sessions whose results nobody has been told, and who has proposed to release them."""
    with register_of(context, register) as opened:
        found = opened.results.held()
    text = tr("{session}  {course}: {count} results held, the last handed in on {day}")
    proposed = tr("{line}; {who} has proposed to release them")
    lines = []
    for one in found:
        day = date_text(one.last_wt)
        line = text.format(session=one.session, course=one.course, count=one.results, day=day)
        lines.append(proposed.format(line=line, who=one.proposed_by) if one.proposed_by else line)
    document = [
        {"session": one.session, "course": one.course, "results": one.results, "proposed_by": one.proposed_by}
        for one in found
    ]
    context.emit({"held": document}, "\n".join(lines) or tr("No results are held."))


@results.command("propose")
@_SESSION
@with_register
@with_passphrases
@common
def propose(context: Context, session: str, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """As the first officer: the results of SESSION may be released, once a second officer agrees."""
    by = officer_of(context, passphrase_file, by).name
    with register_of(context, register, by) as opened:
        count = opened.results.propose(session)
    told = tr("{count} results of session {session} wait for a second officer.").format(count=count, session=session)
    context.emit({"session": session, "proposed": count}, told if count else tr("No results are held."))


@results.command("withdraw")
@_SESSION
@with_register
@with_passphrases
@common
def withdraw(context: Context, session: str, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """Nobody proposes any more to release the results of SESSION."""
    by = officer_of(context, passphrase_file, by).name
    with register_of(context, register, by) as opened:
        gone = opened.results.withdraw(session)
    told = tr("The proposal for session {session} is withdrawn.").format(session=session)
    context.emit({"session": session, "withdrawn": gone}, told if gone else tr("Nobody had proposed it."))


@results.command("release")
@_SESSION
@with_register
@with_passphrases
@common
def release(context: Context, session: str, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """As the second officer: from now on the results of SESSION count, also of bundles still to come."""
    by = officer_of(context, passphrase_file, by).name
    with register_of(context, register, by) as opened:
        count = opened.results.release(session)
    told = tr("{count} results of session {session} count from now on.").format(count=count, session=session)
    context.emit({"session": session, "released": count}, told if count else tr("No results are held."))


@results.command("names")
@click.argument("count", type=click.IntRange(1, 2), required=False)
@with_register
@with_passphrases
@common
def names(context: Context, count: int | None, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """How many officers a release wants: 2, unless an officer's COUNT says 1; not lowered while results are held."""
    by = by if count is None else officer_of(context, passphrase_file, by).name
    with register_of(context, register, by, new=True) as opened:
        told = opened.results.names if count is None else opened.results.set_names(count)
    text = tr("A release wants two officers.") if told > 1 else tr("A release wants one officer.")
    context.emit({"names": told}, text)


COMMANDS = (results,)
