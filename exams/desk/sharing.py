"""A shared folder between branches and HR: bundles one way, receipts, lists and packs the other; nothing half done.

`to-hr` holds bundles, `to-branch/CODE` what a branch takes in. Whoever finds the folder gone has lost nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from exams.bundles.bundle import read_header
from exams.desk.branch_desk import Arrival, open_branch
from exams.desk.branch_errors import CorrectedRefused, NotEnrolled
from exams.desk.branch_view import files_in
from exams.desk.bundling import Bundled, open_bundling
from exams.desk.list_files import ListKeeper
from exams.errors import AcademyError
from exams.store.device_files import device_record
from exams.timing.clock import Clock

TO_HR, TO_BRANCH = "to-hr", "to-branch"
_RECEIPT = ".receipt"


@dataclass(frozen=True, slots=True)
class Shared:
    """What one look at the folder did: taken in, handed in, and own bundles that HR has and that were taken away."""

    arrivals: tuple[Arrival, ...]
    written: tuple[Bundled, ...]
    removed: tuple[str, ...]


def share(
    home: Path,
    folder: Path,
    app: str,
    *,
    tokens: Mapping[str, bytes] | None = None,
    lists: ListKeeper | None = None,
    clock: Clock | None = None,
) -> Shared:
    """Take in what lies there for this branch, hand in what HR does not have yet; without news nothing is written.

    Raises `NotEnrolled`, `HomeBusy`, `FileNotWritten`, or disk trouble.
    """
    record = device_record(home)
    if record is None:
        raise NotEnrolled
    offered = tuple(
        path
        for path in files_in(folder / TO_BRANCH / record.branch)
        if path.suffix != _RECEIPT or path.name.startswith(f"{record.serial}-")
    )
    arrivals: tuple[Arrival, ...] = ()
    if offered:
        with open_branch(home, app, clock) as desk:
            arrivals = tuple(one for one in desk.install(offered, lists=lists) if not _is_for_others(one))
    with open_bundling(home, clock) as pc:
        own = dict(_own(folder / TO_HR, record.serial))
        known = pc.acknowledged()
        written = pc.write(folder / TO_HR, tokens) if pc.has_news(max(own.values(), default=0)) else ()
        removed = tuple(_take_away(path) for path, last in own.items() if last <= known)
    return Shared(arrivals, written, removed)


def _is_for_others(arrival: Arrival) -> bool:
    """A certificate of somebody at another PC of the branch, or one that was replaced since, lies there rightly."""
    return isinstance(arrival.error, CorrectedRefused) and arrival.error.is_passed_over


def _own(folder: Path, serial: str) -> Iterator[tuple[Path, int]]:
    """This PC's bundles there, each with its last line; a copy cut short is passed over."""
    for path in sorted(folder.glob(f"{serial}-*.bundle")):
        with suppress(AcademyError, OSError), path.open("rb") as file:
            yield path, read_header(file.read()).last


def _take_away(path: Path) -> str:
    with suppress(OSError):
        path.unlink()
    return path.name
