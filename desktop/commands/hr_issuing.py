"""`academy hr due`, `issue`, `issued`: certificates that a re-grading or a decision has overtaken, issued by HR."""

from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_options import register_of, with_register
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr
from desktop.words.errors import error_sentence

_SHOWN = 50


@click.command()
@with_register
@common
def due(context: Context, register: Path | None) -> None:
    """Who must get a new certificate, because a released run or a decided appeal changed what counts."""
    with register_of(context, register) as opened:
        told = [_due(one) for one in opened.issuing.due()]
    text = tr("{count} certificates to issue.").format(count=len(told))
    context.emit({"due": told}, "\n".join([*map(_due_line, told[:_SHOWN]), text]))


@click.command()
@with_register
@with_passphrases
@common
def issue(context: Context, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """Issue everything that is due, signed by this PC; the old numbers are replaced. Exit 1 where one could not be.

    The files go to branches with `hr receipts`.
    """
    from certificates import HrIssuer
    from exams import SystemClock

    with desk_of(context, passphrase_file, by) as desk, register_of(context, register, by) as opened:
        issuer, count = HrIssuer(context.home, desk, opened, SystemClock()), len(opened.issuing.due())
        with context.progress(count, tr("Issuing")) as step:
            made = issuer.issue(lambda _done, _total: step(1) is None)
    issued = [_issued(one) for one in made.certificates]
    refused = [
        {**_due(one.due), "code": one.error.code, "message": error_sentence(one.error).text} for one in made.refused
    ]
    lines = [*map(_issued_line, issued[:_SHOWN]), *(_refused_line(one) for one in refused[:_SHOWN])]
    text = tr("{issued} certificates issued, {refused} could not be.")
    said = text.format(issued=len(issued), refused=len(refused))
    context.emit({"issued": issued, "refused": refused}, "\n".join([*lines, said]))
    if refused:
        raise Findings


@click.command()
@click.option("--branch", default="", help="Only those for people of this branch.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Write their files here, by branch.")
@with_register
@common
def issued(context: Context, branch: str, out: Path | None, register: Path | None) -> None:
    """Certificates that HR has issued, oldest first; with --out also their files, as they were issued."""
    with register_of(context, register) as opened:
        told = [_issued(one) for one in opened.issuing.issued(branch)]
        written = opened.issuing.write(out, branch) if out else ()
    files = [path.relative_to(out).as_posix() for path in written] if out else []
    text = tr("{count} certificates issued by HR.").format(count=len(told))
    document = {"issued": told, **({"folder": str(out), "files": files} if out else {})}
    context.emit(document, "\n".join([*map(_issued_line, told), text]))


def _due(one: Any) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("sitting", "staff_id", "name", "branch", "course", "percent")}
    return {**told, "replaces": one.replaces or None}


def _issued(one: Any) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in ("number", "sitting", "branch", "sha256", "who")}
    return {**told, "replaces": one.replaces or None}


def _due_line(one: dict[str, Any]) -> str:
    new, again = tr("first certificate"), tr("in place of {number}")
    about = again.format(number=one["replaces"]) if one["replaces"] else new
    return f"{one['branch']}  {one['staff_id']}  {one['percent']}%  {about}"


def _issued_line(one: dict[str, Any]) -> str:
    about = tr("in place of {number}").format(number=one["replaces"]) if one["replaces"] else tr("first certificate")
    return f"{one['branch']}  {one['number']}  {about}"


def _refused_line(one: dict[str, Any]) -> str:
    return f"{one['branch']}  {one['staff_id']}: {one['message']} [{one['code']}]"


COMMANDS = (due, issue, issued)
