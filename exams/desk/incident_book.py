"""Incidents of a session: what happened, in which of four groups, to whom; written down at once, never changed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from exams.desk.admittance import told
from exams.desk.errors import ForeignSitting
from exams.desk.overrides import check_reason
from exams.desk.sessions import require_session
from exams.desk.sitting_book import SittingBook
from exams.journal.line import Event
from exams.store.journal_rows import JournalStore

if TYPE_CHECKING:
    from sqlite_utils import Database


class IncidentGroup(StrEnum):
    """Whom or what it concerns."""

    PERSON = "person"
    PC = "pc"
    ROOM = "room"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Incident:
    """One line of the log; `sitting` empty where it is nobody's in particular."""

    wt: int
    group: str
    text: str
    by: str
    sitting: str = ""


class IncidentBook:
    """One proctor's log of what happened in sessions."""

    def __init__(self, db: "Database", journal: JournalStore, book: SittingBook, by: str) -> None:
        self._db = db
        self._journal = journal
        self._book = book
        self._by = by

    def note(self, session: str, group: IncidentGroup, text: str, sitting_id: str = "") -> None:
        """Write one down, with the moment; raises `NoSession`, `NoReason`, `ForeignSitting` for another session's."""
        require_session(self._db, session)
        group = IncidentGroup(group)
        facts = {"session": session, "group": group.value, "text": check_reason(text), "by": self._by}
        if not sitting_id:
            self._journal.append(Event.INCIDENT, facts)
            return
        sitting = self._book.load(sitting_id)
        if sitting.session != session:
            raise ForeignSitting(sitting=sitting_id)
        self._book.note(sitting, Event.INCIDENT, facts)

    def of(self, session: str) -> tuple[Incident, ...]:
        """A session's incidents in the order they were written down."""
        found = ((record, told(record)) for record in self._journal.of_type(Event.INCIDENT))
        return tuple(
            Incident(record.line.wt, str(facts["group"]), str(facts["text"]), str(facts["by"]), record.line.att)
            for record, facts in found
            if facts.get("session") == session
        )
