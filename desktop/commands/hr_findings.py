"""`academy hr finding`: finals with warnings by branch and proctor, and pairs, marked as done with what was found."""

from dataclasses import asdict
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
    from exams import RoomPair, SpotAct, WarnedSitting

_FINDING = click.argument("finding", metavar="FINDING")
_NOTE = click.option("--note", required=True, help="What was looked at, and what was found.")


@click.group()
def finding() -> None:
    """Finals with warnings, and pairs of a room, as HR looks into them one by one.

    FINDING is the number of a sitting, or of a pair as `academy hr spot-checks --course` tells it: SITTING+SITTING.
    """


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
@_FINDING
@_NOTE
@with_register
@with_passphrases
@common
def done(
    context: Context, finding: str, note: str, register: Path | None, passphrase_file: Path | None, by: str
) -> None:
    """FINDING was looked into; a final is open again when another warning comes."""
    by = officer_of(context, passphrase_file, by).name
    with register_of(context, register, by) as opened:
        told = opened.figures.spot_checks.finish(finding, note)
    _tell(context, told)


@finding.command("reopen")
@_FINDING
@_NOTE
@with_register
@with_passphrases
@common
def reopen(
    context: Context, finding: str, note: str, register: Path | None, passphrase_file: Path | None, by: str
) -> None:
    """FINDING has to be looked into again."""
    by = officer_of(context, passphrase_file, by).name
    with register_of(context, register, by) as opened:
        told = opened.figures.spot_checks.reopen(finding, note)
    _tell(context, told)


@finding.command("history")
@_FINDING
@with_register
@common
def history(context: Context, finding: str, register: Path | None) -> None:
    """All that was said of FINDING, the oldest first."""
    with register_of(context, register) as opened:
        acts = opened.figures.spot_checks.history(finding)
    document = {"finding": finding, "acts": [_act(one) for one in acts]}
    context.emit(document, "\n".join(map(act_text, acts)) or tr("Nothing was said of it yet."))


def _tell(context: Context, found: "WarnedSitting | RoomPair") -> None:
    from exams import RoomPair

    if isinstance(found, RoomPair):
        context.emit(pair_document(found), pair_line(found))
    else:
        context.emit(_document(found), _line(found))


def pair_document(one: "RoomPair") -> dict[str, Any]:
    """A pair with what was said of it."""
    facts = {"finding": one.finding, "session": one.session, "branch": one.branch, "people": list(one.people)}
    said = {"open": one.is_open, "act": _act(one.act) if one.act else None}
    return {**facts, "proctors": list(one.proctors), **asdict(one.pair), **said}


def pair_line(one: "RoomPair") -> str:
    """The same in a line."""
    text = tr("{session}  {branch}  {people}: {same} of {both} mistakes are the same, by chance {expected}")
    people, expected = " / ".join(one.people), f"{one.pair.expected:.1f}"
    told = text.format(
        session=one.session, branch=one.branch, people=people, same=one.pair.same, both=one.pair.both, expected=expected
    )
    return "  ".join((one.finding, told, act_text(one.act) if one.act else tr("still open")))


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
