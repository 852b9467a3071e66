"""What HR holds a bundle against: keys, withdrawals, the release office's log, packs with their keys, what is known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from exams.devices.record import DeviceRecord
from exams.items.item import AnswerKey, Item
from exams.journal.line import GENESIS, Record
from exams.packs.briefs import NO_RULES, RoomRules
from exams.packs.manifest import Grading
from exams.packs.slots import SlotPurpose
from exams.papers.blueprint import Blueprint
from exams.timing.clock import Moment
from exams.timing.policy import DEFAULT, TimePolicy
from exams.trust.keys import SealingKey
from exams.trust.revocation import Revocations
from exams.trust.root import Root


@dataclass(frozen=True, slots=True)
class Release:
    """One code given out at `wt` of headquarters' own clock; `anchor` as the office noted it, empty where none."""

    purpose: SlotPurpose
    wt: int
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A checkpoint that another PC of the session has listed under its own anchor: this journal must contain it.

    `raw` is the envelope as it was listed: one that the device itself did not sign vouches for nothing.
    """

    serial: str
    size: int
    head: str
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class Granted:
    """Minutes above the limit as headquarters' own log has them: for one person on one PC."""

    serial: str
    staff_id: str
    minutes: int


@dataclass(frozen=True, slots=True)
class SignedRules:
    """Rules of learning that HR signed: the hash of what was signed, and what it said; for all where none is named."""

    sha256: str
    gating: bool
    call_pause: bool
    branches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HrSession:
    """One session as headquarters planned and released it; `elsewhere` are its anchors found in other journals."""

    session: str
    branch: str
    form: str
    not_before_wt: int
    not_after_wt: int
    releases: tuple[Release, ...] = ()
    elsewhere: frozenset[str] = frozenset()
    listed: tuple[Listed, ...] = ()
    rules: RoomRules = NO_RULES
    roster: frozenset[str] = frozenset()  # staff ids; empty where headquarters expected nobody in particular


@dataclass(frozen=True, slots=True)
class Form:
    """The sealed pool of one form, opened at HR."""

    items: tuple[Item, ...]
    keys: tuple[AnswerKey, ...]


@dataclass(frozen=True, slots=True)
class PackTruth:
    """What HR knows of a pack that branches can only open with a code."""

    grading: Grading
    blueprints: Mapping[str, Blueprint]
    forms: Mapping[str, Form]


@dataclass(frozen=True, slots=True)
class Try:
    """One final of a person on any device, as HR has judged it; from `void_seq` on (0: never) it is void.

    A void one counts for the items that were seen, and for no try.
    """

    sitting: str
    serial: str
    seq: int
    staff_id: str
    blueprint: str
    session: str
    attempt: int
    began_wt: int
    items: frozenset[str]
    passed: bool = False
    void_seq: int = 0
    chapters: Mapping[int, int] = field(default_factory=dict)  # percent by chapter
    told_by: str = ""  # the PC that took it over and told of it; empty where it began and ended at one


@dataclass(frozen=True, slots=True)
class Known:
    """What HR has of one device. `hashes` of all its lines, or () where only the head was kept.

    `sittings` gives the earlier records of a sitting; `unsettled` are to be judged again although nothing new is told
    of them. `studied` (by staff id and chapter) and `talks` open a new cycle of tries.
    """

    size: int = 0
    head: str = GENESIS
    hashes: Sequence[str] = ()
    files: frozenset[str] = frozenset()  # SHA-256 of every bundle taken in
    moment: Moment | None = None  # of the last line
    floor_wt: int = 0
    sittings: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    unsettled: frozenset[str] = frozenset()
    vouched: Mapping[str, int] = field(default_factory=dict)  # anchors of earlier checkpoints -> size
    studied: Mapping[tuple[str, int], int] = field(default_factory=dict)
    talks: Mapping[str, Sequence[int]] = field(default_factory=dict)
    rules: str = ""  # hash of the rules of learning in force


@dataclass(frozen=True, slots=True)
class Claim:
    """What a certificate's signed code claims; `score` in whole percent, days in ISO form or empty."""

    number: str
    sitting: str
    staff_id: str
    score: int
    issued_day: str = ""
    until_day: str = ""


ClaimReader = Callable[[bytes, DeviceRecord], Claim]
"""Reads a token signed by a device; raises `AcademyError`."""


@dataclass(frozen=True, slots=True)
class HrPolicy:
    """`time` caps what a start line may allow itself; `retakes` False where branches do not wait between tries.

    `roles` False where staff act without role certificates of headquarters, as in a demonstration.
    """

    time: TimePolicy = DEFAULT
    retakes: bool = True
    roles: bool = True
    builds: frozenset[str] = frozenset()  # program builds known; empty: not asked


@dataclass(frozen=True, slots=True)
class HrTrust:
    """All that `verify_bundle` is told. `packs` by the SHA-256 of their manifest; `tries` by staff id, of all devices.

    `devices`: serial → public signing key as enrolled; None: whatever the ca role has signed is known.
    """

    keys: tuple[SealingKey, ...]
    roots: tuple[Root, ...]
    now_wt: int
    revocations: Revocations = field(default_factory=Revocations)
    known: Mapping[str, Known] = field(default_factory=dict)
    sessions: Mapping[str, HrSession] = field(default_factory=dict)
    packs: Mapping[str, PackTruth] = field(default_factory=dict)
    tries: Mapping[str, Sequence[Try]] = field(default_factory=dict)
    policy: HrPolicy = field(default_factory=HrPolicy)
    devices: Mapping[str, bytes] | None = None
    claims: ClaimReader | None = None
    granted: Mapping[str, Granted] = field(default_factory=dict)  # by nonce: minutes above the limit
    rules: Sequence[SignedRules] | None = None  # of learning, in the order they were signed; None: not asked
