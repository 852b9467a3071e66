"""What the commands of headquarters share: the opened desk, moments as options, a course read without faults."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.assets import ASSETS
from desktop.commands.common import Context, Refused
from desktop.commands.passphrases import asker

if TYPE_CHECKING:
    from exams import HqDesk, Parts

GRADINGS = ("with-unlock", "second-code", "hq-only")
ROLES = ("pack", "ca", "revocation", "reset", "program")

file_out = click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)
source = click.option(
    "--source",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=ASSETS,
    help="Folder with course/, bank/ and blueprints/.",
)


class Moment(click.ParamType["int"]):
    """A moment as files spell it, such as 2026-11-29T09:00:00Z, in ms UTC."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Wrong usage for any other spelling."""
        from exams import AcademyError, read_time

        if isinstance(value, int):
            return value
        try:
            return read_time(str(value))
        except AcademyError:
            self.fail(f"{value!r} is not like 2026-11-29T09:00:00Z", param, ctx)


@contextmanager
def desk_of(context: Context, file: Path | None, who: str) -> "Iterator[HqDesk]":
    """The desk of this home's headquarters."""
    from exams import open_hq

    with open_hq(context.home, asker(file), who) as desk:
        yield desk


def parts_of(folder: Path) -> "Parts":
    """The parts of a course whose sources have no fault; `academy course check` names each that there is."""
    from exams import make_parts, read_sources

    sources = read_sources(folder, datetime.now(UTC).date())
    if sources.faults:
        raise Refused("E_SOURCES_FAULTY", count=len(sources.faults))
    return make_parts(sources)
