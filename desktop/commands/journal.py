"""`academy journal`: check the chain, rebuild the caches."""

import click

from desktop.commands.common import Context, Findings, common
from desktop.words import tr


@click.group()
def command() -> None:
    """The record of everything that happened on this PC."""


@command.command()
@common
def check(context: Context) -> None:
    """Check the chain and the database; exit 1 when not in order."""
    from exams import check_journal

    report = check_journal(context.home)
    said = tr("The journal is whole.") if report.ok else tr("The journal is not whole.")
    counted = tr("{records} records, {sittings} sittings.").format(
        records=report.records, sittings=len(report.sittings)
    )
    rows = [f"{finding.seq}\t{finding.code}" for finding in report.findings]
    if report.erased:
        rows.insert(0, tr("Answers erased after HR's receipt: {count} lines.").format(count=report.erased))
    context.emit(report.as_json(), "\n".join([f"{said} {counted}", *rows]))
    if not report.ok:
        raise Findings


@command.command()
@common
def rebuild(context: Context) -> None:
    """Fill every cached table anew from the journal."""
    from exams import rebuild_caches

    done = rebuild_caches(context.filled_home())
    document = {"sittings": done.sittings, "withheld": done.withheld, "uncounted": list(done.uncounted)}
    said = [tr("{count} sittings rebuilt from the journal.").format(count=done.sittings)]
    if done.withheld:
        said.append(tr("Answers sealed or erased: {count}; their results stand.").format(count=done.withheld))
    if done.uncounted:
        said.append(tr("Kept as they were, for want of answers: {ids}").format(ids=", ".join(done.uncounted)))
    context.emit(document, "\n".join(said))
