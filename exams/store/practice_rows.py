"""What a person answered while practising, and the mistakes that are asked again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exams.training.recall import Recall

if TYPE_CHECKING:
    from sqlite_utils import Database

_MISTAKE = "what, chapter, section, objective, source, since_wt, due_wt, last_wt, stability, difficulty, run, lapses"


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """One answer. `source` is a sitting, or `check`, `review`; of an exam only section and objective are kept."""

    source: str
    item: str
    chapter: int
    section: str
    objective: str
    right: bool
    wt: int


@dataclass(frozen=True, slots=True)
class MistakeRow:
    """Something missed. `what` is a practice item, or `objective:…` or `section:…` of an exam; `source` as above."""

    what: str
    chapter: int
    section: str
    objective: str
    source: str
    since_wt: int
    recall: Recall


def note_practice(db: "Database", staff_id: str, rows: Iterable[PracticeRow]) -> None:
    """Keep answers."""
    for row in rows:
        db.execute(
            'INSERT INTO practice (staff_id, source, item, chapter, section, objective, "right", wt)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (staff_id, row.source, row.item, row.chapter, row.section, row.objective, int(row.right), row.wt),
        )


def practice_of(db: "Database", staff_id: str) -> tuple[PracticeRow, ...]:
    """All answers, in the order in which they were given."""
    query = (
        'SELECT source, item, chapter, section, objective, "right", wt FROM practice WHERE staff_id = ? ORDER BY wt, id'
    )
    return tuple(
        PracticeRow(str(source), str(item), int(chapter), str(section), str(objective), bool(right), int(wt))
        for source, item, chapter, section, objective, right, wt in db.execute(query, (staff_id,))
    )


def practised_sources(db: "Database", staff_id: str) -> frozenset[str]:
    """The sittings whose answers are kept already."""
    rows = db.execute("SELECT DISTINCT source FROM practice WHERE staff_id = ?", (staff_id,))
    return frozenset(str(source) for (source,) in rows)


def save_mistake(db: "Database", staff_id: str, row: MistakeRow) -> None:
    """Write a mistake as it stands now."""
    held = row.recall
    values = (row.what, row.chapter, row.section, row.objective, row.source, row.since_wt)
    values_of_recall = (held.due_wt, held.last_wt, held.stability, held.difficulty, held.run, held.lapses)
    marks = ", ".join("?" * 13)
    db.execute(
        f"INSERT OR REPLACE INTO mistakes (staff_id, {_MISTAKE}) VALUES ({marks})",  # noqa: S608  # columns of ours
        (staff_id, *values, *values_of_recall),
    )


def mistakes_of(db: "Database", staff_id: str) -> tuple[MistakeRow, ...]:
    """All of a person, those that are due first come first."""
    query = f"SELECT {_MISTAKE} FROM mistakes WHERE staff_id = ? ORDER BY due_wt, what"  # noqa: S608  # columns of ours
    return tuple(
        MistakeRow(
            str(what),
            int(chapter),
            str(section),
            str(objective),
            str(source),
            int(since),
            Recall(int(due), int(last), float(stability), float(difficulty), int(run), int(lapses)),
        )
        for what, chapter, section, objective, source, since, due, last, stability, difficulty, run, lapses in (
            db.execute(query, (staff_id,))
        )
    )
