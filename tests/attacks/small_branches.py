"""Two enrolled PCs whose journals are as short as a sitting can be: so little to read that millions can be spoilt."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from exams.bundles.answers import seal_answers
from exams.bundles.bundle import Bundle, seal_bundle
from exams.bundles.hr_trust import Form, HrPolicy, HrSession, HrTrust, PackTruth, Release
from exams.devices.checkpoint import Checkpoint, sign_checkpoint
from exams.devices.identity import DeviceKeys
from exams.devices.record import Term, issue_record
from exams.devices.request import make_request, read_request
from exams.items.item import AnswerKey, ItemType
from exams.items.response import response_json
from exams.journal.line import GENESIS, Event, line_hash, make_body, make_line, read_line
from exams.packs.manifest import Grading
from exams.packs.slots import SlotPurpose
from exams.papers.blueprint import RedLineGate
from exams.papers.codec import paper_to_json
from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import Pool, prepare
from exams.sittings.identity import answers_digest, sitting_id
from exams.timing.policy import DEFAULT
from exams.timing.story_clock import StoryClock
from exams.trust.root import RoleName
from tests.exams.grading.places import RIGHT
from tests.exams.packs.headquarters import DAY, NOW, Headquarters
from tests.exams.papers.full_form import an_item, full_blueprint

BRANCH, SESSION, PACK = "BJ-WJ01", "S00000001", "c0"
SERIALS = ("D00000001", "D00000002")


@dataclass(frozen=True)
class Samples:
    """Genuine bundles, sealed and not, what HR holds them against, and the devices' keys."""

    bundles: tuple[Bundle, ...]
    raws: tuple[bytes, ...]
    trust: HrTrust
    devices: tuple[DeviceKeys, ...] = field(repr=False)

    @property
    def hr_seal(self) -> bytes:
        """The key to which anybody can seal."""
        return self.trust.roots[0].hr_seal


def make_samples() -> Samples:
    """On each PC one person gave one answer to a paper of one item, and handed it in: three lines and the first."""
    hq = Headquarters()
    blueprint = replace(
        full_blueprint(), cells={(1, ItemType.SINGLE): 1}, levels={}, red_line=RedLineGate(), minutes=60
    )
    items = tuple(an_item(1, ItemType.SINGLE, number, enemies=()) for number in (1, 2))
    keys = tuple(AnswerKey(one.id, one.version, RIGHT[one.type], {}) for one in items)
    pool = prepare(blueprint, items, datetime.fromtimestamp(NOW / 1000, UTC).date())
    session = HrSession(SESSION, BRANCH, "A", NOW - DAY, NOW + 300 * DAY, (Release(SlotPurpose.ITEMS, NOW),))
    trust = HrTrust(
        keys=(hq.recovery,),
        roots=(hq.root,),
        now_wt=NOW + DAY,
        sessions={SESSION: session},
        packs={PACK: PackTruth(Grading.WITH_UNLOCK, {"final": blueprint}, {"A": Form(items, keys)})},
        policy=HrPolicy(retakes=False, roles=False),
    )
    devices = tuple(DeviceKeys.generate() for _ in SERIALS)
    bundles = [_handed_in(hq, keys, serial, pool) for keys, serial in zip(devices, SERIALS, strict=True)]
    bundles.append(_with_sealed_answers(bundles[0], hq.root.hr_seal))
    return Samples(tuple(bundles), tuple(seal_bundle(one, hq.root.hr_seal) for one in bundles), trust, devices)


def _handed_in(hq: Headquarters, device: DeviceKeys, serial: str, pool: Pool) -> Bundle:
    request = read_request(make_request(device, BRANCH, "PC"))
    record = issue_record(request, serial, hq.keys[RoleName.CA], Term(NOW - DAY, NOW + 300 * DAY, 1))
    staff = f"B{serial[1:]}"
    paper = draw_from(pool, Candidate(SESSION, staff, SESSION, 1))
    about = {"kind": "final", "staff": staff, "session": SESSION, "attempt": 1, "content": PACK, "seen": []}
    limit = {"limit_ms": 60 * 60_000, "extra_ms": 0, "time": DEFAULT.as_json()}
    start = {**about, **limit, "paper": paper_to_json(paper)}
    att, given, item = sitting_id(serial, 2, start), "B", paper.at(1).item
    lines = (
        (Event.GENESIS, "", {"device": serial}),
        (Event.START, att, start),
        (Event.ANSWER, att, {"position": 1, "item": item, "value": response_json(given)}),
        (Event.SUBMIT, att, {"cause": "hand", "answers": answers_digest({1: given})}),
    )
    clock, prev, rows = StoryClock(NOW), GENESIS, []
    for seq, (event, sitting, facts) in enumerate(lines, 1):
        body = make_body(facts, hashlib.sha256(f"{serial}{seq}".encode()).digest()[:16])
        raw = make_line(seq, prev, clock.now(), event, sitting, body).encode()
        prev = line_hash(raw)
        rows.append((raw, body))
        clock.forward(1_000)
    signed = sign_checkpoint(Checkpoint(serial, len(rows), prev, clock.now().wt), device.sign)
    return Bundle(serial, record, 1, tuple(rows), (signed,))


def _with_sealed_answers(bundle: Bundle, hr_seal: bytes) -> Bundle:
    """As it is handed in once the final is over: the answer's body lies in a piece of its own."""
    (seq, att), rows = _answer_in(bundle), list(bundle.rows)
    raw, body = rows[seq - 1]
    rows[seq - 1] = raw, None
    sealed = seal_answers(bundle.serial, att, {seq: body or b""}, hr_seal)
    return replace(bundle, rows=tuple(rows), sealed=(sealed,))


def _answer_in(bundle: Bundle) -> tuple[int, str]:
    lines = [line for raw, _ in bundle.rows if (line := read_line(raw)) is not None]
    return next((line.seq, line.att) for line in lines if line.type == Event.ANSWER)
