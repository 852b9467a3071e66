"""`academy certificate`: issue after a passed final, verify files, scans and codes, HR's lists, a wording tried out."""

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
_BELIEVED = frozenset({*_GOOD, "expired", "revoked", "superseded"})
_WORDS = {
    "valid": mark("valid"),
    "provisional": mark("provisional"),
    "expired": mark("expired"),
    "revoked": mark("revoked"),
    "superseded": mark("replaced"),
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
@click.option("--branch", default="", help="Only this branch's.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="FILE.zip.")
@common
def export(context: Context, branch: str, out: Path) -> None:
    """Write all certificates into one archive, files named by staff id and name."""
    from certificates import CertificateDesk, save_all
    from exams import open_office

    with open_office(context.filled_home()) as office:
        count = save_all(CertificateDesk(context.home, office), out, branch.upper())
    context.emit({"file": str(out), "certificates": count}, tr("{n} certificates: {file}").format(n=count, file=out))


@command.command()
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--trust",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with roots and lists, as `hr trust` writes it; without it this home's.",
)
@click.option("--second-opinion", "second", is_flag=True, help="Also ask pyHanko about PDF files; slow.")
@common
def verify(context: Context, files: tuple[str, ...], trust: Path | None, second: bool) -> None:
    """Judge PDFs, scans and photographs; `-` reads the text of a printed code. Exit 1 if one does not hold."""
    from certificates import verifier
    from exams import SystemClock, has_trust

    if trust is not None and not has_trust(trust):
        raise Refused("E_NOT_FOUND", path=str(trust / "trust"))
    home = trust or context.home
    judge = verifier(home, SystemClock())
    verdicts = [(name, _judged(judge, name)) for name in files]
    if second:
        verdicts = [(name, _looked_at(home, name, each)) for name, each in verdicts]
    document = [
        {"file": name, "status": str(each.status), "code": each.code, "facts": dict(each.facts)}
        for name, each in verdicts
    ]
    context.emit(document, "\n".join(_row(name, each) for name, each in verdicts))
    if not context.json:
        context.say(_age(judge))
    if any(each.status not in _GOOD for _, each in verdicts):
        raise Findings


@command.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@common
def lists(context: Context, files: tuple[Path, ...]) -> None:
    """Take in HR's lists of confirmed, revoked and replaced certificates; none where one is older or not HR's."""
    from certificates import take_files

    standing = take_files(context.home, files)
    document = {str(one.kind): {"number": one.number, "day": one.day.isoformat()} for one in standing.lists}
    context.emit(document, tr("HR's lists here are of {day}.").format(day=standing.day))


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


def _looked_at(home: Path, name: str, verdict: "Verdict") -> "Verdict":
    """The verdict on a believed PDF with pyHanko's opinion; where that is against it, it does not hold."""
    from certificates import second_verdict

    path = Path(name)
    if verdict.status not in _BELIEVED or name == _STDIN or not path.read_bytes().startswith(b"%PDF-"):
        return verdict
    return second_verdict(path.read_bytes(), home, verdict)


def _age(judge: "Verifier") -> str:
    """How old the lists are that were asked."""
    if judge.lists_day is None:
        return tr("HR's lists never came here: nothing is known of confirmed, revoked or replaced certificates.")
    return tr("HR's lists are of {day}, {days} days old.").format(day=judge.lists_day, days=judge.lists_days)


def _row(name: str, verdict: "Verdict") -> str:
    """One line per file: its standing, whose it is, and what the code means."""
    told = [str(verdict.facts[key]) for key in ("number", "name") if key in verdict.facts]
    code = verdict.code or "VALID"
    told.append(f"{sentence(code, verdict.facts).text} [{code}]" if verdict.code else sentence(code).text)
    return "\t".join([name, tr(_WORDS[verdict.status]), *told])
