"""`academy hq role issue` and `academy hq reset`: headquarters answers branches about their people."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.common import Context, common
from desktop.commands.hq_options import desk_of
from desktop.commands.passphrases import with_passphrases
from desktop.commands.small_files import file_or_stdin
from desktop.words import tr

if TYPE_CHECKING:
    from exams import RoleCertificate, RoleRequest

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("request", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--out", type=_FILE, help="The certificate; without it, only look.")
@click.option("--days", type=click.IntRange(1, 365), default=365, show_default=True, help="How long it is granted.")
@with_passphrases
@common
def issue(  # the options of one command
    context: Context, request: Path, out: Path | None, days: int, passphrase_file: Path | None, by: str
) -> None:
    """Answer a branch's request with a signed role certificate: who is a proctor or HR there, and how long."""
    from exams import inspect_role

    raw = file_or_stdin(request)
    if out is None:
        seen = inspect_role(raw)
        context.emit(_asked_document(seen), _asked_text(seen))
        return
    with desk_of(context, passphrase_file, by) as desk:
        granted = desk.certify(raw, out, days)
    context.emit(
        _granted_document(granted, out), tr("Granted to {staff_id}: {path}").format(staff_id=granted.staff_id, path=out)
    )


@click.command()
@click.argument("challenge", required=False)
@click.option("--out", type=_FILE, help="Answer with a signed file instead of a code to read out.")
@click.option("--desk", "desk_file", type=_FILE, help="Write the file that lets branches understand codes read out.")
@with_passphrases
@common
def reset(  # the options of one command
    context: Context,
    challenge: str | None,
    out: Path | None,
    desk_file: Path | None,
    passphrase_file: Path | None,
    by: str,
) -> None:
    """Answer the challenge of somebody who lost a PIN, once you are sure who it is; good for 15 minutes."""
    if (challenge is None) == (desk_file is None):
        raise click.UsageError(tr("Give either a challenge or --desk."))
    with desk_of(context, passphrase_file, by) as desk:
        if desk_file is not None:
            path = desk.write_reset_desk(desk_file)
            context.emit({"file": str(path)}, tr("For branches to install: {path}").format(path=path))
        elif out is not None:
            path = desk.reset_by_file(challenge or "", out)
            context.emit({"file": str(path)}, tr("The answer: {path}").format(path=path))
        else:
            code = desk.reset_by_phone(challenge or "")
            context.emit({"code": code}, code)


@click.command()
@click.argument("challenge")
@with_passphrases
@common
def override(context: Context, challenge: str, passphrase_file: Path | None, by: str) -> None:
    """Grant a branch minutes above its limit: the code to read out, once you are sure who asks; good for 15 minutes."""
    with desk_of(context, passphrase_file, by) as desk:
        code = desk.override(challenge)
    context.emit({"code": code}, code)


def _asked_document(seen: "RoleRequest") -> dict[str, object]:
    """A request that was looked at."""
    about = {"staff_id": seen.staff_id, "name": seen.name, "role": seen.role.value, "branch": seen.branch}
    return {**about, "certificate": seen.id}


def _asked_text(seen: "RoleRequest") -> str:
    """The same for people."""
    from desktop.words.sittings import role_text

    facts = {"branch": seen.branch, "staff_id": seen.staff_id, "name": seen.name, "role": role_text(seen.role)}
    told = tr("Branch {branch}: {name} ({staff_id}) as {role}. Compare on the telephone: {id}")
    return told.format(**facts, id=seen.id)


def _granted_document(granted: "RoleCertificate", out: Path) -> dict[str, object]:
    """A certificate that was signed."""
    from exams import write_time

    term = {"not_before": write_time(granted.not_before_wt), "not_after": write_time(granted.not_after_wt)}
    return {"file": str(out), **_asked_document(granted), **term}
