"""What one offered file leaves in the register: plain values that cross from a judging process to the one that writes.

`Seen` is what the judging rested on. Where the register has moved on since, the file is judged again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """What the report says of a file."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding as it is shown and kept; `facts` are plain values."""

    code: str
    seq: int = 0
    sitting: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        """True for what waits for a person."""
        return self.code.startswith("E_")


@dataclass(frozen=True, slots=True)
class SittingRow:
    """One final as HR judged it; `percent` -1 where there is no result; `codes` are its own findings.

    `told_wt` is when its PC graded it and so told the person: 0 where it never did.
    """

    sitting: str
    serial: str
    seq: int
    staff_id: str
    branch: str
    course: str
    content: str
    blueprint: str
    form: str
    session: str
    attempt: int
    began_wt: int
    ended_wt: int
    state: str
    percent: int
    passed: bool
    accepted: bool
    settled: bool
    codes: str
    result: str
    tried: str
    sha256: str = ""
    told_wt: int = 0


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate; days in ISO form, `until_day` the last one that it is valid."""

    number: str
    sitting: str
    staff_id: str
    branch: str
    course: str
    percent: int
    issued_day: str
    until_day: str
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device after its last line; `studied` and `talks` as JSON, for the next bundle."""

    serial: str
    branch: str
    size: int
    head: str
    floor_wt: int
    last_wt: int
    studied: str = "[]"
    talks: str = "{}"


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A checkpoint that another PC has listed; `raw` its envelope in base64."""

    session: str
    serial: str
    size: int
    head: str
    raw: str


@dataclass(frozen=True, slots=True)
class ProctorRow:
    """Who opened a session on a device, by staff id."""

    session: str
    serial: str
    proctor: str


@dataclass(frozen=True, slots=True)
class Seen:
    """Fingerprints of what was looked up, by device, person and session."""

    devices: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that becomes of one file; `device` is None unless its lines are kept."""

    sha256: str
    serial: str = ""
    branch: str = ""
    first: int = 0
    last: int = 0
    head: str = ""
    repeated: bool = False
    findings: tuple[Found, ...] = ()
    device: DeviceRow | None = None
    anchors: Mapping[str, int] = field(default_factory=dict)
    listed: tuple[ListedRow, ...] = ()
    sittings: tuple[SittingRow, ...] = ()
    certificates: tuple[CertificateRow, ...] = ()
    seen: Seen = field(default_factory=Seen)
    proctors: tuple[ProctorRow, ...] = ()

    @property
    def status(self) -> Status:
        """As the report shows it."""
        if any(one.refuses for one in self.findings):
            return Status.REFUSED
        return Status.DUPLICATE if self.repeated else Status.ACCEPTED

    @property
    def code(self) -> str:
        """The first finding that refuses; empty where none does."""
        return next((one.code for one in self.findings if one.refuses), "")

    @property
    def may_wait(self) -> bool:
        """Kept lines whose only fault is an anchor that another bundle may bring."""
        refusing = {one.code for one in self.findings if one.refuses}
        return self.device is not None and refusing == {"E_ANCHOR_MISSING"}
