"""`academy certificate`: issue after a passed final, verify files, scans and printed codes, try a wording."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.common import Context, Findings, Refused, common
from desktop.words import mark, tr
from desktop.words.errors import sentence

if TYPE_CHECKING:
    from certificates import Verdict, Verifier

_STDIN = "-"
_TEXT_MOST = 4_000
_GOOD = frozenset({"valid", "provisional"})
_WORDS = {
    "valid": mark("valid"),
    "provisional": mark("provisional"),
    "expired": mark("expired"),
    "invalid": mark("not valid"),
    "unknown_issuer": mark("unknown issuer"),
    "unreadable": mark("unreadable"),
}


@click.group()
def command() -> None:
    """Certificates of this branch."""


@command.command()
@click.option("--sitting", required=True, help="A graded, passed final.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Also save the PDF here.")
@common
def issue(context: Context, sitting: str, out: Path | None) -> None:
    """Issue the certificate of a sitting; the same one however often it is asked for."""
    from certificates import CertificateDesk
    from exams import open_office

    with open_office(context.home) as office:
        found = office.sitting(sitting)
        person = office.person_of(found)
        if person is None:
            raise Refused("E_NOT_PASSED", sitting=sitting)
        desk = CertificateDesk(context.home, office)
        certificate = desk.issue(found, person)
        kept = desk.path(certificate.number)
        if out is not None:
            desk.save_as(certificate.number, out)
    document = {"number": certificate.number, "sha256": certificate.sha256, "file": str(out or kept)}
    context.emit(document, tr("Certificate {number}: {file}").format(**document))


@command.command()
@click.argument("files", nargs=-1, required=True)
@common
def verify(context: Context, files: tuple[str, ...]) -> None:
    """Judge PDFs, scans and photographs; `-` reads the text of a printed code. Exit 1 if one does not hold."""
    from certificates import verifier
    from exams import SystemClock

    judge = verifier(context.home, SystemClock())
    verdicts = [(name, _judged(judge, name)) for name in files]
    document = [
        {"file": name, "status": str(each.status), "code": each.code, "facts": dict(each.facts)}
        for name, each in verdicts
    ]
    context.emit(document, "\n".join(_row(name, each) for name, each in verdicts))
    if any(each.status not in _GOOD for _, each in verdicts):
        raise Findings


@command.command()
@click.option("--layout", type=click.Choice(("both", "zh", "en")), default="both", help="Languages on the page.")
@click.option("--wording", "folder", type=click.Path(path_type=Path), help="Folder with zh.toml, en.toml or both.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="FILE.pdf or FILE.png.")
@common
def preview(context: Context, layout: str, folder: Path | None, out: Path) -> None:
    """Draw a specimen in some wording, and say in which line the wording is wrong."""
    from certificates import save_preview

    if folder is not None and not any((folder / f"{language}.toml").is_file() for language in ("zh", "en")):
        raise Refused("E_NOT_FOUND", path=str(folder / "zh.toml"))
    save_preview(out, layout, folder)
    context.emit({"file": str(out), "layout": layout}, tr("Preview: {file}").format(file=out))


def _judged(judge: "Verifier", name: str) -> "Verdict":
    return judge.text(sys.stdin.read(_TEXT_MOST)) if name == _STDIN else judge.file(Path(name))


def _row(name: str, verdict: "Verdict") -> str:
    """One line per file: its standing, whose it is, and what the code means."""
    told = [str(verdict.facts[key]) for key in ("number", "name") if key in verdict.facts]
    if verdict.code:
        told.append(f"{sentence(verdict.code, verdict.facts).text} [{verdict.code}]")
    return "\t".join([name, tr(_WORDS[verdict.status]), *told])
