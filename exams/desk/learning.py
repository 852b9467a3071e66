"""One person's learning around the text: marks, mistakes, readiness, what changed."""

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from exams.accounts.person import Person
from exams.desk.edition_book import Changed, EditionBook
from exams.desk.mark_book import MarkBook
from exams.desk.notebook import Mistake, Notebook
from exams.desk.offers import Question, Reviewed
from exams.desk.sitting_book import SittingBook
from exams.desk.study_book import StudyBook
from exams.grading.marks import MarkState
from exams.sittings.sitting import Sitting
from exams.store.call_rows import calls_of
from exams.store.content_rows import ContentStore
from exams.store.journal_rows import JournalStore
from exams.training.readiness import Gauge

if TYPE_CHECKING:
    from sqlite_utils import Database


class Learning:
    """Of the person who signed in, nobody else's. `marks` are bookmarks, notes and highlights."""

    def __init__(
        self, db: "Database", person: Person, journal: JournalStore, book: SittingBook, study: StudyBook
    ) -> None:
        content: ContentStore = study.content
        self._db = db
        self._person = person
        self._journal = journal
        self._book = book
        self._study = study
        self._notebook = Notebook(db, person, content, study)
        self._editions = EditionBook(db, person, content, journal)
        self.marks = MarkBook(db, person, content, journal.now)

    def note_reading(self, section_id: str, place: int, seconds: int, finished: bool) -> None:
        """Keep place and time, and at the end of a section which wording it was."""
        self._study.note(section_id, place, seconds, finished, self._wt())
        if finished:
            self._editions.note_read(section_id)

    def check(self, item_id: str, value: object) -> Reviewed:
        """Mark a self-check; a miss goes into the notebook."""
        seen = self._study.check(item_id, value, self._wt())
        self._notebook.note_check(item_id, seen.mark.state is MarkState.RIGHT, self._wt())
        return seen

    def taken(self, sitting: Sitting) -> Sitting:
        """The sitting, its misses in the notebook where it is graded: right away, while its objectives can be read.

        A disk that gives way here costs nobody a result: the notebook takes in what it lacks when it is opened.
        """
        with suppress(sqlite3.OperationalError):
            self._notebook.take_sitting(sitting)
        return sitting

    def mistakes(self) -> tuple[Mistake, ...]:
        """Everything missed so far, due first; what is known by now is marked as retired."""
        self._take_in()
        return self._notebook.mistakes()

    def due(self) -> tuple[Mistake, ...]:
        """What is to be asked again today."""
        self._take_in()
        return self._notebook.due(self._wt())

    def question(self, what: str) -> Question:
        """The question that asks for a mistake; raises `NotInContent`."""
        return self._notebook.question(what)

    def answer(self, what: str, value: object) -> Reviewed:
        """Mark the answer to a mistake's question, explain it, and set when it comes again."""
        return self._notebook.answer(what, value, self._wt())

    def readiness(self) -> Gauge:
        """How likely the final is passed now, with what that rests on."""
        self._take_in()
        return self._notebook.readiness(self._wt())

    def changed(self) -> tuple[Changed, ...]:
        """The sections that read differently since the person read them."""
        return self._editions.changed()

    def sign(self, section_id: str) -> None:
        """Write down that the person has read the difference; raises `NothingToSign`."""
        self._editions.sign(section_id)

    def now_wt(self) -> int:
        """The wall clock of the journal, ms UTC."""
        return self._wt()

    def _take_in(self) -> None:
        for sitting in self._notebook.untaken(self._book.rows(self._person.staff_id)):
            self._notebook.take_sitting(self._book.load(sitting))
        self._notebook.take_calls(calls_of(self._db, self._person.staff_id))

    def _wt(self) -> int:
        return self._journal.now().wt
