"""Checking people in: who is expected and by whose word, where they sit, that their ID was looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exams.accounts.name_search import is_found
from exams.accounts.names import check_name, check_staff_id
from exams.accounts.person import Person, Role
from exams.accounts.pins import PinCost, check_pin, hash_pin
from exams.desk.admittance import Admittance, rules_of, told
from exams.desk.errors import NotChecked, NotOnRoster
from exams.desk.exam_door import ExamDoor
from exams.desk.roster_files import read_roster
from exams.desk.sessions import door_pin_key, require_session
from exams.journal.line import Event
from exams.packs.briefs import Expected, RoomRules
from exams.sittings.sitting import PROCTORED
from exams.store.journal_rows import JournalStore
from exams.store.people_rows import (
    all_people,
    branch_facts,
    change_pin,
    find_person,
    find_pin,
    save_person,
    save_setting,
)
from exams.store.roster_rows import RosterRow, roster_rows, save_roster_row
from exams.store.sitting_rows import rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database

SEAT_MOST = 16


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One person of a session. `local`: added by the branch; `known`: has a PIN on this PC; `checked_wt` None while
    nobody has looked at the ID; `note` is how the name should read; `state` of the sitting, empty before it.
    """

    staff_id: str
    name: str
    latin: str = ""
    seat: str = ""
    local: bool = False
    known: bool = True
    checked_wt: int | None = None
    note: str = ""
    sitting: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the proctor has seen at the door; `note` is how the name should read, empty where it is right."""

    id_checked: bool
    seat: str = ""
    note: str = ""


class CheckIn:
    """The roster of sessions on this PC; every act is journalled with who did it, by staff id and without names."""

    def __init__(self, db: "Database", journal: JournalStore, door: ExamDoor, cost: PinCost, by: str) -> None:
        self._db = db
        self._journal = journal
        self._door = door
        self._cost = cost
        self._by = by
        self._admittance = Admittance(db, journal, door)

    def rules(self, session: str) -> RoomRules:
        """Headquarters' rules for the session."""
        return rules_of(self._journal, session)

    def roster(self, session: str, query: str = "") -> tuple[RosterLine, ...]:
        """Who is expected, by staff id, those found that a query asks for.

        Where neither headquarters nor the branch expects anybody in particular, all trainees of this PC are.
        """
        return tuple(
            line for line in self._lines(session) if is_found(query, line.staff_id, line.note or line.name, line.latin)
        )

    def take_roster(self, session: str, path: Path) -> int:
        """Add a local roster, all of it or nothing; how many came new. Raises `NoSession` or as `read_roster`."""
        require_session(self._db, session)
        people, digest = read_roster(path)
        here = {line.staff_id for line in self._lines(session)} if self._expects_somebody(session) else set()
        new = [who for who in people if who.staff_id not in here]
        for who in new:
            check_name(who.name)
        with self._journal.together():
            for who in new:
                save_roster_row(self._db, RosterRow(session, who.staff_id, who.name, who.seat, local=True))
            told_ids = [who.staff_id for who in new]
            facts = {"session": session, "sha256": digest, "local": told_ids, "by": self._by}
            self._journal.append(Event.ROSTER, facts)
        return len(new)

    def check_in(self, session: str, staff_id: str, seen: Seen) -> RosterLine:
        """Note that a person is here; a second time corrects seat and note. Raises `NotOnRoster`, `NotChecked`."""
        require_session(self._db, session)
        line = self._line(session, staff_id)
        if not seen.id_checked:
            raise NotChecked(staff_id=staff_id)
        seat, note = seen.seat.strip()[:SEAT_MOST], check_name(seen.note) if seen.note.strip() else ""
        facts = {"session": session, "staff": staff_id, "seat": seat, "id_checked": True, "local": line.local}
        with self._journal.together():
            save_roster_row(self._db, RosterRow(session, staff_id, line.name, seat, line.local, note))
            self._journal.append(Event.CHECK_IN, {**facts, "name_noted": bool(note), "by": self._by})
        return self._line(session, staff_id)

    def start_code(self, session: str, staff_id: str) -> tuple[str, int]:
        """The code with which a checked-in person begins at this PC, and when it ends (ms UTC).

        Raises `StartCodeRefused` (absent), `NoSession`, `ExamSealed`.
        """
        require_session(self._db, session)
        return self._admittance.show_code(session, staff_id, self._by)

    def door_pin(self, session: str, staff_id: str, pin: str) -> None:
        """A PIN for this session: for who has forgotten theirs, or has none on this PC.

        At the session's close the PIN is as it was before. Raises `NotOnRoster`, `WeakPin`, `BadStaffId`.
        """
        require_session(self._db, session)
        line = self._line(session, staff_id)
        check_pin(pin, check_staff_id(staff_id))
        encoded, before = hash_pin(pin, self._cost, staff_id), find_pin(self._db, staff_id) or ""
        with self._journal.together():
            if find_person(self._db, staff_id) is None:
                branch = branch_facts(self._db).get("code", "")
                save_person(self._db, Person(staff_id, line.name, "", branch, "", Role.TRAINEE), "")
            kept = door_pin_key(session, staff_id)
            save_setting(self._db, kept, branch_facts(self._db).get(kept, before))
            change_pin(self._db, staff_id, encoded)
            self._journal.append(Event.PIN_SET, {"staff": staff_id, "session": session, "by": self._by})

    def _line(self, session: str, staff_id: str) -> RosterLine:
        found = next((line for line in self._lines(session) if line.staff_id == staff_id), None)
        if found is None:
            raise NotOnRoster(staff_id=staff_id[:32])
        return found

    def _expects_somebody(self, session: str) -> bool:
        rows = roster_rows(self._db, session).values()
        return bool(self._signed(session)) or any(row.local for row in rows)

    def _signed(self, session: str) -> tuple[Expected, ...]:
        briefs = (plan.brief for plan in self._door.sessions() if plan.session == session)
        return next((brief.roster for brief in briefs if brief is not None), ())

    def _lines(self, session: str) -> Iterable[RosterLine]:
        people = {one.staff_id: one for one in all_people(self._db)}
        rows, checked = roster_rows(self._db, session), self._checked(session)
        sat = [row for row in rows_of(self._db) if row.session == session and row.kind in PROCTORED]
        sittings = {row.staff_id: row for row in sat}  # the latest of each
        expected = {who.staff_id: who for who in self._signed(session)}
        expected |= {row.staff_id: Expected(row.staff_id, row.name, row.seat) for row in rows.values() if row.local}
        if not expected:
            known = (one for one in people.values() if find_pin(self._db, one.staff_id))
            expected = {one.staff_id: Expected(one.staff_id, one.name) for one in known}
        for staff_id, who in sorted(expected.items()):
            row, person, own = rows.get(staff_id), people.get(staff_id), sittings.get(staff_id)
            yield RosterLine(
                staff_id=staff_id,
                name=who.name,
                latin=person.latin if person else "",
                seat=row.seat if row else who.seat,
                local=bool(row and row.local),
                known=bool(person and find_pin(self._db, staff_id)),
                checked_wt=checked.get(staff_id),
                note=row.note if row else "",
                sitting=own.id if own else "",
                state=own.state if own else "",
            )

    def _checked(self, session: str) -> dict[str, int]:
        """When each person was checked in first (ms UTC)."""
        found: dict[str, int] = {}
        for record in self._journal.of_type(Event.CHECK_IN):
            facts = told(record)
            if facts.get("session") == session:
                found.setdefault(str(facts.get("staff")), record.line.wt)
        return found
