"""A person's bookmarks, notes and highlights."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from exams.training.anchoring import Anchor

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = "id, section, lang, kind, note, made_wt, digest, block, quote, before, after, whole, changed_wt, gone"


class MarkKind(StrEnum):
    """What a reader leaves in a text."""

    BOOKMARK = "bookmark"
    NOTE = "note"
    HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One mark; it was made in this language. Of one that was taken away only this is left: that it is `gone`."""

    id: str
    section: str
    lang: str
    kind: MarkKind
    note: str
    made_wt: int
    anchor: Anchor
    changed_wt: int
    gone: bool = False


def save_mark(db: "Database", staff_id: str, row: MarkRow) -> None:
    """Write a new mark, or the same one changed."""
    held = row.anchor
    values = (row.id, row.section, row.lang, row.kind.value, row.note, row.made_wt)
    values_of_anchor = (held.digest, held.block, held.quote, held.before, held.after, int(held.whole))
    places = ", ".join("?" * 15)
    db.execute(
        f"INSERT OR REPLACE INTO marks (staff_id, {_COLUMNS}) VALUES ({places})",  # noqa: S608  # columns of ours
        (staff_id, *values, *values_of_anchor, row.changed_wt, int(row.gone)),
    )


def marks_of(db: "Database", staff_id: str) -> tuple[MarkRow, ...]:
    """All marks of a person, the oldest first."""
    return tuple(row for row in every_mark_of(db, staff_id) if not row.gone)


def every_mark_of(db: "Database", staff_id: str) -> tuple[MarkRow, ...]:
    """Those that were taken away too, which another PC has yet to hear of."""
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
            int(changed),
            bool(gone),
        )
        for mark, section, lang, kind, note, wt, digest, block, quote, before, after, whole, changed, gone in (
            db.execute(query, (staff_id,))
        )
    )
