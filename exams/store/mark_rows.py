"""A person's bookmarks, notes and highlights."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from exams.training.anchoring import Anchor

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = "id, section, lang, kind, note, made_wt, digest, block, quote, before, after, whole"


class MarkKind(StrEnum):
    """What a reader leaves in a text."""

    BOOKMARK = "bookmark"
    NOTE = "note"
    HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One mark; it was made in this language."""

    id: str
    section: str
    lang: str
    kind: MarkKind
    note: str
    made_wt: int
    anchor: Anchor


def save_mark(db: "Database", staff_id: str, row: MarkRow) -> None:
    """Write a new mark, or the same one changed."""
    held = row.anchor
    values = (row.id, row.section, row.lang, row.kind.value, row.note, row.made_wt)
    values_of_anchor = (held.digest, held.block, held.quote, held.before, held.after, int(held.whole))
    db.execute(
        f"INSERT OR REPLACE INTO marks (staff_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        (staff_id, *values, *values_of_anchor),
    )


def drop_mark(db: "Database", staff_id: str, mark_id: str) -> None:
    """Take a mark away; one that is not there, or another's, stays as it is."""
    db.execute("DELETE FROM marks WHERE id = ? AND staff_id = ?", (mark_id, staff_id))


def marks_of(db: "Database", staff_id: str) -> tuple[MarkRow, ...]:
    """All marks of a person, the oldest first."""
    query = f"SELECT {_COLUMNS} FROM marks WHERE staff_id = ? ORDER BY made_wt, rowid"  # noqa: S608  # columns of ours
    return tuple(
        MarkRow(
            str(mark),
            str(section),
            str(lang),
            MarkKind(kind),
            str(note),
            int(wt),
            Anchor(str(digest), int(block), str(quote), str(before), str(after), bool(whole)),
        )
        for mark, section, lang, kind, note, wt, digest, block, quote, before, after, whole in db.execute(
            query, (staff_id,)
        )
    )
