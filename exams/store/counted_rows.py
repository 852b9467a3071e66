"""What counts of a sitting, read in this one place: what people decided last, on top of the re-grading that was
released, on top of what was collected. A decision by hand already rests on the re-grading; see `desk.hr_counting`.

A result that no branch has told its person is held: it is none until HR releases the results of the session.
"""

from exams.store.register_dialect import RegisterDb
from exams.store.register_merge_rows import IDS, kept_id

COUNTED = (
    "sittings LEFT JOIN reviewed ON reviewed.sitting = sittings.sitting"
    " LEFT JOIN regraded ON regraded.sitting = sittings.sitting"
    " LEFT JOIN results_released ON results_released.released = sittings.session"
)
"""For `FROM`; with it `PERCENT` and `PASSED` tell what counts."""
HELD = (
    "sittings.accepted = 1 AND sittings.state = 'submitted' AND sittings.result <> ''"
    " AND results_released.released IS NULL"
)
"""Handed in and graded by HR alone: the exam is graded at headquarters only, or its grading code never came."""
_STANDS = "sittings.accepted = 1 AND sittings.state <> 'void'"
"""What was made void since, or waits for a person, counts as it was judged last."""
PERCENT = (
    f"CASE WHEN {HELD} THEN -1"
    f" WHEN {_STANDS} THEN coalesce(reviewed.percent, regraded.percent, sittings.percent) ELSE sittings.percent END"
)
PASSED = (
    f"CASE WHEN {HELD} THEN 0"
    f" WHEN {_STANDS} THEN coalesce(reviewed.passed, regraded.passed, sittings.passed) ELSE sittings.passed END"
)

Counted = tuple[int, bool]
"""Percent, -1 where there is no result, and whether it is passed."""
NOTHING: Counted = (-1, False)


def counted(db: RegisterDb, sitting: str) -> Counted:
    """What counts of one sitting; (-1, False) for one that was never collected."""
    row = db.row(f"SELECT {PERCENT}, {PASSED} FROM {COUNTED} WHERE sittings.sitting = ?", (sitting,))  # noqa: S608
    return (int(row[0]), bool(row[1])) if row else NOTHING


def counted_otherwise(db: RegisterDb, staff_id: str) -> dict[str, Counted]:
    """By sitting of a person, under whichever staff id, where that is no longer what was collected."""
    query = (
        f"SELECT sittings.sitting, {PERCENT}, {PASSED} FROM {COUNTED} WHERE sittings.staff_id IN {IDS}"  # noqa: S608
        f" AND (reviewed.sitting IS NOT NULL OR regraded.sitting IS NOT NULL OR ({HELD}))"
    )
    rows = db.rows(query, (kept_id(db, staff_id),) * 2)
    return {str(sitting): (int(percent), bool(passed)) for sitting, percent, passed in rows}
