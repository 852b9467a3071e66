"""Who acts at HR: where officers have accounts, each act of two people asks for the officer's own passphrase.

HR's key says that HR did something; it is one for all officers. Who of them it was, an account shows: the same role
certificate and key file with which the person signs in.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from exams.accounts.person import Role
from exams.accounts.pins import PinCost
from exams.accounts.roles import RoleCertificate
from exams.desk.staff_book import StaffBook
from exams.register.officers import OfficerRefused, plain_name, same_officer
from exams.store.database import database_path, open_database
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import branch_facts
from exams.store.staff_files import staff_with_role
from exams.timing.clock import Clock


@dataclass(frozen=True, slots=True)
class Officer:
    """Whom an act is written down for; `certificate` is the role certificate that proves it, empty without accounts."""

    name: str
    certificate: str = ""

    @property
    def is_proven(self) -> bool:
        """False where a name was believed, because nobody has an account."""
        return bool(self.certificate)


class Officers:
    """The officers with accounts in one home."""

    def __init__(self, home: Path, clock: Clock) -> None:
        self._home = home
        self._clock = clock

    def prove(self, who: str, passphrase: Callable[[str], str]) -> Officer:
        """That `who` is here; `passphrase` is asked for theirs by their staff id. One Argon2id.

        A home without an officer's account believes the name. Raises `OfficerRefused`, `Revoked` or `Expired`.
        """
        if not database_path(self._home).exists():
            return Officer(who)
        with self._staff() as staff:
            held = self._held(staff)
            if not held:
                return Officer(who)
            mine = next((one for one in held if plain_name(who) and same_officer(one.staff_id, who)), None)
            if mine is None:
                raise OfficerRefused(reason="unknown", who=who[:32])
            if not staff.opens(mine, passphrase(mine.staff_id)):
                raise OfficerRefused(reason="passphrase", who=mine.staff_id)
            staff.require_in_force(mine)
            return Officer(mine.staff_id, mine.id)

    def count(self) -> int:
        """How many have an account; from two on it can be proven that two have acted."""
        if not database_path(self._home).exists():
            return 0
        with self._staff() as staff:
            return len(self._held(staff))

    def _held(self, staff: StaffBook) -> list[RoleCertificate]:
        found = (staff.certificate(one) for one in staff_with_role(self._home))
        return [one for one in found if one is not None and one.role is Role.HR]

    @contextmanager
    def _staff(self) -> Iterator[StaffBook]:
        with closing(open_database(self._home)) as db:
            code = branch_facts(db).get("code", "")
            yield StaffBook(self._home, JournalStore(db, self._clock), PinCost(), lambda: code)
