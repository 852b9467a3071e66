"""`academy hr spot-checks`: warnings by branch and proctor, and pairs of a room with the same mistakes."""

from dataclasses import asdict
from pathlib import Path

import click

from desktop.commands.common import Context, common
from desktop.commands.hr_findings import pair_document, pair_line
from desktop.commands.hr_options import register_of, with_register
from desktop.words import tr


@click.command("spot-checks")
@click.option("--course", default="", help="Also pairs of a room with the same mistakes in this course.")
@with_register
@common
def spot_checks(context: Context, course: str, register: Path | None) -> None:
    """Where HR should look for itself: warnings of accepted finals by branch and by proctor, and pairs of a room.

    Of a room in which everybody worked alone a pair is named once in a thousand rooms. Answers are known of the
    sittings that `academy hr marking gather` has looked through. Each pair has the name that `academy hr finding done`
    marks it by.
    """
    with register_of(context, register) as opened:
        checks = opened.figures.spot_checks
        branches, proctors, pairs = checks.branches(), checks.proctors(), checks.pairs(course) if course else ()
    told = [
        {"branch": one.branch, "sittings": one.sittings, "codes": dict(one.codes), "open": one.open} for one in branches
    ]
    by_proctor = [{**asdict(one), "branches": list(one.branches), "codes": dict(one.codes)} for one in proctors]
    found = [pair_document(one) for one in pairs]
    lines = [
        f"{one.branch}  {one.sittings}  " + "  ".join(f"{k} {n}" for k, n in one.codes.items()) for one in branches
    ]
    lines += [
        tr("proctor {who}").format(who=f"{one.proctor} {one.name}".strip())
        + f"  {one.sittings}  "
        + "  ".join(f"{k} {n}" for k, n in one.codes.items())
        for one in proctors
    ]
    lines += map(pair_line, pairs)
    document = {"false_alarm_rate": checks.false_alarms, "branches": told, "proctors": by_proctor, "pairs": found}
    context.emit(document, "\n".join(lines) or tr("Nothing stands out."))


COMMANDS = (spot_checks,)
