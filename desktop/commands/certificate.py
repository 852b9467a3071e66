"""`academy certificate`: issue after a passed final, verify files, scans and codes, HR's lists, a wording tried out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.certificate_export import export
from desktop.commands.common import Context, Findings, Refused, common
from desktop.words import tr
from desktop.words.errors import sentence
from desktop.words.verdicts import is_signed, kind_of, lists_text, status_text

if TYPE_CHECKING:
    from certificates import Verdict, Verifier

_STDIN = "-"
_TEXT_MOST = 4_000
_GOOD = frozenset({"valid", "provisional"})


@click.group()
def command() -> None:
    """Certificates of this branch."""


command.add_command(export)


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
@click.option(
    "--trust",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with roots and lists, as `hr trust` writes it; without it this home's.",
)
@click.option("--second-opinion", "second", is_flag=True, help="Also ask pyHanko about PDF files; slow.")
@common
def verify(context: Context, files: tuple[str, ...], trust: Path | None, second: bool) -> None:
    """Judge PDFs, scans and photographs, a folder with all below it; `-` reads the text of a printed code.

    Exit 1 if one does not hold.
    """
    from certificates import verifier
    from exams import SystemClock, has_trust

    if trust is not None and not has_trust(trust):
        raise Refused("E_NOT_FOUND", path=str(trust / "trust"))
    home = trust or context.home
    judge = verifier(home, SystemClock())
    names = _names(files)
    verdicts: list[tuple[str, Verdict]] = []
    with context.progress(len(names), tr("Checking")) as done:
        for name in names:
            verdict = _judged(judge, name)
            verdicts.append((name, _looked_at(home, name, verdict) if second else verdict))
            done(1)
    document = [
        {"file": name, "status": str(each.status), "code": each.code, "facts": dict(each.facts)}
        for name, each in verdicts
    ]
    context.emit(document, "\n".join(_row(name, each) for name, each in verdicts))
    if not context.json:
        context.say(lists_text(judge.lists_day, judge.lists_days))
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


def _names(files: tuple[str, ...]) -> list[str]:
    """What was named, folders as what lies in them."""
    from certificates import gather

    return [str(path) for name in files for path in ([name] if name == _STDIN else gather([Path(name)]))]


def _judged(judge: "Verifier", name: str) -> "Verdict":
    if name != _STDIN:
        return judge.file(Path(name))
    return judge.text(sys.stdin.buffer.read(_TEXT_MOST).decode("utf-8", "replace"))


def _looked_at(home: Path, name: str, verdict: "Verdict") -> "Verdict":
    """The verdict on a believed PDF with pyHanko's opinion; where that is against it, it does not hold."""
    from certificates import second_verdict

    path = Path(name)
    if not is_signed(verdict) or name == _STDIN or not path.read_bytes().startswith(b"%PDF-"):
        return verdict
    return second_verdict(path.read_bytes(), home, verdict)


def _row(name: str, verdict: "Verdict") -> str:
    """One line per file: its standing, whose it is, and what the code means."""
    told = [str(verdict.facts[key]) for key in ("number", "name") if key in verdict.facts]
    code = verdict.code or "VALID"
    told.append(f"{sentence(code, verdict.facts).text} [{code}]" if verdict.code else sentence(code).text)
    return "\t".join([name, status_text(kind_of(verdict)), *told])
