"""What the page of one person shows."""

from dataclasses import dataclass

from desktop.widgets.values import Fact, Tone


@dataclass(frozen=True, slots=True)
class CourseRow:
    """The person with one course today, in words."""

    course: str
    state: str
    tone: Tone
    detail: str


@dataclass(frozen=True, slots=True)
class SittingRow:
    """One final in words; `found` is what HR's checks say of it."""

    sitting: str
    course: str
    began_wt: int
    attempt: int
    result: str
    found: str


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate in words; it `stands` while nothing took its place, nobody revoked it and its term runs."""

    number: str
    course: str
    state: str
    tone: Tone
    detail: str
    stands: bool


@dataclass(frozen=True, slots=True)
class HrPersonState:
    """`facts` say who it is; `history` what staff lists did, oldest first.

    `unlisted` says why HR's lists could not be asked about the certificates.
    """

    staff_id: str = ""
    title: str = ""
    facts: tuple[Fact, ...] = ()
    courses: tuple[CourseRow, ...] = ()
    sittings: tuple[SittingRow, ...] = ()
    certificates: tuple[CertificateRow, ...] = ()
    unlisted: str = ""
    history: tuple[Fact, ...] = ()
    fault: str = ""
