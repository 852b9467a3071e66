"""What HR pays for a bundle: opened, every line checked, papers drawn again, time worked out, graded and compared."""

import hashlib
from datetime import UTC, datetime

from exams.bundles.bundle import Bundle, open_bundle, seal_bundle
from exams.bundles.hr_trust import Form, HrPolicy, HrSession, HrTrust, Known, PackTruth, Release
from exams.bundles.known import known_after
from exams.bundles.verify import verify_bundle
from exams.devices.checkpoint import Checkpoint, sign_checkpoint
from exams.devices.identity import DeviceKeys
from exams.devices.record import Term, issue_record
from exams.devices.request import make_request, read_request
from exams.grading.answers import correct_response
from exams.grading.grade import grade
from exams.grading.policy import GradingPolicy
from exams.items.item import AnswerKey
from exams.items.response import response_json
from exams.journal.line import GENESIS, Event, line_hash, make_body, make_line
from exams.packs.manifest import Grading
from exams.packs.slots import SlotPurpose
from exams.papers.codec import paper_to_json
from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import prepare
from exams.sittings.codec import result_to_json
from exams.sittings.identity import answers_digest, sitting_id
from exams.timing.policy import DEFAULT
from exams.timing.story_clock import StoryClock
from exams.trust.keys import SealingKey
from exams.trust.root import RoleName
from tests.benchmarks.measure import Measured, median_ms, seconds_of
from tests.exams.grading.places import RIGHT
from tests.exams.packs.headquarters import Headquarters
from tests.exams.papers.full_form import full_bank, full_blueprint

SITTINGS, MANY = 50, 500
ALLOWED_MS = 1000.0
BEGAN = 1_795_000_000_000
YEAR = 365 * 86_400_000
SERIAL, SESSION, PACK = "D00000001", "S00000001", "c0"
BEAT_MS, MINUTES = 15_000, 55


def judging(rounds: int) -> Measured:
    """Fifty sittings of seventy items in one bundle; five hundred in ten bundles show whether it grows evenly."""
    branch = Branch()
    raw, trust = branch.hand_in(SITTINGS), branch.trust()
    ours = median_ms([seconds_of(lambda: _accepted(raw, trust)) for _ in range(rounds + 1)][1:])
    lines = len(open_bundle(raw, trust.keys).rows)
    many = _many(branch, raw) if rounds > 2 else 0.0
    grown = f"; {MANY} of them {many / ours / (MANY / SITTINGS):.2f} times as much each" if many else ""
    note = f"{lines:,} lines, {len(raw) / 1e6:.1f} MB{grown}"
    return Measured(f"{SITTINGS} sittings judged", ours, rounds, "the time allowed", ALLOWED_MS, limit=1.0, note=note)


def _accepted(raw: bytes, trust: HrTrust):
    verdict = verify_bundle(raw, trust)
    if not verdict.accepted or not verdict.whole or len(verdict.sittings) != SITTINGS:
        raise AssertionError(verdict.codes)
    return verdict


