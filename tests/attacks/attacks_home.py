"""A branch home made by the demonstration's own chain, copied for each attack, with all that a thief might hold."""

import shutil
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from exams.content.parts import Parts
from exams.desk.branch_desk import BranchDesk
from exams.desk.demonstration_chain import PACK, PASSPHRASE, SESSIONS, make_chain
from exams.desk.hq_desk import open_hq
from exams.desk.hq_files import PackPlan
from exams.desk.pack_shelf import PackShelf
from exams.desk.vault import Vault
from exams.packs.active import ActivePack
from exams.packs.manifest import Grading
from exams.packs.slot_file import SlotFile, read_slots, slots_payload
from exams.packs.slots import SlotPurpose
from exams.store.hq_rows import HqSession
from exams.store.trust_files import load_trust
from exams.timing.story_clock import StoryClock
from exams.trust.envelope import Purpose, claimed_payload, sign_envelope
from exams.trust.key_files import read_key_file
from exams.trust.strict_json import read_json, write_json
from tests.attacks.secrecy import pieces
from tests.exams.desk.branch_pc import BRANCH, DAY, NOON, PROCTOR, BranchPc
from tests.exams.desk.head_office import course_parts

APP = "0.1.0"
HERE = BRANCH.code
ELSEWHERE = "SH-PD02"
SESSION, LATER, _ = SESSIONS
FORM = "A"
BEFORE, AFTER = 7 * DAY, 300 * DAY


def distinct_parts(folder: Path) -> Parts:
    """The course of the desks' tests, with exam texts that occur nowhere else: what is found of them has leaked."""
    parts = course_parts(folder)
    items, keys = read_json(parts.items), read_json(parts.keys)
    for one in items["items"]:
        for tongue, words in one["wordings"].items():
            words["stem"] = f"{words['stem']} {_only(one['id'], tongue, 'stem')}"
            words["options"] = [[letter, _only(one["id"], tongue, letter)] for letter, _ in words["options"]]
    for one in keys["keys"]:
        for tongue, words in one["explanations"].items():
            words["text"] = _only(one["item"], tongue, "why")
            words["options"] = {letter: _only(one["item"], tongue, f"why {letter}") for letter in words["options"]}
    return Parts(parts.course, write_json(items), write_json(keys))


def _only(item: str, tongue: str, what: str) -> str:
    said = "机密考题，此句只在此处出现" if tongue == "zh" else 'said "nowhere" else in this course'
    return f"{item} {what}: {said}"


