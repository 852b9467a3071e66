"""A branch PC whose exam comes sealed from headquarters: what lies on the stick, and the PC that took it in."""

import json
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from exams.content.parts import make_parts
from exams.desk.branch_desk import BranchDesk
from exams.packs.codes import new_code
from exams.packs.kdf import Kdf
from exams.packs.manifest import Grading
from exams.packs.publish import FormParts
from exams.packs.slot_file import SlotFile, slots_payload
from exams.packs.slots import Lock, SessionPlan, SlotPurpose, make_slots
from exams.store.content_build import build_open_content
from exams.timing.story_clock import StoryClock
from exams.trust.envelope import Purpose, sign_envelope
from exams.trust.root import RoleName
from exams.trust.strict_json import read_json
from tests.exams.desk.branch_pc import BRANCH, DAY, HOUR, NOON, PROCTOR, BranchPc
from tests.exams.packs.headquarters import APP, Headquarters

HERE = SessionPlan("S00000002", BRANCH.code, "A", NOON - HOUR, NOON + 3 * HOUR, NOON + 30 * DAY)
LATER = replace(HERE, session="S00000003", not_before_wt=NOON + 20 * HOUR, not_after_wt=NOON + 24 * HOUR)
ELSEWHERE = replace(HERE, session="S00000004", branch="SH-PD02")
LIGHT = Kdf(memory_kib=65_536)


@dataclass(frozen=True)
class Stick:
    """Files from headquarters, the codes it would release, and the clear parts that nobody at the branch may see."""

    folder: Path
    hq: Headquarters
    parts: object
    unlock: str
    grading: str
    sha256: str
    slots: list = field(default_factory=list)

    def write_slots(self, out: Path, issued_wt: int) -> Path:
        """The slot file as headquarters signs it at a moment."""
        payload = slots_payload(SlotFile("TELE", 1, issued_wt, tuple(self.slots)))
        out.write_bytes(sign_envelope(Purpose.SLOTS, payload, [self.hq.keys[RoleName.PACK]]))
        return out

    def publish_again(self, out: Path) -> Path:
        """The same course as version 2."""
        return _publish(self.hq, self.parts, out, 2, Grading.WITH_UNLOCK).path

    def install(self, home: Path, *files: Path):
        """Take these files in, or all; whatever is refused fails the test."""
        desk = BranchDesk(home, app=APP, branch=BRANCH.code, clock=StoryClock(NOON), journal=None)
        for arrival in desk.install(files or sorted(self.folder.iterdir())):
            if arrival.error is not None:
                raise arrival.error
        return home / "packs" / "TELE-1" / "content.sqlite"


def _publish(hq, parts, out: Path, version: int, mode: Grading):
    forms = {"A": FormParts(parts.items, parts.keys)}
    since = {"issued_wt": NOON - DAY, "not_before_wt": NOON - DAY}
    content = out.with_suffix(".sqlite")
    build_open_content(parts.course, content)
    try:
        return hq.publish(out, version, content=content.read_bytes(), forms=forms, grading=mode, **since)
    finally:
        content.unlink()


def make_stick(folder: Path, tree, mode: Grading) -> Stick:
    """Publish the course as a pack with three sessions under one pair of codes."""
    folder.mkdir()
    hq, parts = Headquarters(), make_parts(tree.read())
    made = _publish(hq, parts, folder / "TELE-1.pack", 1, mode)
    unlock = new_code()
    stick = Stick(folder, hq, parts, unlock, unlock if mode is Grading.WITH_UNLOCK else new_code(), made.sha256)
    codes = {SlotPurpose.ITEMS: stick.unlock, SlotPurpose.KEY: stick.grading}
    locks = {purpose: Lock(codes[purpose], cek) for purpose, cek in made.ceks["A"].items()}
    slots = [slot for plan in (HERE, LATER, ELSEWHERE) for slot in make_slots("TELE", 1, plan, locks, LIGHT)]
    stick.slots.extend(slots)
    stick.write_slots(folder / "TELE-1.slots", NOON - DAY)
    (folder / "root.json").write_bytes(hq.roots[0])
    (folder / "revocation.json").write_bytes(hq.revocation())
    return stick


class SealedBranch(BranchPc):
    """The PC with the pack in it; no session is open."""

    stick: Stick

    @classmethod
    def take_in(cls, home: Path, stick: Stick) -> "SealedBranch":
        pc = cls.set_up(home, stick.install(home))
        pc.close_sessions()
        pc.stick = stick
        return pc

    @property
    def room(self):
        """The proctor's desk."""
        return self.desk(PROCTOR)

    def unlock(self, plan=HERE, code=None):
        """Open a session with headquarters' code; returns the room code."""
        return self.room.open_session("二号考场", session=plan.session, code=code or self.stick.unlock)[1]

    def kept(self):
        """What lies in the folder of keys beside the device's own."""
        return sorted(path.name for path in (self.home / "keys").glob("*") if not path.name.startswith("device."))

    def withdraw_session(self, session):
        """Headquarters' next list of withdrawals arrives."""
        hq = self.stick.hq
        before = hq.revocations
        hq.revocations = replace(before, version=before.version + 1, sessions=frozenset({session}))
        path = self.home.parent / "revocation-2.json"
        path.write_bytes(hq.revocation())
        hq.revocations = before
        self.stick.install(self.home, path)

    def lose_keys(self):
        """Somebody deletes the folder of keys."""
        shutil.rmtree(self.home / "keys")


def answers(pc):
    """The right responses, known here from the clear parts alone."""
    return {one["item"]: one["correct"] for one in read_json(pc.stick.parts.keys)["keys"]}


def answer_all(pc, sitting):
    right = answers(pc)
    for place in sitting.paper.items:
        if right[place.item] != "":
            sitting = pc.desk().answer(sitting.id, place.position, right[place.item])
    return sitting


def secrets_of(pc):
    """Bytes that would give the exam away: every stem, every option's reason, in both languages."""
    items, keys = read_json(pc.stick.parts.items)["items"], read_json(pc.stick.parts.keys)["keys"]
    stems = [words["stem"] for one in items for words in one["wordings"].values()]
    reasons = [words["text"] for one in keys for words in one["explanations"].values()]
    texts = {*stems, *reasons} - {""}
    clear = pc.stick.parts.course.decode()
    return [text for text in texts if text not in clear]


def found_on_disk(pc):
    """Which secrets lie in clear in any file of the home, as they are or as JSON writes them."""
    raw = b"".join(path.read_bytes() for path in sorted(pc.home.rglob("*")) if path.is_file())
    spelt = {text: (text.encode(), json.dumps(text)[1:-1].encode()) for text in secrets_of(pc)}
    return [text for text, bytes_of in spelt.items() if any(one in raw for one in bytes_of)]
