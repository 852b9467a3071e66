"""Everything a proctor may do."""

from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.desk.lists import session_infos, sitting_lines
from exams.desk.offers import SessionInfo, SittingLine

if TYPE_CHECKING:
    from sqlite_utils import Database


class ProctorDesk:
    """Sees the sessions of this PC and what was sat in them."""

    def __init__(self, db: "Database", person: Person) -> None:
        self._db = db
        self.person = person

    def sessions(self) -> tuple[SessionInfo, ...]:
        """Newest first."""
        return session_infos(self._db)

    def sittings(self, session: str | None = None) -> tuple[SittingLine, ...]:
        """Finals of one session or of all, newest first."""
        return tuple(line for line in sitting_lines(self._db, session) if line.kind == "final")
