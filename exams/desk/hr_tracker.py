"""What HR waits for: sessions with nothing received, and what contradicts itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exams.desk.hr_material import PlannedSession
from exams.register.conflicts import Conflict, Side
from exams.register.loose_papers import DIFFERS, DOUBLED
from exams.register.outcome import Found
from exams.store.register_dialect import RegisterDb
from exams.store.register_matrix import assigned_counts
from exams.store.register_rows import (
    FileRow,
    certificate_of,
    files_by_status,
    kept_files,
    session_counts,
    sitting_of,
    sittings_of,
)

_OF_LINES = frozenset({"E_FORK", "E_ROLLBACK", "E_CHAIN"})
_OF_NUMBERS = frozenset({DIFFERS, DOUBLED})
_OF_PEOPLE = frozenset({"E_DUP_ATTEMPT", "E_TOO_MANY_ATTEMPTS"})


@dataclass(frozen=True, slots=True)
class Tracked:
    """A session: `expected` people are those of its branch who must pass the course; 0 where nobody is assigned."""

    session: PlannedSession
    expected: int
    received: int
    devices: int

    @property
    def missing(self) -> bool:
        """Its code was given out and nothing came: somebody has to ask the branch."""
        return self.session.released_wt > 0 and self.received == 0


def tracked_sessions(db: RegisterDb, planned: Sequence[PlannedSession]) -> tuple[Tracked, ...]:
    """Every session that headquarters planned, in its order."""
    counts = session_counts(db)
    people = assigned_counts(db)
    return tuple(
        Tracked(one, people.get((one.branch, one.course), 0), *counts.get(one.session, (0, 0))) for one in planned
    )


def conflicts_in(db: RegisterDb) -> tuple[Conflict, ...]:
    """Of every file that waits for a person."""
    return tuple(one for file in files_by_status(db, "refused") for one in _of_file(db, file))


def _of_file(db: RegisterDb, file: FileRow) -> Iterator[Conflict]:
    for found in file.findings:
        if found.code in _OF_LINES and not file.kept:
            yield Conflict(found.code, _other_lines(db, file, found), _side(file, str(found.seq)))
        elif found.code in _OF_PEOPLE:
            yield _of_person(db, file, found)
        elif found.code in _OF_NUMBERS:
            yield _of_number(db, file, found)


def _other_lines(db: RegisterDb, file: FileRow, found: Found) -> Side | None:
    """The kept bundle with the line that this one tells otherwise; the last one where no line is named."""
    kept = kept_files(db, file.serial)
    at = found.seq or file.first
    held = next((one for one in kept if one.first <= at <= one.last), kept[-1] if kept else None)
    return _side(held, str(at)) if held else None


def _of_person(db: RegisterDb, file: FileRow, found: Found) -> Conflict:
    """The person's other sitting: of the same number of try where there is one, else the one before."""
    here = sitting_of(db, found.sitting)
    if here is None:
        return Conflict(found.code, None, _side(file, found.sitting))
    others = [one for one in sittings_of(db, here.staff_id) if one.sitting != here.sitting]
    same = [one for one in others if (one.attempt, one.session) == (here.attempt, here.session)]
    other = next(iter(same or others), None)
    side = Side(other.sha256[:12], other.serial, other.branch, other.sitting) if other else None
    return Conflict(found.code, side, _side(file, found.sitting), here.staff_id)


def _of_number(db: RegisterDb, file: FileRow, found: Found) -> Conflict:
    """The certificate that has this number in the register, beside what claims it too."""
    number = str(found.facts.get("number", ""))
    known = certificate_of(db, number)
    held = sitting_of(db, known.sitting) if known else None
    here = found.sitting if file.serial else number
    kept = Side(held.sha256[:12] if held else "", held.serial if held else "", known.branch, number) if known else None
    return Conflict(found.code, kept, _side(file, here), known.staff_id if known else "")


def _side(file: FileRow, about: str) -> Side:
    return Side(file.name, file.serial, file.branch, about)