@dataclass
class Attacked:
    """`folder` is one test's own; `home` holds headquarters and branch as a demonstration does."""

    folder: Path
    parts: Parts
    codes: Mapping[str, str]
    clock: StoryClock = field(default_factory=lambda: StoryClock(NOON))

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    @property
    def code(self) -> str:
        return self.codes[SESSION]

    @property
    def here(self) -> Path:
        """The files of the pack in use."""
        return self.home / "packs" / f"{PACK}-1"

    def copied(self, folder: Path) -> "Attacked":
        shutil.copytree(self.folder / "home", folder / "home")
        (folder / "stick").mkdir()
        return Attacked(folder, self.parts, self.codes)

    @contextmanager
    def headquarters(self):
        with open_hq(self.home, lambda _name, _new: PASSPHRASE, "clerk", self.clock) as desk:
            yield desk

    def key(self, name: str):
        """A private key of headquarters; only a test has it and the passphrase."""
        (path,) = (self.home / "hq").rglob(f"{name}.key")
        return read_key_file(path, PASSPHRASE)

    def publish(self, version: int, grading=Grading.WITH_UNLOCK, **plan) -> Path:
        """A further version of the pack on the stick, signed by the genuine key."""
        out = self.stick / f"{PACK}-{version}.pack"
        with self.headquarters() as desk:
            desk.publish(self.parts, out, PackPlan(PACK, version, grading, app=APP, demonstration=True, **plan))
        return out

    def plan(self, session: str, branch: str = HERE, **window) -> None:
        now = self.clock.now().wt
        begin, end = window.get("begin", now - BEFORE), window.get("end", now + AFTER)
        with self.headquarters() as desk:
            desk.add_session(HqSession(session, branch, PACK, FORM, begin, end))

    def slots(self, name="new.slots", branch: str = "") -> Path:
        """The slot file of the newest version on the stick, as headquarters writes it."""
        with self.headquarters() as desk:
            desk.write_slots(self.stick / name, PACK, branch)
        return self.stick / name

    def release(self, session: str, purpose=SlotPurpose.ITEMS, anchor="") -> str:
        """The code that headquarters gives out."""
        return self.with_headquarters(lambda desk: desk.release(session, purpose, anchor).code)

    def with_headquarters(self, ask):
        """What `ask` gives for the open desk."""
        with self.headquarters() as desk:
            return ask(desk)

    def kept_slots(self) -> SlotFile:
        """The slot file that lies in the home."""
        (path,) = (self.home / "packs").glob(f"slots-{PACK}-1-*.json")
        return read_slots(claimed_payload(path.read_bytes(), Purpose.SLOTS))

    def signed_slots(self, payload, name="forged.slots") -> Path:
        """A slot file that headquarters' own key has signed, whatever it says."""
        table = slots_payload(payload) if isinstance(payload, SlotFile) else payload
        return self.put(name, sign_envelope(Purpose.SLOTS, table, [self.key("pack")]))

    def put(self, name: str, raw: bytes) -> Path:
        path = self.stick / name
        path.write_bytes(raw)
        return path

    def bring(self, *files: Path) -> dict[str, str]:
        """What the branch says of each file: its code, `taken`, or `here` where it was known already."""
        desk = BranchDesk(self.home, app=APP, branch=HERE, clock=self.clock, journal=None)
        told = {True: "taken", False: "here"}
        return {
            one.path.name: one.error.code if one.error else told[one.taken is not None and one.taken.changed]
            for one in desk.install(files)
        }

    def verdict(self, file: Path) -> str:
        """Of one file. Where it is refused nothing in the home may have changed."""
        before = self.picture()
        (told,) = self.bring(file).values()
        if told not in {"taken", "here"}:
            assert self.picture() == before, f"{told}, and yet the home has changed"
        return told

    def picture(self) -> dict[str, bytes]:
        """Every byte that says what this branch believes and has."""
        kept = ("packs", "trust", "keys")
        files = (path for name in kept for path in sorted((self.home / name).rglob("*")) if path.is_file())
        return {path.relative_to(self.home).as_posix(): path.read_bytes() for path in files}

    def vault(self, branch: str = HERE) -> Vault:
        return Vault(self.home, PackShelf(self.home), lambda: branch)

    def active(self) -> ActivePack | None:
        return PackShelf(self.home).pack()

    def active_version(self) -> int:
        pack = self.active()
        return pack.manifest.version if pack else 0

    def root(self):
        return load_trust(self.home).root

    def now(self) -> int:
        return self.clock.now().wt

    @contextmanager
    def branch_pc(self):
        """The app of this branch with its people, nobody signed in; closed at the end as an app that ends."""
        pack = self.active()
        assert pack is not None
        pc = BranchPc.set_up(self.home, pack.content)
        pc.close_sessions()
        try:
            yield pc
        finally:
            pc.close()


def proctor(pc: BranchPc):
    return pc.desk(PROCTOR)


def found(folder: Path) -> Attacked:
    """Made once, with the least work that codes may have; takes about a second."""
    parts = distinct_parts(folder / "assets")
    chain = make_chain(folder / "home", parts, BRANCH, StoryClock(NOON))
    return Attacked(folder, parts, chain.codes)


def exam_texts(parts: Parts) -> tuple[list[str], list[str]]:
    """The texts of the items and of their answer key, in pieces; without what the open course says as well."""
    clear = "\n".join(_texts_of(parts.course))
    return tuple(
        [piece for text in _texts_of(raw) for piece in pieces(text) if piece not in clear]
        for raw in (parts.items, parts.keys)
    )


def _texts_of(raw: bytes) -> list[str]:
    texts: set[str] = set()

    def walk(value):
        if isinstance(value, str):
            texts.add(value)
        for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(inside)

    walk(read_json(raw))
    return sorted(text for text in texts if len(text) >= 12)
