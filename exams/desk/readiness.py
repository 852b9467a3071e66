"""What of a home decides whether this PC is ready for an exam: its database, journal, pack, keys and people."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exams.desk.branch_view import PackView, branch_view
from exams.desk.device_view import DeviceView, device_view
from exams.desk.hr_officers import Officers
from exams.desk.journal_office import check_journal
from exams.errors import AcademyError
from exams.store.database import open_database
from exams.store.glance import HomeState, glance
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import all_people
from exams.store.session_rows import open_session_row
from exams.timing.clock import SystemClock

if TYPE_CHECKING:
    from exams.desk.office import Office


@dataclass(frozen=True, slots=True)
class HomeReadiness:
    """`fault` is the code of what cannot be read, empty where all can; `latest_wt` the journal's latest wall clock.

    `officers` of HR with an account; None where HR keeps no register in this home.
    """

    state: HomeState
    fault: str = ""
    records: int = 0
    chain_whole: bool = True
    latest_wt: int = 0
    names: tuple[str, ...] = ()
    pack: PackView | None = None
    device: DeviceView | None = None
    officers: int | None = None


def has_open_session(office: "Office") -> bool:
    """True from when a session is opened until it is closed."""
    return open_session_row(office.db) is not None


def home_readiness(home: Path) -> HomeReadiness:
    """Read anew, whether the program has the home open or not; what cannot be read is told, never raised."""
    state = glance(home).state
    if state is not HomeState.READY:
        return HomeReadiness(state, officers=0 if _has_register(home) else None)
    try:
        report = check_journal(home)
        latest, names = _database(home)
        pack, device = branch_view(home).pack, device_view(home)
        officers = Officers(home, SystemClock()).count() if _has_register(home) else None
    except AcademyError as error:
        return HomeReadiness(state, error.code)
    return HomeReadiness(state, "", report.records, report.ok, latest, names, pack, device, officers)


def _has_register(home: Path) -> bool:
    return (home / "hr").is_dir()


def _database(home: Path) -> tuple[int, tuple[str, ...]]:
    db = open_database(home)
    try:
        names = tuple(person.name for person in all_people(db))
        return JournalStore(db, SystemClock()).floor_wt(), names
    finally:
        db.close()
