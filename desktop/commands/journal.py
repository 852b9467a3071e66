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
    context.emit(report.as_json(), "\n".join([f"{said} {counted}", *rows]))
    if not report.ok:
        raise Findings


@command.command()
@common
def rebuild(context: Context) -> None:
    """Fill every cached table anew from the journal."""
    from exams import rebuild_caches

    count = rebuild_caches(context.filled_home())
    context.emit({"sittings": count}, tr("{count} sittings rebuilt from the journal.").format(count=count))
