"""`academy hr`: what HR says of certificates, in lists that branches and verifiers get; signed with HR's key."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.common import Context, Refused, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_appeals import COMMANDS as APPEALING
from desktop.commands.hr_audit import COMMANDS as AUDITING
from desktop.commands.hr_collect import COMMANDS as COLLECTING
from desktop.commands.hr_export import COMMANDS as EXPORTING
from desktop.commands.hr_findings import COMMANDS as FINDING
from desktop.commands.hr_init import COMMANDS as BEGINNING
from desktop.commands.hr_issuing import COMMANDS as ISSUING
from desktop.commands.hr_marking import COMMANDS as MARKING
from desktop.commands.hr_refresh import COMMANDS as REFRESHING
from desktop.commands.hr_regrade import COMMANDS as REGRADING
from desktop.commands.hr_reminders import COMMANDS as REMINDING
from desktop.commands.hr_replay import COMMANDS as REPLAYING
from desktop.commands.hr_report import COMMANDS as REPORTING
from desktop.commands.hr_results import COMMANDS as RELEASING
from desktop.commands.hr_rules import COMMANDS as RULING
from desktop.commands.hr_spot_checks import COMMANDS as SPOTTING
from desktop.commands.hr_staff import COMMANDS as STAFFING
from desktop.commands.hr_ways import COMMANDS as TRAVELLING
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr

if TYPE_CHECKING:
    from certificates import HrLists, Standing

_TEXT_MOST = 64 * 1024 * 1024


@click.group()
def command() -> None:
    """What HR does: branches' files, people and courses, the matrix; certificates confirmed, revoked, replaced."""


for _one in (
    *APPEALING,
    *AUDITING,
    *BEGINNING,
    *COLLECTING,
    *EXPORTING,
    *FINDING,
    *ISSUING,
    *MARKING,
    *REFRESHING,
    *REGRADING,
    *RELEASING,
    *REMINDING,
    *REPLAYING,
    *REPORTING,
    *RULING,
    *SPOTTING,
    *STAFFING,
    *TRAVELLING,
):
    command.add_command(_one)


@command.command()
@click.argument("numbers", nargs=-1)
@click.option("--from", "file", type=click.Path(path_type=Path, dir_okay=False), help="Further numbers, one a line.")
@with_passphrases
@common
def confirm(
    context: Context, numbers: tuple[str, ...], file: Path | None, passphrase_file: Path | None, by: str
) -> None:
    """Confirm certificates, one by one or a whole file of numbers; until then they are provisional."""
    asked = [*numbers, *(_lines(file) if file else [])]
    _require_some(asked)
    with _lists(context, passphrase_file, by) as lists:
        _tell(context, lists.confirm(asked))


@command.command()
@click.argument("numbers", nargs=-1, required=True)
@with_passphrases
@common
def revoke(context: Context, numbers: tuple[str, ...], passphrase_file: Path | None, by: str) -> None:
    """Revoke certificates for good."""
    with _lists(context, passphrase_file, by) as lists:
        _tell(context, lists.revoke(numbers))


@command.command()
@click.argument("old")
@click.argument("new")
@with_passphrases
@common
def supersede(context: Context, old: str, new: str, passphrase_file: Path | None, by: str) -> None:
    """Say that the certificate NEW has taken the place of OLD: a corrected name, a renewal."""
    with _lists(context, passphrase_file, by) as lists:
        _tell(context, lists.supersede(old, new))


@command.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write.")
@click.option("--renew", is_flag=True, help="Sign the lists anew first, as of today; do it every month.")
@with_passphrases
@common
def trust(context: Context, out: Path, renew: bool, passphrase_file: Path | None, by: str) -> None:
    """Write the folder for `certificate verify --trust`: roots, withdrawals, lists; nothing secret is in it."""
    with _lists(context, passphrase_file, by) as lists:
        standing = lists.renew() if renew else lists.standing()
        folder = lists.export(out)
    context.emit({"folder": str(folder), **_document(standing)}, tr("For verifiers: {path}").format(path=folder))


@contextmanager
def _lists(context: Context, file: Path | None, who: str) -> "Iterator[HrLists]":
    from certificates import HrLists, today
    from exams import SystemClock

    with desk_of(context, file, who) as desk:
        yield HrLists(context.home, desk, lambda: today(SystemClock()))


def _lines(file: Path) -> list[str]:
    try:
        with file.open("rb") as opened:
            text = opened.read(_TEXT_MOST).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("E_NOT_FOUND", path=str(file)) from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def _require_some(numbers: list[str]) -> None:
    if not numbers:
        raise click.UsageError(tr("Give a number, or --from."))


def _tell(context: Context, standing: "Standing") -> None:
    text = tr("{confirmed} confirmed, {revoked} revoked, {superseded} replaced. Hand out the lists with `hr trust`.")
    context.emit(_document(standing), text.format(**{str(one.kind): len(one.marks) for one in standing.lists}))


def _document(standing: "Standing") -> dict[str, object]:
    """Each list with its number, its day and how many are on it."""
    return {
        str(one.kind): {"number": one.number, "day": one.day.isoformat(), "certificates": len(one.marks)}
        for one in standing.lists
    }
