"""A person's reading and self-checks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exams.training.study import SectionState

if TYPE_CHECKING:
    from sqlite_utils import Database

_READINGS = """
    SELECT section, min(state), coalesce(max(CASE WHEN own THEN place END), max(place)), sum(seconds) FROM (
        SELECT section, state, place, seconds, 1 AS own FROM reading WHERE staff_id = ?
        UNION ALL SELECT section, state, place, seconds, 0 FROM reading_elsewhere WHERE staff_id = ?
    ) GROUP BY section"""
"""`read` comes before `started` in the alphabet, and a section read anywhere is read."""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """How far one section is read; `place` is where to go back to, in thousandths of blocks."""

    section: str
    state: SectionState
    place: int
    seconds: int


def note_reading(db: "Database", staff_id: str, row: ReadingRow, now_wt: int) -> None:
    """Add seconds and move the place on; a section once read stays read."""
    finished = now_wt if row.state is SectionState.READ else None
    db.execute(
        "INSERT INTO reading (staff_id, section, state, place, seconds, read_wt) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (staff_id, section) DO UPDATE SET"
        " state = CASE WHEN reading.state = 'read' THEN 'read' ELSE excluded.state END,"
        " place = excluded.place, seconds = reading.seconds + excluded.seconds,"
        " read_wt = coalesce(reading.read_wt, excluded.read_wt)",
        (staff_id, row.section, row.state.value, row.place, row.seconds, finished),
    )


def readings(db: "Database", staff_id: str) -> dict[str, ReadingRow]:
    """All sections a person has opened, the time on other PCs added; the place is this PC's where it has one."""
    rows = db.execute(_READINGS, (staff_id, staff_id))
    return {str(s): ReadingRow(str(s), SectionState(state), int(p), int(n)) for s, state, p, n in rows}


def note_check(db: "Database", staff_id: str, check: tuple[str, str, str, bool], now_wt: int) -> None:
    """Keep the latest answer to a self-check: (item, section, response as JSON, right)."""
    item, section, response, right = check
    db.execute(
        "INSERT OR REPLACE INTO self_checks (staff_id, item, section, response, right, wt) VALUES (?, ?, ?, ?, ?, ?)",
        (staff_id, item, section, response, int(right), now_wt),
    )


def checks_right(db: "Database", staff_id: str) -> dict[str, int]:
    """Per section, how many self-checks the person has right."""
    query = "SELECT section, sum(right) FROM self_checks WHERE staff_id = ? GROUP BY section"
    return {str(section): int(count) for section, count in db.execute(query, (staff_id,))}
