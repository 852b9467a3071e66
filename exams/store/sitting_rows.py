"""The cache of sittings that lists are drawn from; the journal can rebuild every row."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exams.sittings.sitting import Sitting

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = (
    "id, kind, blueprint, staff_id, session, attempt, state, first_seq, last_seq, started_wt, ended_wt,"
    " items, answered, score, max_score, passed, certificate"
)
_READ = _COLUMNS.replace(
    "certificate",
    "coalesce((SELECT number FROM corrected_certificates AS c WHERE c.sitting = sittings.id), certificate)",
)
"""With the number that HR issued since, where it did: that is the one that counts."""


@dataclass(frozen=True, slots=True)
class SittingRow:
    """One cached sitting; score, max_score and passed stay None until graded."""

    id: str
    kind: str
    blueprint: str
    staff_id: str
    session: str
    attempt: int
    state: str
    first_seq: int
    last_seq: int
    started_wt: int
    ended_wt: int | None
    items: int
    answered: int
    score: int | None
    max_score: int | None
    passed: int | None
    certificate: str | None

    @property
    def percent(self) -> int | None:
        """The score in whole percent, floored."""
        return self.score * 100 // self.max_score if self.score is not None and self.max_score else None


def row_of(sitting: Sitting, first_seq: int, last_seq: int) -> SittingRow:
    """What the cache keeps of a sitting."""
    result = sitting.result
    return SittingRow(
        id=sitting.id,
        kind=sitting.kind.value,
        blueprint=sitting.paper.blueprint,
        staff_id=sitting.staff_id,
        session=sitting.session,
        attempt=sitting.attempt,
        state=sitting.state.value,
        first_seq=first_seq,
        last_seq=last_seq,
        started_wt=sitting.started_wt,
        ended_wt=sitting.ended_wt,
        items=len(sitting.paper.items),
        answered=sitting.answered,
        score=result.score if result else None,
        max_score=result.max_score if result else None,
        passed=int(result.passed) if result else None,
        certificate=sitting.certificate,
    )


def save_row(db: "Database", row: SittingRow) -> None:
    """Insert or replace one cached sitting."""
    values = [getattr(row, name) for name in SittingRow.__slots__]
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT OR REPLACE INTO sittings ({_COLUMNS}) VALUES ({marks})", values)  # noqa: S608


def clear_rows(db: "Database") -> None:
    """Empty the cache before it is rebuilt."""
    db.execute("DELETE FROM sittings")


def find_row(db: "Database", sitting_id: str) -> SittingRow | None:
    """The cached sitting with this id."""
    row = db.execute(f"SELECT {_READ} FROM sittings WHERE id = ?", (sitting_id,)).fetchone()  # noqa: S608
    return None if row is None else SittingRow(*row)


def rows_of(db: "Database", staff_id: str | None = None) -> tuple[SittingRow, ...]:
    """All cached sittings, or one person's, in the order they began."""
    query = f"SELECT {_READ} FROM sittings WHERE ? IS NULL OR staff_id = ? ORDER BY first_seq"  # noqa: S608
    return tuple(SittingRow(*row) for row in db.execute(query, (staff_id, staff_id)))
