"""`academy hr audit`: one signed folder that proves who held a valid certificate on any day of a span."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_options import register_of, with_register
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr
from desktop.words.audit_page import audit_plan

_DAY = click.DateTime(("%Y-%m-%d",))


@click.command()
@click.option("--days", type=_DAY, nargs=2, required=True, help="First and last day: 2026-01-01 2026-12-31.")
@click.option("--branch", "branches", multiple=True, help="Only this branch; may be said again.")
@click.option("--mask-names", is_flag=True, help="Show names as 李**; the signed codes hold them in full.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to make.")
@with_register
@with_passphrases
@common
def audit(  # what the command line gives
    context: Context,
    days: tuple[datetime, datetime],
    branches: tuple[str, ...],
    mask_names: bool,
    out: Path,
    register: Path | None,
    **signing: Any,
) -> None:
    """Make an audit pack for a regulator: proofs, editions, lists and receipts, signed as one folder."""
    from certificates import AuditOffice, today
    from exams import SystemClock

    named = tuple(sorted({one.upper() for one in branches}))
    plan = audit_plan(days[0].date(), days[1].date(), named, masked=mask_names)
    with (
        register_of(context, register, signing["by"]) as opened,
        desk_of(context, signing["passphrase_file"], signing["by"]) as desk,
    ):
        made = AuditOffice(context.home, desk, lambda: today(SystemClock())).make(opened, plan, out)
    text = tr("{folder}: {proved} certificates proved, {unproved} without proof. SHA-256 {sha256}")
    document: dict[str, Any] = {"folder": str(made.folder), "sha256": made.sha256, "certificates": made.proved}
    told = text.format(folder=made.folder, proved=made.proved, unproved=len(made.unproved), sha256=made.sha256)
    context.emit({**document, "unproved": list(made.unproved)}, told)


COMMANDS = (audit,)
