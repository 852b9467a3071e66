"""The branch's side of a lost PIN: what was asked and how often it was answered is read from the journal."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from exams.accounts.errors import ResetRefused
from exams.accounts.person import Role
from exams.accounts.pins import PinCost, check_pin, hash_pin
from exams.accounts.resets import (
    Asked,
    Challenge,
    new_challenge,
    read_desk,
    require_code,
    require_open,
    require_reset,
)
from exams.desk.signing_in import asked_for
from exams.desk.staff_book import StaffBook
from exams.errors import AcademyError
from exams.journal.line import Event
from exams.store.device_files import device_record, own_device
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import change_pin, find_person
from exams.store.trust_files import kept_reset_desk, load_trust

if TYPE_CHECKING:
    from sqlite_utils import Database


class ResetBook:
    """One challenge at a time for each person; a new one makes the one before worthless."""

    def __init__(self, home: Path, db: "Database", journal: JournalStore, staff: StaffBook, cost: PinCost) -> None:
        self._home = home
        self._db = db
        self._journal = journal
        self._staff = staff
        self._cost = cost

    def ask(self, staff_id: str) -> Challenge:
        """A new challenge, alike for ids that nobody has; raises `ResetRefused` (device) where no PC is enrolled."""
        record = device_record(self._home)
        if record is None:
            raise ResetRefused(reason="device")
        challenge = new_challenge(record.serial, asked_for(staff_id))
        facts = {"staff": challenge.staff_id, "serial": challenge.serial, "nonce": challenge.nonce}
        self._journal.append(Event.RESET_ASKED, facts)
        return challenge

    def by_code(self, staff_id: str, code: str, pin: str) -> None:
        """Set a new PIN with the code that was read out on the telephone.

        Raises `ResetRefused`, or `WeakPin` with the code still good. A code with a slip in it is no try.
        """
        raw = kept_reset_desk(self._home)
        if raw is None:
            raise ResetRefused(reason="desk")
        desk = read_desk(raw, load_trust(self._home).root)
        mine = own_device(self._home).seal
        self._answer(staff_id, pin, "phone", lambda challenge: require_code(code, mine, desk, challenge))

    def by_file(self, staff_id: str, raw: bytes, pin: str) -> None:
        """The same with a file that the `reset` role signed; raises also as `open_envelope`."""
        root = load_trust(self._home).root
        self._answer(staff_id, pin, "file", lambda challenge: require_reset(raw, root, challenge))

    def _answer(self, staff_id: str, pin: str, way: str, check: Callable[[Challenge], None]) -> None:
        staff_id = asked_for(staff_id)
        challenge = require_open(self._asked(staff_id), self._journal.now())
        check_pin(pin, staff_id)
        facts = {"staff": staff_id, "nonce": challenge.nonce, "way": way}
        try:
            check(challenge)
            self._require_trainee(staff_id)
        except AcademyError as error:
            if error.facts.get("reason") != "typo":
                self._journal.append(Event.RESET_FAIL, {**facts, "code": error.code})
            raise
        encoded = hash_pin(pin, self._cost, staff_id)
        with self._journal.together():
            change_pin(self._db, staff_id, encoded)
            self._journal.append(Event.RESET_USED, facts)

    def _require_trainee(self, staff_id: str) -> None:
        found = find_person(self._db, staff_id)
        if found is None or self._staff.role_of(staff_id) is not Role.TRAINEE:
            raise ResetRefused(reason="role")

    def _asked(self, staff_id: str) -> Asked | None:
        """The latest challenge of a person, with what became of it."""
        found: Asked | None = None
        for record in self._journal.of_type(Event.RESET_ASKED, Event.RESET_FAIL, Event.RESET_USED):
            facts = record.facts()
            if facts.get("staff") != staff_id:
                continue
            if record.line.type == Event.RESET_ASKED:
                challenge = Challenge(str(facts.get("serial")), staff_id, str(facts.get("nonce")))
                found = Asked(challenge, record.line.moment)
            elif found is not None and facts.get("nonce") == found.challenge.nonce:
                wrong = found.wrong + (record.line.type == Event.RESET_FAIL)
                found = replace(found, wrong=wrong, used=found.used or record.line.type == Event.RESET_USED)
        return found
