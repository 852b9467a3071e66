"""Who is expected in a session by this branch's own word, where people sit, which name is to be corrected.

Names stand here and not in the journal: it says who was checked in by staff id alone (security design, 4.2).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = "session, staff_id, name, seat, local, note"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """`local`: the branch has added the person; `note` is how the name should read, empty where it is right."""

    session: str
    staff_id: str
    name: str
    seat: str
    local: bool = False
    note: str = ""


def save_roster_row(db: "Database", row: RosterRow) -> None:
    """One line, in the place of what stood there for this person."""
    db.execute(
        f"INSERT OR REPLACE INTO roster ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
        (row.session, row.staff_id, row.name, row.seat, int(row.local), row.note),
    )


def roster_rows(db: "Database", session: str) -> dict[str, RosterRow]:
    """The lines of a session by staff id."""
    query = f"SELECT {_COLUMNS} FROM roster WHERE session = ? ORDER BY staff_id"  # noqa: S608
    return {
        str(staff_id): RosterRow(str(of), str(staff_id), str(name), str(seat), bool(local), str(note))
        for of, staff_id, name, seat, local, note in db.execute(query, (session,))
    }
