"""`academy hr appeal`: entered by one person, decided by another, answered in print."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.common import Context, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_officers import officer_of
from desktop.commands.hr_options import register_of, with_register
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr
from desktop.words.disputes import about_text, milli_points, outcome_text

if TYPE_CHECKING:
    from exams import Decision

RELIEFS = ("points", "full", "key")


@click.group()
def appeal() -> None:
    """Appeals against a question or a result: enter, list, decide as a second person, answer."""


@appeal.command("add")
@click.argument("staff_id")
@click.argument("sitting")
@click.option("--item", "position", type=click.IntRange(1), help="The question's place. [default: the whole result]")
@click.option("--reason", required=True, help="What the person says.")
@click.option("--received", default="", help="The day it came, as 2026-11-29. [default: today]")
@with_register
@with_passphrases
@common
def add(context: Context, staff_id: str, sitting: str, by: str, **asked: Any) -> None:
    """Take an appeal in; one that comes too late is refused with the day that was missed."""
    by, register = officer_of(context, asked["passphrase_file"], by).name, asked["register"]
    with register_of(context, register, by) as opened:
        told = opened.disputes.enter(sitting, staff_id, asked["position"] or 0, asked["reason"], asked["received"])
    context.emit(_document(told), _line(told))


@appeal.command("list")
@click.option("--open", "only_open", is_flag=True, help="Only those that wait.")
@click.option("--regrade", is_flag=True, help="Only those upheld because a key is wrong.")
@click.option("--person", default="", help="Only this person's, by any of their staff ids.")
@with_register
@common
def list_(context: Context, only_open: bool, regrade: bool, person: str, register: Path | None) -> None:
    """Appeals, those that wait first."""
    with register_of(context, register) as opened:
        found = [
            one
            for one in opened.disputes.appeals(staff_id=person)
            if (one.is_open or not only_open) and (one.wants_regrading or not regrade)
        ]
    context.emit({"appeals": [_document(one) for one in found]}, "\n".join(map(_line, found)) or tr("No appeals."))


@appeal.command("decide")
@click.argument("number", type=click.IntRange(1))
@click.argument("outcome", type=click.Choice(("upheld", "refused")))
@click.option("--relief", type=click.Choice(RELIEFS), help="What an upheld one gives: points, all of them, the key.")
@click.option("--points", help="How many points, such as 0.5; with --relief points.")
@click.option("--words", required=True, help="The answer to the person.")
@click.option("--letter", type=click.Path(path_type=Path, dir_okay=False), help="Write the answer as a PDF.")
@with_register
@with_passphrases
@common
def decide(
    context: Context, number: int, register: Path | None, passphrase_file: Path | None, by: str, **told: Any
) -> None:
    """Decide an appeal that somebody else has entered; signed with HR's key and written into the log."""
    decision, letter = _decision(told), told["letter"]
    officer = officer_of(context, passphrase_file, by)
    by, proven = officer.name, {"officer_proven": officer.is_proven}
    with desk_of(context, passphrase_file, by) as desk, register_of(context, register, by) as opened:
        done = opened.disputes.decide(desk, desk.hr_material(), number, decision)
        written = _letter(opened, done, letter) if letter else None
    context.emit({**_document(done), **proven, **({"letter": str(written)} if written else {})}, _line(done))


def _decision(told: dict[str, Any]) -> "Decision":
    from exams import AppealState, Decision, Relief

    points = told["points"]
    given = milli_points(points) if points else 0
    if given is None:
        raise click.UsageError(tr("Points are a number such as 0.5."))
    return Decision(AppealState(told["outcome"]), told["words"], Relief(told["relief"] or ""), given)


@appeal.command("letter")
@click.argument("number", type=click.IntRange(1))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PDF to write.")
@with_register
@common
def letter(context: Context, number: int, out: Path, register: Path | None) -> None:
    """Write the answer to the person, in the language in use."""
    with register_of(context, register) as opened:
        written = _letter(opened, opened.disputes.appeal(number), out)
    context.emit({"file": str(written)}, tr("Written to {file}.").format(file=written))


def _letter(opened: Any, told: Any, out: Path) -> Path:
    from certificates import sheet_pdf
    from desktop.wiring.appeal_letter import appeal_sheet
    from exams import put_file

    row = opened.disputes.sitting(told.sitting)
    person = opened.disputes.person(told.staff_id)
    return put_file(out, sheet_pdf(appeal_sheet(told, row, person.name if person else "")))


@appeal.command("rules")
@click.option("--days", type=int, help="Days after the result in which appeals are taken.")
@click.option("--gap", help="Points that two markers may differ by, such as 0.5.")
@with_register
@common
def rules(context: Context, days: int | None, gap: str | None, register: Path | None) -> None:
    """The rules for appeals and for marking by hand; with an option, change one."""
    wanted = {"appeal_days": days, "marking_gap": milli_points(gap) if gap else None}
    if gap and wanted["marking_gap"] is None:
        raise click.UsageError(tr("Points are a number such as 0.5."))
    with register_of(context, register, new=True) as opened:
        for name, value in wanted.items():
            if value is not None:
                opened.disputes.set_rule(name, value)
        told = opened.disputes.rules()
    text = tr("Appeals within {days} days of the result; two markers may differ by {gap} points.")
    document = {"appeal_days": told.appeal_days, "marking_gap": told.marking_gap}
    context.emit(document, text.format(days=told.appeal_days, gap=told.marking_gap / 1000))


def _document(one: Any) -> dict[str, Any]:
    return {
        "number": one.number,
        "sitting": one.sitting,
        "staff_id": one.staff_id,
        "position": one.position or None,
        "item": one.item or None,
        "reason": one.reason,
        "received": one.received_day,
        "last_day": one.last_day,
        "entered_by": one.entered_by,
        "outcome": one.outcome.value,
        "relief": one.relief.value or None,
        "points": one.points,
        "words": one.words,
        "decided_by": one.decided_by or None,
        "score_before": one.percent_before if one.percent_before >= 0 else None,
        "score_after": one.percent_after if one.percent_after >= 0 else None,
        "passed_before": one.passed_before,
        "passed_after": one.passed_after,
        "wants_regrading": one.wants_regrading,
    }


def _line(one: Any) -> str:
    return f"{one.number:>4}  {one.staff_id}  {about_text(one.position)}  {one.received_day}  {outcome_text(one)}"


COMMANDS = (appeal,)
