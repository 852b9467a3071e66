"""`academy hr regrade`: a key or a rule put right, sealed sittings graded again, released by a second officer."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_officers import officer_of
from desktop.commands.hr_options import register_of, with_register, with_who
from desktop.commands.hr_regrade_lines import fault_line, row_document, row_line, run_document, run_line, to_do_line
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr

if TYPE_CHECKING:
    from exams import Correction, HqDesk, HrRegister, RunStory

_NUMBER = click.argument("number", type=click.IntRange(1))
_PERCENT = click.IntRange(0, 100)
_SHOWN = 50


@click.group()
def regrade() -> None:
    """Sealed sittings graded again under a correction; nothing counts before a second officer has released it."""


@regrade.command()
@click.argument("course")
@click.option("--item", default="", help="The question, such as 2.3-014.")
@click.option("--version", type=click.IntRange(1), default=1, show_default=True, help="The question's version.")
@click.option("--right", multiple=True, help="An answer that is right: B, AC, C/A; again for one more.")
@click.option("--credit", is_flag=True, help="Full points for everybody.")
@click.option("--remove", is_flag=True, help="As if the question had never been asked.")
@click.option("--exam", default="", help="In place of a question: the exam whose rules change, such as final.")
@click.option("--pass-percent", type=_PERCENT, help="Percent to pass.")
@click.option("--red-lines", type=_PERCENT, help="Red lines that must be right.")
@click.option("--negative", type=_PERCENT, help="Percent of a question's points that a wrong answer loses.")
@click.option("--reason", required=True, help="Why; everybody whom it concerns reads it.")
@click.option(
    "--outcomes", type=click.Choice(["never-lower", "recompute"]), default="never-lower", show_default=True,
    help="What counts where a result would get worse.",
)  # fmt: skip
@click.option(
    "--certificates", type=click.Choice(["keep", "revise"]), default="keep", show_default=True,
    help="What becomes of a certificate whose percent changes.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only work it out.")
@click.option("--processes", type=click.IntRange(1, 16), default=2, show_default=True, help="How many grade at once.")
@with_register
@with_passphrases
@common
def propose(context: Context, register: Path | None, passphrase_file: Path | None, by: str, **asked: Any) -> None:
    """Grade every sitting of COURSE again and propose what comes of it; exit 1 where a sitting could not be read."""
    _require_one(asked)
    by = officer_of(context, passphrase_file, by).name
    with desk_of(context, passphrase_file, by) as desk, register_of(context, register, by) as opened:
        document, text = _proposed(context, desk, opened, asked)
    context.emit(document, text)
    if document["unreadable"]:
        raise Findings


def _require_one(asked: dict[str, Any]) -> None:
    """A question with one remedy, or an exam."""
    remedies = sum(map(bool, (asked["right"], asked["credit"], asked["remove"])))
    if bool(asked["item"]) == bool(asked["exam"]) or remedies != bool(asked["item"]):
        raise click.UsageError(tr("Give --item with one of --right, --credit and --remove, or --exam with its rules."))


def _proposed(
    context: Context, desk: "HqDesk", opened: "HrRegister", asked: dict[str, Any]
) -> tuple[dict[str, Any], str]:
    from exams import CertificateRule, OutcomeRule, RegradePlan, Rule, correction_json

    material = desk.hr_material()
    rule = Rule(OutcomeRule(asked["outcomes"]), CertificateRule(asked["certificates"]))
    plan = RegradePlan(asked["course"], _correction(opened, material, asked), asked["reason"], rule)
    with context.progress(1000, tr("Grading again")) as step:
        worked = opened.regrades.work_out(material, plan, _bar(step), asked["processes"])
    if worked is None:  # only a screen ends a run
        raise click.Abort
    run = None if asked["dry_run"] else opened.regrades.propose(desk, worked)
    changes = [row_document(one) for one in worked.rows if one.changes]
    faults = [asdict(one) for one in worked.faults]
    document = {
        "run": run.number if run else None,
        "correction": correction_json(plan.correction),
        "sittings": len(worked.rows),
        "untouched": worked.untouched,
        "waiting": worked.waiting,
        "originals": worked.originals,
        "changed": len(changes),
        "changes": changes,
        "unreadable": faults,
    }
    head = tr("{sittings} sittings graded again, {changed} change, {unreadable} could not be read.")
    said = head.format(sittings=len(worked.rows), changed=len(changes), unreadable=len(faults))
    then = tr("Run {number} waits for a second officer.").format(number=run.number) if run else tr("Nothing was kept.")
    return document, "\n".join([said, *map(row_line, changes[:_SHOWN]), *map(fault_line, faults[:_SHOWN]), then])


def _bar(step: Callable[[int], None]) -> Callable[[int, int], bool]:
    shown = 0

    def told(done: int, total: int) -> bool:
        nonlocal shown
        now = done * 1000 // max(total, 1)
        step(now - shown)
        shown = now
        return True

    return told


def _correction(opened: "HrRegister", material: Any, asked: dict[str, Any]) -> "Correction":
    from exams import Remedy

    regrades, course, subject = opened.regrades, asked["course"], (asked["item"], asked["version"])
    if asked["exam"]:
        gates = (asked["pass_percent"], asked["red_lines"], asked["negative"])
        return regrades.policy(material, course, asked["exam"], gates)
    if asked["right"]:
        return regrades.right(material, course, subject, asked["right"])
    return regrades.void(material, course, subject, Remedy.CREDIT if asked["credit"] else Remedy.REMOVE)


@regrade.command(name="list")
@with_register
@common
def list_runs(context: Context, register: Path | None) -> None:
    """All runs, newest first."""
    with register_of(context, register) as opened:
        runs = opened.regrades.runs()
    lines = "\n".join(map(run_line, runs))
    context.emit({"runs": [run_document(one) for one in runs]}, lines or tr("Nothing was graded again yet."))


@regrade.command()
@_NUMBER
@with_register
@common
def show(context: Context, number: int, register: Path | None) -> None:
    """One run: who changes, what is left to do, what could not be read."""
    with register_of(context, register) as opened:
        story = opened.regrades.story(number)
    changes = [row_document(one) for one in story.rows if one.changes]
    left = [row_document(one) for one in story.open_rows]
    faults = [asdict(one) for one in story.faults]
    document = {
        **run_document(story.run),
        "sittings": len(story.rows),
        "changes": changes,
        "to_do": left,
        "unreadable": faults,
    }
    lines = [*map(row_line, changes), *map(to_do_line, left), *map(fault_line, faults)]
    context.emit(document, "\n".join(lines) or tr("Nobody's result changes."))


@regrade.command()
@_NUMBER
@with_register
@with_passphrases
@common
def release(context: Context, number: int, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """As the second officer: from now on the results of a run count, and certificates follow by its rule."""
    officer = officer_of(context, passphrase_file, by)
    who = officer.name
    with desk_of(context, passphrase_file, who) as desk, register_of(context, register, who) as opened:
        story = opened.regrades.release(desk, number, officer.certificate)
        revoked, confirmed = _followed(context, desk, opened, story)
    left = [row_document(one) for one in story.open_rows]
    proven = {"officer_proven": officer.is_proven}
    document = {**run_document(story.run), **proven, "revoked": revoked, "confirmed": confirmed, "to_do": left}
    said = tr("Run {number} is released: {revoked} certificates revoked, {confirmed} confirmed, {left} to issue.")
    text = said.format(number=number, revoked=revoked, confirmed=confirmed, left=len(left))
    context.emit(document, "\n".join([text, *map(to_do_line, left)]))


@regrade.command()
@_NUMBER
@with_register
@with_passphrases
@common
def follow(context: Context, number: int, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """Once more what follows for certificates, where a release was cut short; what is done stays done."""
    with desk_of(context, passphrase_file, by) as desk, register_of(context, register, by) as opened:
        story = opened.regrades.to_follow(number)
        revoked, confirmed = _followed(context, desk, opened, story)
    text = tr("{revoked} certificates revoked, {confirmed} confirmed.").format(revoked=revoked, confirmed=confirmed)
    context.emit({"run": number, "revoked": revoked, "confirmed": confirmed}, text)


def _followed(context: Context, desk: "HqDesk", opened: "HrRegister", story: "RunStory") -> tuple[int, int]:
    from certificates import HrLists, follow_regrading, today
    from exams import Consequence, SystemClock

    lists = HrLists(context.home, desk, lambda: today(SystemClock()))
    told = follow_regrading(lists, story.numbers(Consequence.REVOKE), story.numbers(Consequence.KEEP))
    opened.heed_revoked(lists.standing().revoked.names)
    return told


@regrade.command()
@_NUMBER
@with_register
@with_who
@common
def withdraw(context: Context, number: int, register: Path | None, by: str) -> None:
    """Let nothing come of a run that was proposed."""
    with register_of(context, register, by) as opened:
        run = opened.regrades.withdraw(number)
    context.emit(run_document(run), tr("Run {number} is withdrawn.").format(number=number))


@regrade.command()
@_NUMBER
@click.argument("sitting")
@click.argument("certificate")
@with_register
@with_who
@common
def settle(context: Context, number: int, sitting: str, certificate: str, register: Path | None, by: str) -> None:
    """Note that a certificate was issued for a sitting; say `hr supersede OLD NEW` where it replaces one."""
    with register_of(context, register, by) as opened:
        left = [row_document(one) for one in opened.regrades.settle(number, sitting, certificate).open_rows]
    context.emit({"run": number, "to_do": left}, tr("{left} certificates left to issue.").format(left=len(left)))


@regrade.command()
@_NUMBER
@click.option("--format", "kind", type=click.Choice(["xlsx", "json"]), required=True, help="The kind of file.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
@with_register
@common
def export(context: Context, number: int, kind: str, out: Path, register: Path | None) -> None:
    """Write before and after of everybody in a run."""
    with register_of(context, register) as opened:
        rows = opened.regrades.write(number, kind, out)
    text = tr("{rows} rows written to {file}.").format(rows=rows, file=out.name)
    context.emit({"file": str(out), "format": kind, "rows": rows}, text)


@regrade.command()
@_NUMBER
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The receipts' folder.")
@with_register
@common
def notices(context: Context, number: int, out: Path, register: Path | None) -> None:
    """Write a list for each branch that a released run concerns, beside its receipts."""
    with register_of(context, register) as opened:
        written = opened.regrades.write_notices(number, out)
    text = tr("{count} lists written to {folder}.").format(count=len(written), folder=out)
    context.emit({"folder": str(out), "notices": [path.relative_to(out).as_posix() for path in written]}, text)


COMMANDS = (regrade,)
