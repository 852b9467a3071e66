"""`academy hr collect` and what follows from it: files of branches taken in, receipts back, who has sent nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desktop.commands.common import Context, Findings, common
from desktop.commands.hq_options import desk_of
from desktop.commands.hr_options import register_of, with_register
from desktop.commands.passphrases import with_passphrases
from desktop.words import tr
from desktop.words.findings import finding_sentence

_FILE = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_FILE)
@click.option("--pack", "packs", multiple=True, type=_FILE, help="A pack that was sat on; kept for every later time.")
@click.option("--processes", type=click.IntRange(1, 16), default=2, show_default=True, help="How many judge at once.")
@with_register
@with_passphrases
@common
def collect(  # what the command line gives
    context: Context,
    paths: tuple[Path, ...],
    packs: tuple[Path, ...],
    processes: int,
    register: Path | None,
    passphrase_file: Path | None,
    by: str,
) -> None:
    """Take in folders, sticks, ZIP files, single files and certificates from branches; exit 1 where one was refused."""
    from certificates import HrLists, loose_papers, read_claim, today
    from exams import SystemClock

    with desk_of(context, passphrase_file, by) as desk:
        papers = loose_papers(context.home, today(SystemClock()))
        material = replace(desk.hr_material(packs, claims=read_claim), papers=papers)
        revoked = HrLists(context.home, desk, lambda: today(SystemClock())).standing().revoked
    told: list[dict[str, Any]] = []

    def hear(one: Any) -> bool:
        told.append(_file(one))
        if not context.json:
            click.echo(_line(told[-1]))
        return True

    with register_of(context, register, by, new=True) as opened:
        opened.collect(material, paths, hear, processes)
        opened.heed_revoked(revoked.names)
    counts = {status: sum(one["status"] == status for one in told) for status in ("accepted", "duplicate", "refused")}
    text = tr("{accepted} taken in, {duplicate} here already, {refused} refused.").format(**counts)
    context.emit({"files": told, **counts}, text)
    if counts["refused"]:
        raise Findings


def _file(one: Any) -> dict[str, Any]:
    return {
        "file": one.file,
        "status": str(one.status),
        "code": one.code,
        "sha256": one.sha256,
        "device": one.serial,
        "branch": one.branch,
        "findings": [_finding(found) for found in one.findings],
    }


def _finding(found: Any) -> dict[str, Any]:
    facts = dict(found.facts)
    told = {"code": found.code, "line": found.seq, "sitting": found.sitting, "facts": facts}
    return {**told, "message": finding_sentence(found.code, facts).text}


def _line(one: dict[str, Any]) -> str:
    words = {
        "accepted": tr("{file}: taken in"),
        "duplicate": tr("{file}: here already"),
        "refused": tr("{file}: refused"),
    }
    said = words[one["status"]].format(file=one["file"])
    refusing = [found for found in one["findings"] if found["code"].startswith("E_")]
    return "\n".join([said, *(f"  {found['message']} [{found['code']}]" for found in refusing[:5])])


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write.")
@with_register
@with_passphrases
@common
def receipts(context: Context, out: Path, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """Write for each branch: receipts for PCs whose bundles are all accepted, HR's certificates, what changed."""
    with register_of(context, register, by) as opened, desk_of(context, passphrase_file, by) as desk:
        written = opened.write_returns(desk, out)
    text = tr("{count} receipts and {certificates} certificates written to {folder}.")
    said = text.format(count=len(written.receipts), certificates=len(written.certificates), folder=out)
    files = {
        name: [path.relative_to(out).as_posix() for path in getattr(written, name)]
        for name in ("receipts", "certificates", "notices")
    }
    context.emit({"folder": str(out), **files}, said)


@click.command()
@click.option("--all", "every", is_flag=True, help="Those that sent something too.")
@with_register
@with_passphrases
@common
def sessions(context: Context, every: bool, register: Path | None, passphrase_file: Path | None, by: str) -> None:
    """Expected against received, session by session; exit 1 where a branch has to be asked."""
    with desk_of(context, passphrase_file, by) as desk:
        planned = desk.planned_sessions()
    with register_of(context, register, by) as opened:
        told = [_session(one) for one in opened.sessions(planned)]
    missing = [one for one in told if one["missing"]]
    lines = [
        tr("{session} · {branch}: {received} of {expected} received").format(**one)
        for one in (told if every else missing)
    ]
    text = "\n".join([*lines, tr("{count} sessions with nothing received.").format(count=len(missing))])
    context.emit({"sessions": told, "missing": len(missing)}, text)
    if missing:
        raise Findings


def _session(one: Any) -> dict[str, Any]:
    told = {"session": one.session.session, "branch": one.session.branch, "course": one.session.course}
    return {**told, "expected": one.expected, "received": one.received, "devices": one.devices, "missing": one.missing}


@click.command()
@with_register
@common
def conflicts(context: Context, register: Path | None) -> None:
    """What contradicts what was taken in before, both sides beside each other; exit 1 where there is any."""
    with register_of(context, register) as opened:
        told = [_conflict(one) for one in opened.conflicts()]
    lines = [_sides(one) for one in told]
    context.emit({"conflicts": told}, "\n".join(lines) or tr("Nothing contradicts what is here."))
    if told:
        raise Findings


def _conflict(one: Any) -> dict[str, Any]:
    return {
        "code": one.code,
        "staff_id": one.staff_id,
        "kept": _side(one.kept) if one.kept else None,
        "other": _side(one.other),
    }


def _side(side: Any) -> dict[str, str]:
    return {"file": side.file, "device": side.serial, "branch": side.branch, "about": side.about}


def _sides(one: dict[str, Any]) -> str:
    kept, other = one["kept"] or dict.fromkeys(("file", "device", "about"), "–"), one["other"]
    text = tr("{kept} ({kept_about}) against {other} ({other_about})").format(
        kept=kept["file"], kept_about=kept["about"], other=other["file"], other_about=other["about"]
    )
    return f"{text} [{one['code']}]"


COMMANDS = (collect, receipts, sessions, conflicts)
