"""`academy hq`: headquarters' keys and roots, packs, sessions and the release office; every act goes into its log."""

from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.hq_enrol import enrol
from desktop.commands.hq_options import GRADINGS, ROLES, Moment, desk_of, file_out, parts_of, source
from desktop.commands.hq_people import issue, override, reset
from desktop.commands.hq_program import program
from desktop.commands.hq_rooms import brief_of, with_room
from desktop.commands.hq_texts import (
    diff_document,
    diff_text,
    pack_document,
    pack_text,
    release_remarks,
    root_document,
    root_text,
    session_document,
)
from desktop.commands.passphrases import asker, with_passphrases
from desktop.version import VERSION
from desktop.words import tr

_KEY = click.Path(path_type=Path, dir_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_holder = click.option("--root-holder", "holders", type=_FOLDER, multiple=True, help="Folder for a root key.")
_pack = click.option("--pack", default="", help="Its name; without it the course's, or the one published last.")
_branch = click.option("--branch", default="", help="Only this branch's.")


@click.group()
def command() -> None:
    """What headquarters does: keys, packs, sessions, codes."""


command.add_command(enrol)
command.add_command(override)
command.add_command(reset)
command.add_command(program)


@command.command()
@_holder
@click.option("--memory-mib", type=click.IntRange(64, 1024), default=256, show_default=True, help="Argon2id's memory.")
@with_passphrases
@common
def init(  # the options of one command
    context: Context, holders: tuple[Path, ...], memory_mib: int, passphrase_file: Path | None, by: str
) -> None:
    """Make all keys, three of them for the holders of the root, and root 1."""
    from exams import HqWork, set_up_hq

    if len(holders) not in (0, 3):
        raise click.BadParameter(tr("Give it three times or not at all."), param_hint="--root-holder")
    work = HqWork(memory_kib=memory_mib * 1024)
    with set_up_hq(context.home, asker(passphrase_file), by, holders=holders, work=work) as desk:
        document = desk.status()
        text = tr("Headquarters is set up. Root 1: {path}").format(path=desk.root_files()[0])
    context.emit(document, text)


@command.command()
@common
def status(context: Context) -> None:
    """Root, keys, packs, sessions, releases; exit 1 where the log was altered."""
    with desk_of(context, None, "") as desk:
        context.emit(desk.status(), "")
        if desk.log_broken_at():
            raise Findings


@command.group()
def root() -> None:
    """The root of trust: two of three holders change it."""


@root.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--key", type=_KEY, required=True, help="The holder's key file.")
@with_passphrases
@common
def sign(context: Context, file: Path, key: Path, passphrase_file: Path | None, by: str) -> None:
    """Add a holder's signature to a draft; in headquarters' home the last one puts it in force."""
    from exams import sign_draft

    ask = asker(passphrase_file)
    sign_draft(file, key, ask(key.stem, False))
    if not (context.home / "hq").is_dir():
        context.emit({"file": str(file), "complete": False}, tr("Signed: {path}").format(path=file))
        return
    with desk_of(context, passphrase_file, by) as desk:
        done = desk.adopt(file)
    context.emit(root_document(done), root_text(done))


@root.command()
@click.option("--replace", multiple=True, help="A key that is lost, stolen or old gets a successor: root-1, pack, ...")
@click.option("--drop", multiple=True, help="A key that goes without one.")
@click.option("--key", "keys", type=_KEY, multiple=True, help="Holders' key files; without it those at hand sign.")
@click.option("--root-holder", "holder", type=_FOLDER, help="Folder for a new root key.")
@with_passphrases
@common
def rotate(  # the options of one command
    context: Context,
    replace: tuple[str, ...],
    drop: tuple[str, ...],
    keys: tuple[Path, ...],
    holder: Path | None,
    passphrase_file: Path | None,
    by: str,
) -> None:
    """Make the next root; without enough holders at hand it stays a draft."""
    from exams import RootChange

    with desk_of(context, passphrase_file, by) as desk:
        done = desk.rotate(RootChange(replace=replace, drop=drop, holder=holder), keys)
    context.emit(root_document(done), root_text(done))


@command.group()
def role() -> None:
    """Who may sign what, and who may do what at a branch."""


role.add_command(issue)


@role.command()
@click.argument("name", type=click.Choice(ROLES))
@click.option("--key", "keys", type=_KEY, multiple=True, help="Holders' key files; without it those at hand sign.")
@with_passphrases
@common
def add(context: Context, name: str, keys: tuple[Path, ...], passphrase_file: Path | None, by: str) -> None:
    """Give a role one more key, by a new root."""
    from exams import RootChange

    with desk_of(context, passphrase_file, by) as desk:
        done = desk.rotate(RootChange(add=(name,)), keys)
    context.emit(root_document(done), root_text(done))


@command.command()
@source
@file_out
@_pack
@click.option("--version", type=click.IntRange(1), help="Without it the next one.")
@click.option("--grading", type=click.Choice(GRADINGS), default=GRADINGS[0], show_default=True)
@click.option("--not-before", type=Moment(), default=0, show_default="now")
@click.option("--expires", type=Moment(), default=0, show_default="in a year")
@click.option("--demonstration", is_flag=True, help="Mark it: what it certifies counts for nothing.")
@with_passphrases
@common
def publish(context: Context, source: Path, out: Path, passphrase_file: Path | None, by: str, **told: Any) -> None:
    """Check the sources, seal, sign, write a pack, and open it again as a branch would."""
    from exams import Grading, PackPlan

    parts = parts_of(source)
    plan = PackPlan(
        pack=told["pack"].upper(),
        version=told["version"] or 0,
        grading=Grading(told["grading"]),
        not_before_wt=told["not_before"],
        expires_wt=told["expires"],
        app=VERSION,
        demonstration=told["demonstration"],
    )
    with desk_of(context, passphrase_file, by) as desk:
        printed = desk.publish(parts, out, plan)
    context.emit(pack_document(printed), pack_text(printed))


@command.command()
@click.argument("old", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("new", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sealed", is_flag=True, help="Open the desk key and compare the sealed questions too.")
@with_passphrases
@common
def diff(context: Context, old: Path, new: Path, sealed: bool, passphrase_file: Path | None, by: str) -> None:
    """What changed from one pack to another."""
    with desk_of(context, passphrase_file, by) as desk:
        found = desk.diff(old, new, sealed=sealed or passphrase_file is not None)
    context.emit(diff_document(found), diff_text(found))


@command.group()
def session() -> None:
    """The windows of time in which branches sit."""


@session.command("add")
@click.option("--session", "name", default="", help="S and eight characters; without it a new one.")
@click.option("--branch", required=True, help="The branch's code.")
@click.option("--form", default="", help="Without it the form that the branch has had least.")
@click.option("--not-before", type=Moment(), required=True, help="As 2026-11-29T09:00:00Z.")
@click.option("--not-after", type=Moment(), required=True)
@with_room
@_pack
@click.option("--by", default="", help="Who does it; goes into the log.")
@common
def session_add(context: Context, name: str, pack: str, by: str, **told: Any) -> None:
    """Plan a session; its codes are made now and told by `hq release` only."""
    from exams import HqSession, new_session_id

    window = told["not_before"], told["not_after"]
    room = brief_of(told, window[0])
    plan = HqSession(name.upper() or new_session_id(), told["branch"], pack.upper(), told["form"], *window, *room)
    with desk_of(context, None, by) as desk:
        added = desk.add_session(plan)
    context.emit(session_document(added), f"{added.id}\t{added.branch}")


@command.command()
@file_out
@_pack
@_branch
@with_passphrases
@common
def slots(context: Context, out: Path, pack: str, branch: str, passphrase_file: Path | None, by: str) -> None:
    """Write the sessions' sealed keys for a pack's newest version."""
    with desk_of(context, passphrase_file, by) as desk:
        name, _version = desk.newest_pack(pack.upper())
        with context.progress(len(desk.sessions(name)), tr("Sealing")) as step:
            file = desk.write_slots(out, name, branch, step)
    sessions = [plan.session for plan in file.sessions]
    document = {"file": str(out), "pack": file.pack, "version": file.version, "sessions": sessions}
    context.emit(document, tr("{count} sessions sealed: {path}").format(count=len(sessions), path=out))


@command.command()
@click.option("--session", "name", required=True)
@click.option("--purpose", type=click.Choice(["items", "key"]), required=True, help="To sit, or to grade.")
@click.option("--anchor", default="", help="The ten characters that the branch reads out.")
@with_passphrases
@common
def release(  # the options of one command
    context: Context, name: str, purpose: str, anchor: str, passphrase_file: Path | None, by: str
) -> None:
    """Tell one code, once who, when and which are in the log."""
    from exams import SlotPurpose

    with desk_of(context, passphrase_file, by) as desk:
        released = desk.release(name.upper(), SlotPurpose(purpose), anchor)
    for remark in release_remarks(released):
        context.say(remark)
    facts = {"session": released.session, "branch": released.branch, "purpose": released.purpose}
    context.emit({**facts, "code": released.code, "again": released.again, "early": released.early}, released.code)


@command.command()
@click.argument("kind", type=click.Choice(["pack", "device", "session", "role"]))
@click.argument("name")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the list for branches here too.")
@with_passphrases
@common
def revoke(context: Context, kind: str, name: str, out: Path | None, passphrase_file: Path | None, by: str) -> None:
    """Withdraw a pack (all of it, or NAME-VERSION), a device, a session or a role certificate."""
    with desk_of(context, passphrase_file, by) as desk:
        listed = desk.revoke(kind, name.lower() if kind == "role" else name.upper(), out)
        path = out or desk.revocation_path
    names = {"packs": listed.packs, "devices": listed.devices, "sessions": listed.sessions, "roles": listed.roles}
    document = {"version": listed.version, "file": str(path), **{key: sorted(ids) for key, ids in names.items()}}
    context.emit(document, tr("Withdrawn. The list for branches: {path}").format(path=path))
