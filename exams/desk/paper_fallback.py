"""When a PC cannot be used: a person's own paper of this session, to be printed with its answer sheet, and logged."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exams.desk.check_in import CheckIn
from exams.desk.errors import NotOnRoster
from exams.desk.exam_door import ExamDoor
from exams.desk.offers import Question
from exams.desk.overrides import check_reason
from exams.desk.questions import question_of
from exams.desk.retake_book import counted_rows
from exams.desk.sessions import official_wt, require_session
from exams.desk.sitting_book import SittingBook, today
from exams.journal.line import Event
from exams.papers.codec import canonical, paper_to_json
from exams.papers.draw import Candidate, draw_from
from exams.sittings.sitting import Kind
from exams.store.content_rows import ContentStore
from exams.store.elsewhere_rows import all_rows_of
from exams.store.journal_rows import JournalStore

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One person's paper in both languages; `digest` is the SHA-256 of the paper, as the journal has it."""

    session: str
    staff_id: str
    name: str
    seat: str
    titles: Mapping[str, str]
    minutes: int
    attempt: int
    questions: tuple[Question, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Where papers come from: the content, and the door that holds its exam."""

    content: ContentStore
    door: ExamDoor


class PaperFallback:
    """Draws the very paper that the person would get on the screen; only while the session is open and unlocked."""

    def __init__(
        self, db: "Database", journal: JournalStore, book: SittingBook, sources: Sources, check_in: CheckIn
    ) -> None:
        self._db = db
        self._journal = journal
        self._book = book
        self._sources = sources
        self._check_in = check_in

    def print_for(self, session: str, staff_id: str, reason: str, by: str) -> PrintedPaper:
        """The paper, once the journal says for whom and why it was printed.

        Raises `NoSession`, `NoReason`, `NotOnRoster` for who is not checked in, `ExamSealed`, `OutsideWindow`.
        """
        row, why = require_session(self._db, session), check_reason(reason)
        line = next((one for one in self._check_in.roster(session) if one.staff_id == staff_id), None)
        if line is None or line.checked_wt is None:
            raise NotOnRoster(staff_id=staff_id[:32])
        content, door = self._sources.content, self._sources.door
        if not row.is_rehearsal:
            door.require_window(session, official_wt(self._journal))
        kind = Kind.REHEARSAL if row.is_rehearsal else Kind.FINAL
        plan = content.blueprint(row.blueprint)
        before = [one for one in all_rows_of(self._db, staff_id) if one.kind == kind]
        attempt = len(counted_rows(before, plan.name)) + 1
        pool = door.pools.of(plan, today(self._journal.now()).date())
        seen = self._book.seen_items(staff_id, kind)
        paper = draw_from(pool, Candidate(session, staff_id, session, attempt), seen)
        questions = tuple(
            question_of(content.item(place.item, place.version), place, plan.points) for place in paper.items
        )
        digest = hashlib.sha256(canonical(paper_to_json(paper))).hexdigest()
        facts = {"session": session, "staff": staff_id, "attempt": attempt, "paper": digest, "reason": why, "by": by}
        self._journal.append(Event.PAPER_PRINTED, facts)
        titles, name = plan.titles or {}, line.note or line.name
        return PrintedPaper(session, staff_id, name, line.seat, titles, plan.minutes, attempt, questions, digest)
