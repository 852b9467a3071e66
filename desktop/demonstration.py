"""Makes the demonstration branch in an empty home, certificate included."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.assets import demonstration_parts

if TYPE_CHECKING:
    from exams import Clock

_FOLDERS = ("certificates", "hq", "keys", "packs", "trust")


def ensure_demonstration(home: Path, hq: Path | None = None) -> bool:
    """True if the home was empty and is now a demonstration; a filled home is left as it is.

    Built in a folder beside and moved into place whole, so that a kill half-way leaves an empty home.
    Headquarters' keys go to `hq`, by default the same home.
    """
    from exams import HomeState, glance

    if glance(home).state is not HomeState.EMPTY:
        return False
    unfinished = home / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    _make(unfinished, hq)
    _move_in(unfinished, home)
    return True


def confirm_in_demonstration(home: Path, numbers: Iterable[str], clock: "Clock", hq: Path | None = None) -> bool:
    """What the demonstration's HR does with certificates that came in; False where there is no headquarters here."""
    from certificates import HrLists, today
    from exams import open_demonstration_hq

    if not ((hq or home) / "hq").is_dir():
        return False
    with open_demonstration_hq(hq or home, clock) as desk:
        HrLists(home, desk, lambda: today(clock)).confirm(numbers)
    return True


def _make(home: Path, hq: Path | None) -> None:
    from certificates import CertificateDesk, device_papers
    from exams import make_demonstration, open_office, read_demonstration

    sitting_id = make_demonstration(home, read_demonstration(demonstration_parts()), hq_home=hq, papers=device_papers)
    with open_office(home) as office:
        sitting = office.sitting(sitting_id)
        person = office.person_of(sitting)
        if person is not None:
            certificate = CertificateDesk(home, office).issue(sitting, person)
            confirm_in_demonstration(home, [certificate.number], office.clock, hq)


def _move_in(unfinished: Path, home: Path) -> None:
    """The database goes last: until it stands there, the home is empty."""
    for folder in _FOLDERS:
        if (unfinished / folder).exists():
            shutil.rmtree(home / folder, ignore_errors=True)
            (unfinished / folder).replace(home / folder)
    (unfinished / "academy.sqlite").replace(home / "academy.sqlite")
    shutil.rmtree(unfinished)
