"""HR's side for tests: an enrolled branch whose exam is sealed, and all that HR holds its bundles against."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from exams.bundles.bundle import Bundle, Token, open_bundle, seal_bundle
from exams.bundles.hr_trust import Form, HrPolicy, HrSession, HrTrust, Known, PackTruth, Release
from exams.bundles.known import known_after, tries_after
from exams.bundles.verify import verify_bundle
from exams.desk.checkpoints import Checkpoints
from exams.devices.record import Term, issue_record
from exams.devices.request import make_request, read_request
from exams.journal.line import read_line
from exams.packs.manifest import Grading
from exams.packs.slots import SlotPurpose
from exams.store.content_rows import ContentStore
from exams.store.device_files import keep_record, make_device
from exams.store.exam_memory import ExamMemory
from exams.store.sealed_rows import sealed_of
from exams.trust.root import RoleName
from tests.exams.desk.branch_pc import BRANCH, DAY, MINUTE, NOON
from tests.exams.desk.sealed_branch import ELSEWHERE, HERE, LATER, SealedBranch, Stick

SERIAL = "D00000001"
RELEASED = Release(SlotPurpose.ITEMS, NOON)


def record_for(hq, keys, serial=SERIAL, branch=BRANCH.code, signer=None, days=365):
    """Headquarters' record for a PC's keys."""
    request = read_request(make_request(keys, branch, "counter 1"))
    term = Term(NOON - DAY, NOON + days * DAY, 1)
    return issue_record(request, serial, signer or hq.keys[RoleName.CA], term)


def enrolled(home: Path, stick: Stick) -> SealedBranch:
    """A branch PC with keys, record and pack; a session of today is open. `home` is new."""
    home.mkdir(parents=True)
    keys = make_device(home)
    keep_record(home, record_for(stick.hq, keys))
    pc = SealedBranch.take_in(home, stick)
    pc.device, pc.record = keys, (home / "keys" / "device.record").read_bytes()
    pc.reopen()
    pc.room_code = pc.unlock()
    return pc


def handed_in(pc, first=1, certificates=(), serial=SERIAL):
    """What the branch hands in from a line on: rows as in the journal, checkpoints as the device signed them."""
    checkpoints = Checkpoints(pc.db, pc.home)
    checkpoints.sign_now(pc.office.journal)
    rows = tuple((raw, body) for _, raw, body in pc.office.journal.rows(first))
    signed = tuple(raw for _, raw in checkpoints.since(first))
    record = (pc.home / "keys" / "device.record").read_bytes()
    sealed = sealed_of(pc.db, {read_line(raw).att for raw, _ in rows} - {""})
    return opened(Bundle(serial, record, first, rows, signed, tuple(Token(*one) for one in certificates), sealed), pc)


def opened(bundle, pc):
    """A bundle as HR sees it, whose bodies tests may then change."""
    if not bundle.sealed:
        return bundle
    hq = pc.stick.hq
    return replace(open_bundle(seal_bundle(bundle, hq.root.hr_seal), [hq.recovery]), sealed=())


def plan_of(session, *releases):
    """A session as headquarters has it in its log."""
    window = session.not_before_wt, session.not_after_wt
    return HrSession(session.session, session.branch, session.form, *window, (RELEASED, *releases))


@dataclass
class HrRoom:
    """Knows the pack of a stick; takes bundles in one after the other."""

    stick: Stick
    content: Path
    grading: Grading
    sessions: dict = field(default_factory=lambda: {one.session: plan_of(one) for one in (HERE, LATER, ELSEWHERE)})
    known: dict = field(default_factory=dict)
    tries: dict = field(default_factory=dict)
    policy: HrPolicy = field(default_factory=lambda: HrPolicy(retakes=False, roles=False))
    more: dict = field(default_factory=dict)

    def __post_init__(self):
        store = ContentStore(self.content)
        blueprints = {name: store.blueprint(name) for name in store.blueprints()}
        store.close()
        self.pack = PackTruth(self.grading, blueprints, {"A": form_of(self.stick.parts)})

    def trust(self, **changes):
        """All that HR is told now."""
        trust = HrTrust(
            keys=(self.stick.hq.recovery,),
            roots=(self.stick.hq.root,),
            now_wt=NOON + DAY,
            known=dict(self.known),
            sessions=dict(self.sessions),
            packs={self.stick.sha256: self.pack},
            tries=dict(self.tries),
            policy=self.policy,
        )
        return replace(trust, **{**self.more, **changes})

    def fresh(self):
        """The same room before it took anything in."""
        return replace(self, known={}, tries={}, sessions=dict(self.sessions))

    def seal(self, bundle):
        return seal_bundle(bundle, self.stick.hq.root.hr_seal)

    def verify(self, bundle, **changes):
        """The verdict about a bundle, sealed first where it is not yet."""
        raw = bundle if isinstance(bundle, bytes) else self.seal(bundle)
        return verify_bundle(raw, self.trust(**changes))

    def take_in(self, bundle, **changes):
        """The same, and what it leaves behind is kept."""
        raw = bundle if isinstance(bundle, bytes) else self.seal(bundle)
        verdict = verify_bundle(raw, self.trust(**changes))
        self.known[verdict.serial] = known_after(self.known.get(verdict.serial, Known()), raw, verdict)
        self.tries = tries_after(self.tries, verdict)
        return verdict

    def anchored(self, session, *releases):
        """The office has noted further releases for a session."""
        before = self.sessions[session]
        self.sessions[session] = replace(before, releases=(*before.releases, *releases))


def key_release(anchor, minutes=30):
    """The grading code, paid for with an anchor so long after noon."""
    return Release(SlotPurpose.KEY, NOON + minutes * MINUTE, anchor)


def form_of(parts) -> Form:
    """Items and keys from the clear parts."""
    memory = ExamMemory()
    memory.open_items(parts.items)
    items = memory.items()
    with memory.keys_open(parts.keys):
        return Form(items, tuple(memory.key(item.id, item.version) for item in items))


def refusals(verdict):
    """The codes that refuse."""
    return [code for code in verdict.codes if code.startswith("E_")]
