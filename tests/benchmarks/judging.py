"""What HR pays for a bundle: opened, every line checked, papers drawn again, time worked out, graded and compared."""

import hashlib
from datetime import UTC, datetime
from time import perf_counter

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

SITTINGS = 50
MANY = (500, 5_000)
LONG = 7
"""Rounds from which on the thousands are judged too."""
ALLOWED_MS = 1000.0
BEGAN = 1_795_000_000_000
YEAR = 365 * 86_400_000
SERIAL, SESSION, PACK = "D00000001", "S00000001", "c0"
BEAT_MS, MINUTES = 15_000, 55


def judging(rounds: int) -> Measured:
    """Fifty sittings of seventy items in one bundle; the long form shows what each costs among thousands."""
    branch = Branch()
    raw, trust = branch.hand_in(SITTINGS), branch.trust()
    ours = median_ms([seconds_of(lambda: _accepted(raw, trust)) for _ in range(rounds + 1)][1:])
    lines = len(open_bundle(raw, trust.keys).rows)
    note = f"{lines:,} lines, {len(raw) / 1e6:.1f} MB"
    if rounds >= LONG:
        each = zip((SITTINGS, *MANY), _each(branch, raw), strict=True)
        note += "".join(f"; {ms:.1f} ms each among {many:,}" for many, ms in each)
    return Measured(f"{SITTINGS} sittings judged", ours, rounds, "the time allowed", ALLOWED_MS, limit=1.0, note=note)


def _accepted(raw: bytes, trust: HrTrust):
    verdict = verify_bundle(raw, trust)
    if not verdict.accepted or not verdict.whole or len(verdict.sittings) != SITTINGS:
        raise AssertionError(verdict.codes)
    return verdict


def _each(branch: "Branch", first: bytes) -> list[float]:
    """Milliseconds for a sitting of the first five bundles, and of the last five of so many sittings.

    Each bundle is held against all that came before it.
    """
    known, spent, raw = Known(), list[float](), first
    for number in range(MANY[-1] // SITTINGS):
        raw = branch.hand_in(SITTINGS) if number else first
        trust = branch.trust(known)
        began = perf_counter()
        verdict = _accepted(raw, trust)
        spent.append(perf_counter() - began)
        known = known_after(known, raw, verdict)
    return [median_ms(spent[max(0, many // SITTINGS - 5) :][:5]) / SITTINGS for many in (SITTINGS, *MANY)]


class Branch:
    """Hands in sittings of the full form, one after the other, as the app would have written them."""

    def __init__(self, serial: str = SERIAL, house: "Branch | None" = None) -> None:
        """`house` is another branch of the same headquarters."""
        self._serial, self._device = serial, DeviceKeys.generate()
        self._hq, self._hr = (house._hq, house._hr) if house else (Headquarters(), SealingKey.generate())
        request = read_request(make_request(self._device, "BJ-WJ01", "PC"))
        term = Term(BEGAN - YEAR, BEGAN + YEAR, 1)
        self._record = issue_record(request, serial, self._hq.keys[RoleName.CA], term)
        self._blueprint, self._items = full_blueprint(), full_bank()
        self._pool = prepare(self._blueprint, self._items, datetime.fromtimestamp(BEGAN / 1000, UTC).date())
        self._keys = {one.id: AnswerKey(one.id, one.version, RIGHT[one.type], {}, "0.02") for one in self._items}
        self._clock, self._prev, self._size, self._people = StoryClock(BEGAN), GENESIS, 0, 0
        self._rows: list[tuple[bytes, bytes]] = []
        self._checkpoints: list[bytes] = []
        self._tell(Event.GENESIS, device=serial)

    def trust(self, known: Known | None = None) -> HrTrust:
        """All that HR is told."""
        releases = (Release(SlotPurpose.ITEMS, BEGAN),)
        session = HrSession(SESSION, "BJ-WJ01", "A", BEGAN - YEAR, BEGAN + YEAR, releases)
        pack = PackTruth(Grading.WITH_UNLOCK, {"final": self._blueprint}, {"A": self._form()})
        return HrTrust(
            keys=(self._hr,),
            roots=(self._hq.root,),
            now_wt=BEGAN + YEAR,
            known={self._serial: known} if known else {},
            sessions={SESSION: session},
            packs={PACK: pack},
            policy=HrPolicy(retakes=False, roles=False),
        )

    def hand_in(self, sittings: int) -> bytes:
        """So many more people sit, one after the other; what is new since the last time."""
        for _ in range(sittings):
            self._people += 1
            self._sit(f"{self._serial[-4:]}{self._people:05d}")
        first = self._size - len(self._rows) + 1
        bundle = Bundle(self._serial, self._record, first, tuple(self._rows), tuple(self._checkpoints))
        self._rows, self._checkpoints = [], []
        return seal_bundle(bundle, self._hr.public)

    def _form(self) -> Form:
        return Form(self._items, tuple(self._keys.values()))

    def _sit(self, staff: str) -> None:
        paper = draw_from(self._pool, Candidate(SESSION, staff, SESSION, 1))
        about = {"kind": "final", "staff": staff, "session": SESSION, "attempt": 1, "content": PACK, "seen": []}
        limit = {"limit_ms": self._blueprint.minutes * 60_000, "extra_ms": 0, "time": DEFAULT.as_json()}
        start = {**about, **limit, "paper": paper_to_json(paper)}
        att = sitting_id(self._serial, self._size + 1, start)
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
        told = Checkpoint(self._serial, self._size, self._prev, self._clock.now().wt)
        self._checkpoints.append(sign_checkpoint(told, self._device.sign))
