"""`academy hr refresh`: HR's copy of headquarters' folder becomes a newer one."""

from pathlib import Path

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_options import with_who
from desktop.words import tr


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@with_who
@common
def refresh(context: Context, folder: Path, by: str) -> None:
    """Take over a newer copy of headquarters' folder: roots, withdrawals, packs, devices, sessions; all or nothing.

    Key files stay as they are. Exit 1 where the root has run out.
    """
    from exams import SystemClock, write_time

    with desk_of(context, None, by) as desk:
        done = desk.refresh(folder)
    expired = done.expires_wt <= SystemClock().now().wt
    told = {
        "root": done.root,
        "until": write_time(done.expires_wt)[:10],
        "withdrawals": done.withdrawals,
        "packs": len(done.packs),
        "acts": done.acts,
    }
    said = (
        tr("Taken over: root {root} until {until}, withdrawals {withdrawals}, packs {packs}, new log lines {acts}.")
        if done.changed
        else tr("Headquarters' folder here is up to date: root {root} until {until}, withdrawals {withdrawals}.")
    ).format(**told)
    if expired:
        late = tr("The root has run out: ask headquarters for a newer one, else verifiers refuse what rests on it.")
        said = f"{said}\n{late}"
    document = {
        "changed": done.changed,
        "root": {"version": done.root, "expires": write_time(done.expires_wt), "expired": expired},
        "withdrawals": done.withdrawals,
        "packs": {name: write_time(wt) for name, wt in sorted(done.packs.items())},
        "acts": done.acts,
    }
    context.emit(document, said)
    if expired:
        raise Findings


COMMANDS = (refresh,)
