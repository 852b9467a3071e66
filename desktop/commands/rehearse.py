"""`academy rehearse`: robots sit the final exam through the same desks, without Qt."""

import sys
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.commands.common import Context, Refused, common
from desktop.words import tr

if TYPE_CHECKING:
    from exams import PaperItem, Saved


@click.command()
@click.option("--hq", type=click.Path(path_type=Path), help="Where HQ's and HR's keys go; by default the same home.")
@click.option("--trainees", type=click.IntRange(1, 100_000), default=1, show_default=True)
@click.option("--seed", default="1", show_default=True)
@click.option("--names", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Lines: staff id TAB name.")
@click.option("--acknowledge", is_flag=True, help="Print a line after each answer's commit has returned.")
@common
def command(context: Context, hq: Path | None, trainees: int, seed: str, names: Path | None, acknowledge: bool) -> None:
    """Sit the final with N robots; an empty home becomes a demonstration branch first."""
    from certificates import CertificateDesk
    from desktop.demonstration import ensure_demonstration
    from exams import open_office, rehearse, robot_names

    if hq is not None:
        hq.mkdir(parents=True, exist_ok=True)
    ensure_demonstration(context.home, hq)
    people = _read_names(names) if names else robot_names(trainees)
    counts = {"sat": 0, "passed": 0, "failed": 0, "certificates": 0}
    with open_office(context.home) as office:
        certificates = CertificateDesk(context.home, office)
        for sitting in rehearse(office, people, seed, _acknowledger() if acknowledge else None):
            counts["sat"] += 1
            passed = sitting.result is not None and sitting.result.passed
            counts["passed" if passed else "failed"] += 1
            person = office.person_of(sitting)
            if passed and person is not None:
                certificates.issue(sitting, person)
                counts["certificates"] += 1
    if not acknowledge:
        text = tr("{sat} sat, {passed} passed, {failed} failed, {certificates} certificates.").format(**counts)
        context.emit(counts, text)


def _acknowledger() -> "Callable[[Saved, PaperItem], None]":
    def acknowledge(saved: "Saved", place: "PaperItem") -> None:
        sys.stdout.write(f"saved {saved.sitting.id} {place.position} {saved.seq} {saved.digest}\n")
        sys.stdout.flush()

    return acknowledge


def _read_names(path: Path) -> dict[str, str]:
    """Staff id to name; every line is checked before anybody sits."""
    people: dict[str, str] = {}
    for number, row in enumerate(path.read_bytes().removeprefix(BOM_UTF8).splitlines(), start=1):
        if row.strip():
            staff_id, name = _person(row) or ("", "")
            if not staff_id or staff_id in people:
                raise Refused("E_NAMES_FILE", file=path.name, line=number)
            people[staff_id] = name
    return people


def _person(row: bytes) -> tuple[str, str] | None:
    from exams import AcademyError, check_name, check_staff_id

    try:
        staff_id, tab, name = row.decode().partition("\t")
        return (check_staff_id(staff_id), check_name(name)) if tab else None
    except (UnicodeDecodeError, AcademyError):
        return None
