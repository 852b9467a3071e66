"""Everything HR may do at a branch."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exams.accounts.errors import BadStaffId, KnownPerson, NameWithoutGlyph
from exams.accounts.lockout import Standing
from exams.accounts.names import check_name, check_staff_id
from exams.accounts.passphrases import check_passphrase
from exams.accounts.person import Person, Role
from exams.accounts.pins import PinCost, check_pin, hash_pin
from exams.desk.lists import finals
from exams.desk.offers import SittingLine
from exams.desk.overrides import check_reason
from exams.desk.retake_book import RetakeBook
from exams.desk.signing_in import Door
from exams.desk.sitting_book import SittingBook
from exams.desk.staff_book import Appointed, StaffBook
from exams.journal.line import Event
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import all_people, change_pin, save_person

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Counter:
    """Where people are entered: who has which role, who stands before a locked door, what a new PIN costs.

    `missing_glyph` gives the first character of a name that no font draws.
    """

    staff: StaffBook
    door: Door
    pin_cost: PinCost
    missing_glyph: Callable[[str], str | None]


class HrDesk:
    """Enters people, resets PINs, sees what was sat and issued."""

    def __init__(
        self, db: "Database", person: Person, book: SittingBook, journal: JournalStore, counter: Counter
    ) -> None:
        self._db = db
        self._book = book
        self._journal = journal
        self._counter = counter
        self._staff = counter.staff
        self._retakes = RetakeBook(db, journal, book)
        self.person = person

    def people(self) -> tuple[Person, ...]:
        """Everybody, by staff id."""
        return self._staff.everybody(all_people(self._db))

    def standings(self) -> dict[str, Standing]:
        """Who was refused at the door since they last came in, by staff id."""
        return self._counter.door.standings()

    def sittings(self) -> tuple[SittingLine, ...]:
        """Every final, newest first; what ran out meanwhile is handed in and graded first."""
        self._book.close_overdue()
        return finals(self._db, self._book)

    def enter_person(self, person: Person, secret: str) -> Person:
        """Add a person with a PIN, a proctor or HR with a passphrase; nothing is kept of a refused one.

        Raises the classes of `accounts.errors`. Where headquarters grants roles, `role_request` is what to send it.
        """
        self._check(person)
        _check_secret(secret, person)
        if any(one.staff_id == person.staff_id for one in self.people()):
            raise KnownPerson(staff_id=person.staff_id)
        if person.role is Role.TRAINEE:
            encoded, appointed = hash_pin(secret, self._counter.pin_cost, person.staff_id), None
        else:
            encoded, appointed = "", self._staff.appoint(person, secret)
        with self._journal.together():
            save_person(self._db, person, encoded)
            self._note_secret(person.staff_id, appointed)
        return person

    def reset_pin(self, staff_id: str, secret: str) -> None:
        """Give a person a new PIN or passphrase, which also opens a locked sign-in.

        Raises `WeakPin`, `WeakPassphrase` or `BadStaffId`. Where headquarters grants roles, a new passphrase counts
        only once it has answered.
        """
        person = next((one for one in self.people() if one.staff_id == staff_id), None)
        if person is None:
            raise BadStaffId(staff_id=staff_id[:32])
        _check_secret(secret, person)
        if person.role is not Role.TRAINEE:
            self._note_secret(staff_id, self._staff.appoint(person, secret))
            return
        encoded = hash_pin(secret, self._counter.pin_cost, staff_id)
        with self._journal.together():
            change_pin(self._db, staff_id, encoded)
            self._note_secret(staff_id, None)

    def role_request(self, staff_id: str) -> Path | None:
        """The file that headquarters must answer before a person's role counts; None where nothing is awaited."""
        return self._staff.request_of(staff_id)

    def locked(self) -> tuple[Person, ...]:
        """Everybody whose next try of the final waits for the coach's talk."""
        return self._retakes.locked()

    def unlock(self, staff_id: str, reason: str) -> None:
        """The coach has talked with a person whose tries are used up; raises `NothingToUnlock`, `BadStaffId`."""
        self._retakes.unlock(staff_id, self.person.staff_id, check_reason(reason))

    def _check(self, person: Person) -> None:
        check_staff_id(person.staff_id)
        check_name(person.name)
        for text in filter(None, (person.latin, person.team)):
            check_name(text)
        missing = self._counter.missing_glyph(person.name + person.latin)
        if missing is not None:
            raise NameWithoutGlyph(char=missing, codepoint=f"U+{ord(missing):04X}")

    def _note_secret(self, staff_id: str, appointed: Appointed | None) -> None:
        facts = {"staff": staff_id, "by": self.person.staff_id}
        if appointed is None:
            self._journal.append(Event.PIN_SET, facts)
        elif appointed.granted:
            self._journal.append(Event.PIN_SET, {**facts, "certificate": appointed.certificate})
        else:
            self._journal.append(Event.ROLE_REQUEST, {**facts, "certificate": appointed.certificate})


def _check_secret(secret: str, person: Person) -> None:
    check = check_pin if person.role is Role.TRAINEE else check_passphrase
    check(secret, person.staff_id)
