"""Everything a proctor may do."""

from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.desk.lists import finals, session_infos
from exams.desk.offers import SessionInfo, SittingLine
from exams.desk.sitting_book import SittingBook

if TYPE_CHECKING:
    from sqlite_utils import Database


class ProctorDesk:
    """Sees the sessions of this PC and what was sat in them."""

    def __init__(self, db: "Database", person: Person, book: SittingBook) -> None:
        self._db = db
        self._book = book
        self.person = person

    def sessions(self) -> tuple[SessionInfo, ...]:
        """Newest first."""
        return session_infos(self._db)

    def sittings(self, session: str | None = None) -> tuple[SittingLine, ...]:
        """Finals of one session or of all, newest first."""
        return finals(self._db, self._book, session)
