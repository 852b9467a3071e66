"""A headquarters for tests: founded once, copied for each test, with a stick and branches to carry it to."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from exams.content.parts import Parts, make_parts, read_parts
from exams.desk.branch_desk import open_branch
from exams.desk.hq_desk import open_hq, set_up_hq
from exams.desk.hq_files import PackPlan
from exams.desk.hq_keys import HqWork
from exams.packs.manifest import Grading
from exams.store.hq_rows import HqSession
from exams.timing.story_clock import StoryClock
from exams.trust.rsa_keys import RsaKey
from exams.trust.times import read_time
from tests.exams.desk.course import two_chapters
from tests.keys_at_hand import next_shared_key
from tests.once import made_once

NOON = read_time("2026-11-24T04:00:00Z")
HOUR, DAY = 3_600_000, 86_400_000
LIGHT = HqWork(memory_kib=65_536, key_passes=1)
PASS = "several plain words"
APP = "0.1.0"
SESSION, BRANCH = "S0000000A", "BJ-WJ01"


def told(_name: str, _new: bool) -> str:
    return PASS


def course_parts(folder: Path) -> Parts:
    sources = two_chapters(folder).read()
    assert sources.faults == (), sources.faults
    return make_parts(sources)


@dataclass
class HeadOffice:
    """`home` is headquarters', `stick` what is carried; the clock stands until a test moves it."""

    folder: Path
    parts: Parts
    clock: StoryClock = field(default_factory=lambda: StoryClock(NOON))

    @property
    def home(self) -> Path:
        return self.folder / "hq-home"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    def copied(self, folder: Path) -> "HeadOffice":
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("hq-home", "stick"):
            shutil.copytree(self.folder / name, folder / name)
        return HeadOffice(folder, self.parts, StoryClock(self.clock.now().wt))

    @classmethod
    def founded_once(cls) -> "HeadOffice":
        """One with a pack, a session and its slots, made once in a run; copy it, nobody writes to it."""
        folder = made_once("headquarters", _founded)
        return cls(folder, read_parts(folder))

    def found(self) -> None:
        self.stick.mkdir(parents=True)
        set_up_hq(self.home, told, "chen", work=LIGHT, clock=self.clock).close()

    def desk(self, who="chen", passphrase=told):
        return open_hq(self.home, passphrase, who, self.clock)

    def publish(self, version=0, grading=Grading.WITH_UNLOCK, parts=None, **plan):
        """The next version on the stick."""
        with self.desk() as desk:
            name, out = "COURSE", self.stick / f"{version or 'next'}.pack"
            return desk.publish(parts or self.parts, out, PackPlan(name, version, grading, app=APP, **plan))

    def plan(self, session=SESSION, branch=BRANCH, hours=4, **other):
        now = self.clock.now().wt
        with self.desk() as desk:
            pack, form = other.get("pack", ""), other.get("form", "A")
            return desk.add_session(HqSession(session, branch, pack, form, now, now + hours * HOUR))

    def slots(self, name="s.slots", **told_to):
        with self.desk() as desk:
            desk.write_slots(self.stick / name, **told_to)
        return self.stick / name

    def release(self, purpose, session=SESSION, anchor="", who="chen"):
        with self.desk(who) as desk:
            return desk.release(session, purpose, anchor)

    def roots(self):
        with self.desk() as desk:
            return desk.root_files()

    def revocation(self):
        with self.desk() as desk:
            return desk.revocation_path

    def carry(self, branch: Path, *files: Path):
        """A branch takes files in; gives what became of each, by file name."""
        with open_branch(branch, APP, self.clock) as desk:
            return {one.path.name: one for one in desk.install(files)}

    def branch(self, name="branch") -> Path:
        """A branch home that follows this headquarters and has all that lies on the stick."""
        home = self.folder / name
        arrivals = self.carry(home, *self.roots(), self.revocation(), *sorted(self.stick.iterdir()))
        assert [one.error for one in arrivals.values() if one.error] == []
        return home


def _founded(folder: Path) -> None:
    office = HeadOffice(folder, course_parts(folder / "assets"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RsaKey, "generate", next_shared_key)
        office.found()
    office.publish(1)
    office.plan()
    office.slots()
    for name, raw in office.parts.files().items():
        (folder / name).write_bytes(raw)
