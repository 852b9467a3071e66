"""`academy hr finding`: finals with warnings by branch and proctor, marked as done with what was found."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.common import Context, common
from desktop.commands.hr_officers import officer_of
from desktop.commands.hr_options import register_of, with_register
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr
from desktop.words.clock import date_text
from desktop.words.spot_words import act_text

if TYPE_CHECKING:
    from exams import SpotAct, WarnedSitting

_SITTING = click.argument("sitting")
_NOTE = click.option("--note", required=True, help="What was looked at, and what was found.")


@click.group()
def finding() -> None:
    """Finals with warnings, as HR looks into them one by one."""


@finding.command("list")
@click.option("--branch", default="", help="Only of this branch.")
@click.option("--proctor", default="", help="Only of sessions that this staff id opened.")
@click.option("--show", type=click.Choice(["open", "done", "all"]), default="open", show_default=True)
@with_register
@common
def list_findings(context: Context, branch: str, proctor: str, show: str, register: Path | None) -> None:
    """The newest 500, with who proctored, why, and what was said of them."""
    from exams import FindingState

    with register_of(context, register) as opened:
        found = opened.figures.spot_checks.sittings(branch, proctor=proctor, shown=FindingState(show))
    text = "\n".join(map(_line, found)) or tr("Nothing stands out.")
    context.emit({"findings": [_document(one) for one in found]}, text)


@finding.command("done")
@_SITTING
@_NOTE
@with_register
@with_passphrases
@common
def done(
    context: Context, sitting: str, note: str, register: Path | None, passphrase_file: Path | None, by: str
) -> None:
    """SITTING was looked into; it is open again when another warning comes."""
    by = officer_of(context, passphrase_file, by).name
    with register_of(context, register, by) as opened:
        told = opened.figures.spot_checks.finish(sitting, note)
    context.emit(_document(told), _line(told))


@finding.command("reopen")
@_SITTING
@_NOTE
@with_register
@with_passphrases
@common
def reopen(
    context: Context, sitting: str, note: str, register: Path | None, passphrase_file: Path | None, by: str
) -> None:
    """SITTING has to be looked into again."""
    by = officer_of(context, passphrase_file, by).name
    with register_of(context, register, by) as opened:
        told = opened.figures.spot_checks.reopen(sitting, note)
    context.emit(_document(told), _line(told))


@finding.command("history")
@_SITTING
@with_register
@common
def history(context: Context, sitting: str, register: Path | None) -> None:
    """All that was said of SITTING, the oldest first."""
    with register_of(context, register) as opened:
        acts = opened.figures.spot_checks.history(sitting)
    document = {"sitting": sitting, "acts": [_act(one) for one in acts]}
    context.emit(document, "\n".join(map(act_text, acts)) or tr("Nothing was said of it yet."))


def _line(one: "WarnedSitting") -> str:
    person = f"{one.name} {one.staff_id}".strip()
    proctors = ", ".join(one.proctors) or "–"
    said = act_text(one.act) if one.act else tr("still open")
    parts = (one.sitting, one.session, one.branch, person, tr("proctor {who}").format(who=proctors))
    return "  ".join((*parts, " ".join(one.codes), said))


def _document(one: "WarnedSitting") -> dict[str, Any]:
    return {
        "sitting": one.sitting,
        "session": one.session,
        "branch": one.branch,
        "staff_id": one.staff_id,
        "proctors": list(one.proctors),
        "codes": list(one.codes),
        "open": one.is_open,
        "act": _act(one.act) if one.act else None,
    }


def _act(one: "SpotAct") -> dict[str, Any]:
    return {"act": one.act, "note": one.note, "by": one.who, "day": date_text(one.wt), "codes": one.codes.split()}


COMMANDS = (finding,)
