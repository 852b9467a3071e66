"""A person's way to the next try: finals counted, weak chapters studied since, the coach's talks. Read and written."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from exams.accounts.errors import BadStaffId
from exams.accounts.person import Person, Role
from exams.desk.errors import NothingToUnlock
from exams.desk.sitting_book import SittingBook
from exams.journal.line import Event
from exams.papers.blueprint import Blueprint
from exams.papers.retakes import Amends, Tried, counting
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import facts_of
from exams.sittings.sitting import Kind, State
from exams.sittings.tries import Admission, admission
from exams.store.elsewhere_rows import all_rows_of, percents_elsewhere
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import all_people, branch_facts, find_person
from exams.store.sitting_rows import SittingRow

if TYPE_CHECKING:
    from sqlite_utils import Database


class RetakeBook:
    """Applies the retake rule to what the journal tells; the journal is read for it only once the tries are used."""

    def __init__(self, db: "Database", journal: JournalStore, book: SittingBook) -> None:
        self._db = db
        self._journal = journal
        self._book = book

    def admission(self, staff_id: str, blueprint: Blueprint, rows: Sequence[SittingRow]) -> Admission:
        """Where a person stands; `rows` are all sittings of the person. Without waits only a pass counts."""
        waits = branch_facts(self._db).get("waits", "on") == "on"
        rule = blueprint.retakes if waits else replace(blueprint.retakes, tries=0, hours_between=0)
        counted = sorted(counted_rows(rows, blueprint.name), key=lambda row: row.started_wt)
        now = self._journal.now().wt
        tries = counting([Tried(row.started_wt, bool(row.passed)) for row in counted], rule, now)
        if not 0 < rule.tries <= len(tries) or any(one.passed for one in tries):
            return admission(tries, rule, now)
        tries[-1] = replace(tries[-1], chapters=self._percents(counted[-1].id))
        return admission(tries, rule, now, Amends(self._talks(staff_id), self._studied(rows, tries[-1], now)))

    def weak_since(self, blueprint: Blueprint, rows: Sequence[SittingRow]) -> tuple[int, ...]:
        """After a failed try, the chapters under the rule's percent whose quiz was not passed again since."""
        counted = sorted(counted_rows(rows, blueprint.name), key=lambda row: row.started_wt)
        graded = [row for row in counted if row.passed is not None]
        if not graded or graded[-1].passed:
            return ()
        last = Tried(graded[-1].started_wt, chapters=self._percents(graded[-1].id))
        studied = self._studied(rows, last, self._journal.now().wt)
        weak = (name for name, percent in sorted(last.chapters.items()) if percent < blueprint.retakes.weak_percent)
        return tuple(chapter for chapter in weak if studied.get(chapter, 0) <= last.began_wt)

    def locked(self) -> tuple[Person, ...]:
        """Everybody whose next try waits for the coach's talk."""
        return tuple(one for one in all_people(self._db) if one.role is Role.TRAINEE and self._needs_talk(one))

    def unlock(self, staff_id: str, by: str, reason: str) -> None:
        """Journal that the coach has talked with a person; raises `BadStaffId`, `NothingToUnlock`."""
        person = find_person(self._db, staff_id)
        if person is None:
            raise BadStaffId(staff_id=staff_id[:32])
        if not self._needs_talk(person):
            raise NothingToUnlock(staff_id=staff_id)
        self._journal.append(Event.UNLOCK, {"staff": staff_id, "by": by, "reason": reason})

    def _needs_talk(self, person: Person) -> bool:
        rows = all_rows_of(self._db, person.staff_id)
        return self.admission(person.staff_id, self._book.blueprint(Kind.FINAL.value), rows).talk_needed

    def _percents(self, sitting_id: str) -> dict[int, int]:
        """Percent by chapter, floored; empty while a sitting is not graded."""
        there = percents_elsewhere(self._db, sitting_id)
        if there is not None:
            return there
        result = self._book.load(sitting_id).result
        pairs = result.by_chapter.items() if result else ()
        return {chapter: score * 100 // most for chapter, (score, most) in pairs if most}

    def _talks(self, staff_id: str) -> list[int]:
        talks = []
        for record in self._journal.of_type(Event.UNLOCK):
            try:
                facts = facts_of(record)
            except SittingUnreadable:
                continue
            if facts.get("staff") == staff_id:
                talks.append(record.line.wt)
        return talks

    def _studied(self, rows: Sequence[SittingRow], last: Tried, now: int) -> dict[int, int]:
        """When a chapter's quiz was passed last: proof of study that the journal holds. No quiz, nothing to prove."""
        studied = {}
        for chapter in last.chapters:
            name = f"{Kind.QUIZ.value}-{chapter}"
            passed = [row.ended_wt for row in counted_rows(rows, name) if row.passed and row.ended_wt is not None]
            if not self._book.has_blueprint(name):
                studied[chapter] = now
            elif passed:
                studied[chapter] = max(passed)
        return studied


def counted_rows(rows: Sequence[SittingRow], blueprint: str) -> tuple[SittingRow, ...]:
    """The sittings of one exam that use up a try: all but the void ones."""
    return tuple(row for row in rows if row.blueprint == blueprint and row.state != State.VOID.value)
