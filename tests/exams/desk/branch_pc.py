"""One branch PC for tests: a home with people and a session, opened, closed, cut off and opened again."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from exams.accounts.person import Branch, Person, Role
from exams.accounts.pins import PinCost, hash_pin
from exams.bundles.study_rules import StudyRules
from exams.desk.enrolment import genesis_serial
from exams.desk.office import Office, open_office
from exams.desk.study_rules import note_study_rules
from exams.journal.line import Event
from exams.sittings.sitting import Kind
from exams.store.people_rows import save_branch, save_person, save_setting
from exams.store.session_rows import SessionRow, save_session
from exams.timing.story_clock import StoryClock
from exams.trust.codes import shown, with_check

NOON = int(datetime(2026, 11, 24, 4, 0, tzinfo=UTC).timestamp() * 1000)
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
CHEAP = PinCost(memory_kib=64, passes=1)
PIN = "258025"
PASSPHRASE = "river lantern"
CODE = with_check("ABCDEFGHJK")
TYPED = shown(CODE).lower()
SESSION = "S00000001"
XIAOYU = Person("T1001", "王小雨", "Wang Xiaoyu", "BJ-WJ01", "A", Role.TRAINEE)
ZHIYUAN = Person("T1002", "陈志远", "", "BJ-WJ01", "A", Role.TRAINEE)
RUOXI = Person("T1003", "林若溪", "", "BJ-WJ01", "B", Role.TRAINEE, extra_minutes=10)
PROCTOR = Person("P2001", "周静", "", "BJ-WJ01", "", Role.PROCTOR)
HR = Person("H3001", "孙丽华", "", "BJ-WJ01", "", Role.HR)
PEOPLE = (XIAOYU, ZHIYUAN, RUOXI, PROCTOR, HR)
BRANCH = Branch("BJ-WJ01", {"zh": "北京望京支行", "en": "Wangjing"}, {"zh": "示例银行", "en": "Example Bank"}, False)


def first_without_glyph(name: str) -> str | None:
    """Stands in for the fonts: none of them draws the rare character 𰻝."""
    return next((char for char in name if char == "𰻝"), None)


class BranchPc:
    """A home with its clock. `office` is open; gates and waits are off unless a test switches them on."""

    def __init__(self, home: Path, content: Path | None = None) -> None:
        self.home = home
        self.content = content
        self.clock = StoryClock(NOON)
        self.office = self._open()

    @classmethod
    def set_up(cls, home: Path, content: Path) -> "BranchPc":
        """A new home with all people and an open session."""
        pc = cls(home, content)
        with pc.db.atomic():
            if not genesis_serial(pc.office.journal):
                pc.office.journal.append(Event.GENESIS, {"device": "D00000001"})
                save_branch(pc.db, BRANCH)
                save_setting(pc.db, "device", "D00000001")
            save_setting(pc.db, "waits", "off")
            note_study_rules(pc.office.journal, StudyRules(gating=False))
            for person in PEOPLE:
                save_person(pc.db, person, hash_pin(PIN, CHEAP, person.staff_id) if person.role is Role.TRAINEE else "")
            pc.open_session()
        pc.reopen()
        return pc

    @property
    def db(self):
        return self.office.db

    @property
    def book(self):
        return self.office.book

    def desk(self, person=XIAOYU):
        """The desk of a person who has signed in."""
        return self.office.desk_of(person)

    def hire(self, *people: Person) -> None:
        """Give them the passphrase and the role certificate that they sign in with."""
        for person in people:
            self.office.staff.appoint(person, PASSPHRASE)

    def open_session(self, session=SESSION, code=CODE) -> None:
        now = self.clock.now().wt
        save_session(
            self.db, SessionRow(session, "一号考场", "P2001", "final", hash_pin(code, CHEAP, session), now, None)
        )

    def close_sessions(self) -> None:
        self.db.execute("UPDATE sessions SET closed_wt = ?", (self.clock.now().wt,))

    def switch(self, setting: str, on: bool) -> None:
        save_setting(self.db, setting, "on" if on else "off")

    def rule(self, **switches: bool) -> None:
        """HR's rules of learning as they were taken in last."""
        note_study_rules(self.office.journal, StudyRules(**switches))

    def close(self) -> None:
        self.office.close()

    def reopen(self) -> None:
        """The app is closed and started again."""
        self.office.close()
        self.office = self._open()

    def power_cut(self, elsewhere: Path) -> "BranchPc":
        """The same PC as its disk stands at this instant: nothing of the process is left but its files."""
        elsewhere.mkdir(parents=True)
        for file in self.home.glob("academy.sqlite*"):
            if not file.name.endswith("-shm"):
                shutil.copyfile(file, elsewhere / file.name)
        for folder in ("packs", "trust", "keys"):
            if (self.home / folder).exists():
                shutil.copytree(self.home / folder, elsewhere / folder)
        after = BranchPc.__new__(BranchPc)
        after.home, after.content, after.clock = elsewhere, self.content, self.clock
        after.office = after._open()
        return after

    def records(self):
        """Every line of the journal, as the office reads it."""
        return list(self.office.journal.records())

    def line_of(self, event: Event) -> int:
        """The number of the first line of a type."""
        return next(record.line.seq for record in self.records() if record.line.type == event)

    def events(self, att=None):
        """The types of the journal's lines, of one sitting or of all."""
        return [record.line.type for record in self.records() if att is None or record.line.att == att]

    def caches(self):
        """All rows of the cached table."""
        return self.db.execute("SELECT * FROM sittings ORDER BY id").fetchall()

    def tamper(self, sql: str, *values: object) -> None:
        """Somebody with a database tool changes the file while the app is closed."""
        self.office.close()
        with closing(sqlite3.connect(self.home / "academy.sqlite")) as connection, connection:
            connection.execute(sql, values)
        self.office = self._open()

    def begin_final(self, person=XIAOYU, code=TYPED):
        return self.desk(person).begin(Kind.FINAL, code=code)

    def _open(self) -> Office:
        brought = (self.home / "packs" / "active.json").exists()
        content = None if brought else self.content
        return open_office(self.home, content, clock=self.clock, pin_cost=CHEAP, missing_glyph=first_without_glyph)
