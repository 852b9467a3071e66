"""`academy audit`: whoever gets an audit pack checks it, with nothing but the root that headquarters published."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop.commands.common import Context, Findings, Refused, common
from desktop.words import pick, tr
from desktop.words.audit import held_word
from desktop.words.errors import sentence

if TYPE_CHECKING:
    from certificates import Audited, AuditFinding, HeldCertificate

_ROOT_MOST = 256 * 1024


@click.group()
def command() -> None:
    """Audit packs that HR has made, checked on any PC."""


@command.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option(
    "--trust",
    type=click.Path(path_type=Path, exists=True),
    help="The published root (1.json), or a folder from `hr trust`; without it this home's.",
)
@click.option("--on", "day", type=click.DateTime(("%Y-%m-%d",)), help="Tell who was valid on this day.")
@common
def verify(context: Context, folder: Path, trust: Path | None, day: datetime | None) -> None:
    """Check every byte and every proof of an audit pack; exit 1 where anything is found, with the file's name.

    With --on: who held which certificate on that day, reckoned from the proofs in the folder.
    """
    from certificates import check_audit

    if trust is not None and trust.resolve().is_relative_to(folder.resolve()):
        raise click.BadParameter(tr("Take the root from headquarters, not out of the pack."), param_hint="--trust")
    audited = check_audit(folder, _root_of(trust or context.home))
    document = _document(folder, audited)
    if day is not None and not audited.findings:
        lines = audited.on(day.date())
        document |= _on_day(audited, lines, day.date().isoformat())
        context.emit(document, "\n".join([_told(document), *(_row(one) for one in document["certificates"])]))
        return
    context.emit(document, _told(document))
    if audited.findings:
        raise Findings


def _root_of(trust: Path) -> bytes:
    """Root version 1: the file itself, or the one in a folder that believes it."""
    file = trust / "trust" / "roots" / "1.json" if trust.is_dir() or not trust.exists() else trust
    try:
        with file.open("rb") as opened:
            return opened.read(_ROOT_MOST)
    except OSError as error:
        raise Refused("E_NOT_FOUND", path=str(file)) from error


def _document(folder: Path, audited: "Audited") -> dict[str, Any]:
    manifest = audited.manifest
    span = (
        {"made": manifest.made.isoformat(), "from": manifest.first.isoformat(), "to": manifest.last.isoformat(),
         "branches": list(manifest.branches), "files": len(manifest.files)}
        if manifest
        else {}
    )  # fmt: skip
    return {
        "folder": str(folder),
        "ok": not audited.findings,
        "sha256": audited.sha256,
        **span,
        "proved": len(audited.certificates),
        "unproved": list(audited.unproved),
        "editions": [_edition(one) for one in (audited.editions or {}).values()],
        "findings": [_finding(one) for one in audited.findings],
    }


def _edition(one: Any) -> dict[str, Any]:
    chapters = [
        {"chapter": chapter.number, "title": pick(chapter.titles), "sha256": chapter.sha256} for chapter in one.chapters
    ]
    return {"name": one.name, "sha256": one.sha256, "course": one.course, "chapters": chapters}


def _finding(one: "AuditFinding") -> dict[str, str]:
    return {
        "code": one.code,
        "file": one.file,
        "about": one.about,
        "reason": one.reason,
        "message": sentence(one.code).what,
    }


def _on_day(audited: "Audited", lines: "tuple[HeldCertificate, ...]", day: str) -> dict[str, Any]:
    from certificates import counts_of

    names = {sha256: one.name for sha256, one in (audited.editions or {}).items()}
    return {"on": day, "counts": counts_of(lines), "certificates": [_held(one, names) for one in lines]}


def _held(one: "HeldCertificate", names: dict[str, str]) -> dict[str, Any]:
    claims = one.proved.claims
    return {
        "number": claims.number,
        "staff_id": claims.staff_id,
        "name": claims.name,
        "branch": claims.branch_code,
        "course": claims.course_code,
        "edition": names[one.proved.edition],
        "score": claims.score,
        "issued": claims.issued.isoformat(),
        "valid_until": claims.valid_until.isoformat(),
        "state": one.held.value,
        "since": one.since,
        "replaced_by": one.successor,
    }


def _row(one: dict[str, Any]) -> str:
    told = (one["branch"], one["staff_id"], one["name"], one["number"], one["edition"], held_word(one["state"]))
    return "  ".join(told)


def _told(document: dict[str, Any]) -> str:
    if not document["ok"]:
        lines = [
            f"{one['file']}: {one['message']} {one['about']} [{one['reason'] or one['code']}]"
            for one in document["findings"]
        ]
        return "\n".join([tr("The audit pack does not hold."), *lines])
    text = tr("The audit pack holds: {proved} certificates from {first} to {last}, signed on {made}.")
    return text.format(proved=document["proved"], first=document["from"], last=document["to"], made=document["made"])