def _many(branch: "Branch", first: bytes) -> float:
    """Milliseconds for ten bundles, each held against all that came before."""
    known, spent, raw = Known(), 0.0, first
    for number in range(MANY // SITTINGS):
        raw = branch.hand_in(SITTINGS) if number else first
        trust = branch.trust(known)
        spent += seconds_of(lambda raw=raw, trust=trust: _accepted(raw, trust))
        known = known_after(known, raw, verify_bundle(raw, trust))
    return spent * 1000


class Branch:
    """Hands in sittings of the full form, one after the other, as the app would have written them."""

    def __init__(self) -> None:
        self._hq, self._hr, self._device = Headquarters(), SealingKey.generate(), DeviceKeys.generate()
        request = read_request(make_request(self._device, "BJ-WJ01", "PC"))
        term = Term(BEGAN - YEAR, BEGAN + YEAR, 1)
        self._record = issue_record(request, SERIAL, self._hq.keys[RoleName.CA], term)
        self._blueprint, self._items = full_blueprint(), full_bank()
        self._pool = prepare(self._blueprint, self._items, datetime.fromtimestamp(BEGAN / 1000, UTC).date())
        self._keys = {one.id: AnswerKey(one.id, one.version, RIGHT[one.type], {}, "0.02") for one in self._items}
        self._clock, self._prev, self._size, self._people = StoryClock(BEGAN), GENESIS, 0, 0
        self._rows: list[tuple[bytes, bytes]] = []
        self._checkpoints: list[bytes] = []
        self._tell(Event.GENESIS, device=SERIAL)

    def trust(self, known: Known | None = None) -> HrTrust:
        """All that HR is told."""
        releases = (Release(SlotPurpose.ITEMS, BEGAN),)
        session = HrSession(SESSION, "BJ-WJ01", "A", BEGAN - YEAR, BEGAN + YEAR, releases)
        pack = PackTruth(Grading.WITH_UNLOCK, {"final": self._blueprint}, {"A": self._form()})
        return HrTrust(
            keys=(self._hr,),
            roots=(self._hq.root,),
            now_wt=BEGAN + YEAR,
            known={SERIAL: known} if known else {},
            sessions={SESSION: session},
            packs={PACK: pack},
            policy=HrPolicy(retakes=False),
        )

    def hand_in(self, sittings: int) -> bytes:
        """So many more people sit, one after the other; what is new since the last time."""
        for _ in range(sittings):
            self._people += 1
            self._sit(f"B{self._people:05d}")
        first = self._size - len(self._rows) + 1
        bundle = Bundle(SERIAL, self._record, first, tuple(self._rows), tuple(self._checkpoints))
        self._rows, self._checkpoints = [], []
        return seal_bundle(bundle, self._hr.public)

    def _form(self) -> Form:
        return Form(self._items, tuple(self._keys.values()))

    def _sit(self, staff: str) -> None:
        paper = draw_from(self._pool, Candidate(SESSION, staff, SESSION, 1))
        about = {"kind": "final", "staff": staff, "session": SESSION, "attempt": 1, "content": PACK, "seen": []}
        limit = {"limit_ms": self._blueprint.minutes * 60_000, "extra_ms": 0, "time": DEFAULT.as_json()}
        start = {**about, **limit, "paper": paper_to_json(paper)}
        att = sitting_id(SERIAL, self._size + 1, start)
        self._tell(Event.START, att, **start)
        items = {item.id: item for item in self._items}
        answers = {
            place.position: correct_response(items[place.item], self._keys[place.item], place) for place in paper.items
        }
        for place in paper.items:
            self._tell(Event.SHOW, att, position=place.position)
            self._wait(MINUTES * 60_000 // len(paper.items), att)
            value = response_json(answers[place.position])
            self._tell(Event.ANSWER, att, position=place.position, item=place.item, value=value)
        self._tell(Event.SUBMIT, att, cause="hand", answers=answers_digest(answers))
        result = grade(paper, self._keys, items, answers, GradingPolicy.of(self._blueprint))
        self._tell(Event.GRADED, att, result=result_to_json(result))
        self._clock.forward(minutes=2)
        self._sign()

    def _wait(self, ms: int, att: str) -> None:
        for _ in range(ms // BEAT_MS):
            self._clock.forward(BEAT_MS)
            self._tell(Event.HEARTBEAT, att)
        self._clock.forward(ms % BEAT_MS)

    def _tell(self, event: Event, att: str = "", **facts: object) -> None:
        self._size += 1
        body = make_body(facts, hashlib.sha256(b"%d" % self._size).digest()[:16])
        raw = make_line(self._size, self._prev, self._clock.now(), event, att, body).encode()
        self._prev = line_hash(raw)
        self._rows.append((raw, body))

    def _sign(self) -> None:
        told = Checkpoint(SERIAL, self._size, self._prev, self._clock.now().wt)
        self._checkpoints.append(sign_checkpoint(told, self._device.sign))
