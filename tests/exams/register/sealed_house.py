"""A register full of sealed sittings without a branch: lines as the app writes them, kept bundles, judged rows."""

import hashlib
import shutil
from contextlib import closing
from copy import copy
from dataclasses import replace

from exams.bundles.bundle import Bundle, seal_bundle
from exams.bundles.hr_trust import Form, HrSession, HrTrust, PackTruth, Try
from exams.desk.hr_material import Material
from exams.grading.grade import grade
from exams.grading.policy import GradingPolicy
from exams.items.response import response_json
from exams.journal.line import GENESIS, Event, line_hash, make_body, make_line
from exams.packs.manifest import Grading
from exams.papers.codec import paper_to_json
from exams.register.judging import Courses, try_json
from exams.register.outcome import CertificateRow, DeviceRow, Outcome, SittingRow
from exams.register.results import result_text
from exams.sittings.codec import result_to_json
from exams.sittings.identity import answers_digest
from exams.store.register_dialect import RegisterDb
from exams.store.register_files import keep_bundle
from exams.store.register_rows import save_certificates, save_outcome
from exams.timing.policy import DEFAULT
from exams.timing.story_clock import StoryClock
from exams.trust.keys import SealingKey

BEGAN = 1_795_000_000_000
PACK, COURSE, SESSION = "c0", "TELE", "S00000001"
MINUTE = 60_000


def pour(dump, db):
    """Every row of another register."""
    for table, rows in dump.items():
        if rows:
            db.write_all(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


class SealedHouse:
    """`blueprint`, `items` and `keys` are of the one form that everybody sits."""

    def __init__(self, folder, blueprint, items, keys):
        folder.mkdir(parents=True, exist_ok=True)
        self.db = RegisterDb(folder / "register.sqlite")
        self.home, self.blueprint, self.hr = folder, blueprint, SealingKey.generate()
        self.form = Form(tuple(items), tuple(keys))

    def copied(self, folder, server=""):
        """The same house elsewhere, to be changed there; nobody may have this one open meanwhile.

        With `server` its register is poured into the empty one there.
        """
        shutil.copytree(self.home, folder)
        house = copy(self)
        house.home, house.db = folder, RegisterDb(folder / "register.sqlite", server=server)
        if server:
            with closing(RegisterDb(folder / "register.sqlite")) as file, house.db.together():
                pour(file.dump(), house.db)
        return house

    @property
    def material(self):
        """What HR grades with."""
        session = HrSession(SESSION, "BJ-WJ01", "A", BEGAN, BEGAN)
        pack = PackTruth(Grading.WITH_UNLOCK, {self.blueprint.name: self.blueprint}, {"A": self.form})
        trust = HrTrust((self.hr,), (), BEGAN, sessions={SESSION: session}, packs={PACK: pack})
        return Material(trust, Courses({PACK: COURSE}, {SESSION: "A"}))

    def take_in(self, serial, sat, branch="BJ-WJ01", beats=0):
        """A bundle of one device with these (paper, answers); gives its lines and the rows of its sittings."""
        told = Lines(serial, beats)
        judged = [
            (told.sitting(paper, answers, self._result(paper, answers)), paper, answers) for paper, answers in sat
        ]
        rows = [self._row(serial, branch, *one) for one in judged]
        self.keep(serial, branch, told.rows, rows)
        return told.rows, rows

    def keep(self, serial, branch, lines, rows):
        """Seal lines, and write down what HR made of them."""
        raw = seal_bundle(Bundle(serial, b"record", 1, tuple(lines)), self.hr.public)
        sha256 = hashlib.sha256(raw).hexdigest()
        keep_bundle(self.home, sha256, raw)
        device = DeviceRow(serial, branch, len(lines), "head", BEGAN, BEGAN)
        outcome = Outcome(sha256, serial, branch, 1, len(lines), device=device, sittings=tuple(rows))
        save_outcome(self.db, f"{serial}.bundle", outcome)
        return sha256

    def certify(self, row, number):
        """A certificate that stands for a sitting."""
        days = ("2026-11-29", "2028-11-28")
        one = CertificateRow(number, row.sitting, row.staff_id, row.branch, COURSE, row.percent, *days)
        with self.db.together():
            save_certificates(self.db, [one])

    def _result(self, paper, answers):
        keys = {key.item: key for key in self.form.keys}
        items = {item.id: item for item in self.form.items}
        return grade(paper, keys, items, answers, GradingPolicy.of(self.blueprint))

    def _row(self, serial, branch, told, paper, _answers):
        sitting, seq, result = told
        items = frozenset(place.item for place in paper.items)
        tried = Try(sitting, serial, seq, paper.staff_id, paper.blueprint, SESSION, 1, BEGAN, items, result.passed)
        return SittingRow(
            sitting, serial, seq, paper.staff_id, branch, COURSE, PACK, paper.blueprint, "A", SESSION, 1, BEGAN, BEGAN,
            "graded", result.percent, result.passed, accepted=True, settled=True, codes="", result=result_text(result),
            tried=try_json(tried),
        )  # fmt: skip


class Lines:
    """A device's journal as it grows; `beats` heartbeats after each answer."""

    def __init__(self, serial, beats=0):
        self._serial, self._beats, self._clock, self._prev = serial, beats, StoryClock(BEGAN), GENESIS
        self.rows = []
        self.tell(Event.GENESIS, device=serial)

    def sitting(self, paper, answers, result):
        """One final from its start to its grading; gives its id, where it begins, and its result."""
        seq = len(self.rows) + 1
        att = hashlib.sha256(f"{self._serial} {seq}".encode()).hexdigest()[:16]
        about = {
            "kind": "final",
            "staff": paper.staff_id,
            "session": SESSION,
            "attempt": 1,
            "content": PACK,
            "seen": [],
        }
        limit = {"limit_ms": 75 * MINUTE, "extra_ms": 0, "time": DEFAULT.as_json()}
        self.tell(Event.START, att, **about, **limit, paper=paper_to_json(replace(paper, session=SESSION)))
        for place in paper.items:
            self.tell(Event.SHOW, att, position=place.position)
            for _ in range(self._beats):
                self._clock.forward(15_000)
                self.tell(Event.HEARTBEAT, att)
            if place.position in answers:
                value = response_json(answers[place.position])
                self.tell(Event.ANSWER, att, position=place.position, item=place.item, value=value)
        self.tell(Event.SUBMIT, att, cause="hand", answers=answers_digest(answers))
        self.tell(Event.GRADED, att, result=result_to_json(result))
        return att, seq, result

    def tell(self, event, att="", **facts):
        """One more line."""
        size = len(self.rows) + 1
        body = make_body(facts, hashlib.sha256(b"%d" % size).digest()[:16])
        raw = make_line(size, self._prev, self._clock.now(), event, att, body).encode()
        self._prev = line_hash(raw)
        self.rows.append((raw, body))
