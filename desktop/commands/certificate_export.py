"""`academy certificate export`: a branch's certificates in one go, as an archive, for the printer, or as an index."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.common import Context, common
from desktop.words import pick, tr
from desktop.words.marks import PRINT_COPY
from desktop.words.verdicts import status_text

if TYPE_CHECKING:
    from certificates import Certificate, CertificateDesk, Status


@click.command()
@click.option("--branch", default="", help="Only this branch's.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="FILE.zip: the files; FILE.pdf: copies for the printer; FILE.xlsx: the index.",
)
@common
def export(context: Context, branch: str, out: Path) -> None:
    """Write all certificates in the order of staff ids, as the ending of FILE asks: files, print run, index."""
    from certificates import CertificateDesk
    from exams import open_office

    write = _WRITERS.get(out.suffix.lower())
    if write is None:
        raise click.BadParameter(tr("The name ends in .zip, .pdf or .xlsx."), param_hint="--out")
    with open_office(context.filled_home()) as office:
        count = write(CertificateDesk(context.home, office), out, branch.upper())
    document = {"file": str(out) if out.exists() else None, "certificates": count}
    context.emit(document, tr("{n} certificates: {file}").format(n=count, file=out))


def _archive(desk: "CertificateDesk", out: Path, branch: str) -> int:
    from certificates import save_all

    return save_all(desk, out, branch)


def _print_run(desk: "CertificateDesk", out: Path, branch: str) -> int:
    from certificates import save_print_run

    return save_print_run(desk, out, tr(PRINT_COPY), branch)


def write_index(desk: "CertificateDesk", out: Path, branch: str) -> int:
    """A workbook with a line for each certificate and where it stands; gives their number."""
    from certificates import chosen, file_names
    from exams import put_file, workbook

    issued = chosen(desk, branch)
    names, standings = file_names(issued), desk.standings(issued)
    rows = [_line(one, name, standing) for one, name, standing in zip(issued, names, standings, strict=True)]
    title = tr("Certificates")
    put_file(out, workbook([_headings(), *rows], title, dict(zip(_headings(), _WIDTHS, strict=True))))
    return len(issued)


def _headings() -> tuple[str, ...]:
    return (
        tr("Branch"),
        tr("Staff ID"),
        tr("Name"),
        tr("Certificate number"),
        tr("Course"),
        tr("Score"),
        tr("Issued"),
        tr("Valid until"),
        tr("Verdict"),
        tr("Replaced by"),
        tr("File"),
        "SHA-256",
    )


_WIDTHS = (14, 12, 18, 24, 30, 8, 12, 12, 14, 24, 36, 68)


def _line(one: "Certificate", name: str, standing: "tuple[Status, str]") -> tuple[str, ...]:
    told, (status, successor) = one.facts, standing
    return (
        told.branch_code,
        told.staff_id,
        told.name,
        one.number,
        pick(told.course_titles),
        str(told.score),
        one.issued.isoformat(),
        one.valid_until.isoformat(),
        status_text(status),
        successor,
        name,
        one.sha256,
    )


_WRITERS: dict[str, Callable[["CertificateDesk", Path, str], int]] = {
    ".zip": _archive,
    ".pdf": _print_run,
    ".xlsx": write_index,
}
