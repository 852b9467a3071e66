"""What HR makes of a bundle: findings with their codes, and every sitting with the result HR has worked out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from exams.bundles.hr_trust import Try
from exams.grading.marks import Result
from exams.journal.line import Record
from exams.sittings.sitting import Sitting, State


class Code(StrEnum):
    """Every finding there is. `E_`: not accepted until a person decides; `W_`: accepted, and counted."""

    UNSEAL = "E_UNSEAL"
    SIZE = "E_SIZE"
    JSON = "E_JSON"
    FORMAT = "E_FORMAT"
    SIGNATURE = "E_SIG"
    UNKNOWN_DEVICE = "E_UNKNOWN_DEVICE"
    REVOKED_DEVICE = "E_REVOKED_DEVICE"
    EXPIRED = "E_EXPIRED"
    SEQUENCE = "E_SEQ"
    CHAIN = "E_CHAIN"
    FORK = "E_FORK"
    GAP = "E_GAP"
    ROLLBACK = "E_ROLLBACK"
    CHECKPOINT = "E_CHECKPOINT"
    UNSIGNED_TAIL = "E_UNSIGNED_TAIL"
    TIME_NEGATIVE = "E_TIME_NEGATIVE"
    CLOCK_JUMP = "W_CLOCK_JUMP"
    CLOCK_BACK = "W_CLOCK_BACK"
    SESSION = "E_SESSION"
    WINDOW = "E_WINDOW"
    SESSION_LONG = "W_SESSION_LONG"
    ANCHOR_MISSING = "E_ANCHOR_MISSING"
    NO_ANCHOR = "W_NO_ANCHOR"
    DUPLICATE = "E_DUP_ATTEMPT"
    ATTEMPT_ID = "E_ATTEMPT_ID"
    SHAPE = "E_ATTEMPT_SHAPE"
    PAPER = "E_PAPER"
    TOO_MANY = "E_TOO_MANY_ATTEMPTS"
    LATE_ANSWER = "E_LATE_ANSWER"
    NO_RESUME = "E_RESUME"
    RESUMED = "W_RESUME"
    PAUSED = "W_PAUSE"
    CREDIT = "W_CREDIT"
    EXTRA_TIME = "E_EXTRA_TIME"
    ANSWERS = "E_ANSWERS"
    SCORE = "E_SCORE_MISMATCH"
    CERTIFICATE = "E_CERT_MISMATCH"
    ROLE = "E_ROLE_CERTIFICATE"
    OVERRIDE = "E_OVERRIDE"
    REPORT = "E_REPORT"
    NO_ROSTER = "W_NOT_ON_ROSTER"
    LATE_ENTRY = "E_LATE_ENTRY"
    EARLY_HAND_IN = "W_EARLY_HAND_IN"
    HANDOVER = "E_HANDOVER_PAIR"
    HANDOVER_HALF = "W_HANDOVER_HALF"
    UNKNOWN_BUILD = "W_UNKNOWN_BUILD"
    STUDY_RULES = "W_STUDY_RULES"


@dataclass(frozen=True, slots=True)
class Finding:
    """`seq` is the line it stands in, 0 for the whole; `sitting` is empty where it is nobody's."""

    code: str
    seq: int = 0
    sitting: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """True for `E_`."""
        return self.code.startswith("E_")


@dataclass(frozen=True, slots=True)
class Judged:
    """One final as HR sees it. `result` is HR's own, None while it runs, once it is void, or where none can be had.

    `told_wt` is when its PC graded it: where a second code holds results back, after that code; 0 while it has not.
    """

    sitting: Sitting
    tried: Try
    result: Result | None
    accepted: bool
    told_wt: int = 0

    @property
    def id(self) -> str:
        """The sitting's."""
        return self.sitting.id

    @property
    def passed(self) -> bool:
        """What counts: accepted, not void, and passed by HR's own grading."""
        return self.accepted and self.result is not None and self.result.passed

    @property
    def settled(self) -> bool:
        """False where a later bundle may change the verdict without a line about this sitting."""
        return self.accepted and self.sitting.state in {State.GRADED, State.VOID}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`whole`: lines and signatures hold and follow on what is known, so they may be kept; `records` are the new ones.

    `repeated`: nothing in it is new. `sittings` replace earlier verdicts about the same ones.
    """

    serial: str = ""
    first: int = 0
    last: int = 0
    head: str = ""
    whole: bool = False
    repeated: bool = False
    findings: tuple[Finding, ...] = ()
    sittings: tuple[Judged, ...] = ()
    records: tuple[Record, ...] = ()
    apart: tuple[Record, ...] = ()  # those of them that are no beat, and show or answer no question
    hashes: tuple[str, ...] = ()  # of `records`
    vouched: Mapping[str, int] = field(default_factory=dict)  # anchors of its checkpoints -> size

    @property
    def accepted(self) -> bool:
        """True where nothing waits for a person."""
        return not any(finding.refuses for finding in self.findings)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes found, sorted, each once."""
        return tuple(sorted({finding.code for finding in self.findings}))
