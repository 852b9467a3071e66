"""Makes the demonstration branch in an empty home, certificate included."""

import shutil
from pathlib import Path

from desktop.assets import content_path


def ensure_demonstration(home: Path) -> bool:
    """True if the home was empty and is now a demonstration; a filled home is left as it is.

    Built in a folder beside and moved into place whole, so that a kill half-way leaves an empty home.
    """
    from exams import HomeState, glance

    if glance(home).state is not HomeState.EMPTY:
        return False
    unfinished = home / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    _make(unfinished)
    _move_in(unfinished, home)
    return True


def _make(home: Path) -> None:
    from certificates import CertificateDesk
    from exams import make_demonstration, open_office

    sitting_id = make_demonstration(home, content_path())
    with open_office(home, content_path()) as office:
        sitting = office.sitting(sitting_id)
        person = office.person_of(sitting)
        if person is not None:
            CertificateDesk(home, office).issue(sitting, person)


def _move_in(unfinished: Path, home: Path) -> None:
    """The database goes last: until it stands there, the home is empty."""
    (home / "certificates").mkdir(exist_ok=True)
    for printed in (unfinished / "certificates").iterdir():
        printed.replace(home / "certificates" / printed.name)
    (unfinished / "academy.sqlite").replace(home / "academy.sqlite")
    shutil.rmtree(unfinished)
