"""Everything HR may do at a branch."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from exams.accounts.errors import BadStaffId, KnownPerson, NameWithoutGlyph
from exams.accounts.names import check_name, check_staff_id
from exams.accounts.person import Person
from exams.accounts.pins import PinCost, check_pin, hash_pin
from exams.desk.lists import finals
from exams.desk.offers import SittingLine
from exams.desk.overrides import check_reason
from exams.desk.retake_book import RetakeBook
from exams.desk.sitting_book import SittingBook
from exams.journal.line import Event
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import all_people, change_pin, find_person, save_person

if TYPE_CHECKING:
    from sqlite_utils import Database


class HrDesk:
    """Enters people, resets PINs, sees what was sat and issued."""

    def __init__(
        self,
        db: "Database",
        person: Person,
        book: SittingBook,
        journal: JournalStore,
        pin_cost: PinCost,
        missing_glyph: Callable[[str], str | None],
    ) -> None:
        self._db = db
        self._book = book
        self._journal = journal
        self._pin_cost = pin_cost
        self._missing_glyph = missing_glyph
        self._retakes = RetakeBook(db, journal, book)
        self.person = person

    def people(self) -> tuple[Person, ...]:
        """Everybody, by staff id."""
        return all_people(self._db)

    def sittings(self) -> tuple[SittingLine, ...]:
        """Every final, newest first; what ran out meanwhile is handed in and graded first."""
        self._book.close_overdue()
        return finals(self._db, self._book)

    def enter_person(self, person: Person, pin: str) -> Person:
        """Add a person; raises the classes of `accounts.errors`, and nothing is kept of a refused one."""
        check_staff_id(person.staff_id)
        check_name(person.name)
        for text in filter(None, (person.latin, person.team)):
            check_name(text)
        missing = self._missing_glyph(person.name + person.latin)
        if missing is not None:
            raise NameWithoutGlyph(char=missing, codepoint=f"U+{ord(missing):04X}")
        check_pin(pin, person.staff_id)
        if find_person(self._db, person.staff_id) is not None:
            raise KnownPerson(staff_id=person.staff_id)
        encoded = hash_pin(pin, self._pin_cost)
        with self._journal.together():
            save_person(self._db, person, encoded)
            self._note_pin(person.staff_id)
        return person

    def reset_pin(self, staff_id: str, pin: str) -> None:
        """Give a person a new PIN, which also opens a locked sign-in; raises `WeakPin` or `BadStaffId`."""
        if find_person(self._db, staff_id) is None:
            raise BadStaffId(staff_id=staff_id[:32])
        check_pin(pin, staff_id)
        encoded = hash_pin(pin, self._pin_cost)
        with self._journal.together():
            change_pin(self._db, staff_id, encoded)
            self._note_pin(staff_id)

    def locked(self) -> tuple[Person, ...]:
        """Everybody whose next try of the final waits for the coach's talk."""
        return self._retakes.locked()

    def unlock(self, staff_id: str, reason: str) -> None:
        """The coach has talked with a person whose tries are used up; raises `NothingToUnlock`, `BadStaffId`."""
        self._retakes.unlock(staff_id, self.person.staff_id, check_reason(reason))

    def _note_pin(self, staff_id: str) -> None:
        self._journal.append(Event.PIN_SET, {"staff": staff_id, "by": self.person.staff_id})
