"""HR issues what a re-grading or a decision has overtaken: a new certificate, the old number replaced by it for good.

The PC that HR works at signs it, under the code that headquarters enrolled it with; HR's own key signs lists alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from certificates.certificate import CertificateFacts
from certificates.issuing import issued_file
from certificates.numbering import certificate_number
from certificates.page_form import home_form
from certificates.proof.compact import CHINA
from certificates.proof.token import claims_of, token
from certificates.standing.hr_lists import HrLists
from certificates.store.certificate_rows import next_sequence, take_write_lock
from certificates.store.database import open_register
from certificates.wording import last_valid_day
from exams import (
    AcademyError,
    CertificateRow,
    Clock,
    CourseFacts,
    DueCertificate,
    HqDesk,
    HrRegister,
    IssuedCertificate,
    IssueRefused,
    IssuingPc,
    issuing_pc,
)

Told = Callable[[int, int], bool]
"""Hears how many are done of how many; False ends the run after this one."""


@dataclass(frozen=True, slots=True)
class NotIssued:
    """One that could not be issued, and why; the run went on."""

    due: DueCertificate
    error: AcademyError


@dataclass(frozen=True, slots=True)
class Issued:
    """What came of a run; `left` were not reached because it was ended."""

    certificates: tuple[IssuedCertificate, ...]
    refused: tuple[NotIssued, ...]
    left: int = 0


class HrIssuer:
    """Issues in one home for one register; both desks stay open meanwhile."""

    def __init__(self, home: Path, hq: HqDesk, register: HrRegister, clock: Clock) -> None:
        self._home = home
        self._hq = hq
        self._register = register
        self._clock = clock

    def issue(self, told: Told = lambda _done, _total: True) -> Issued:
        """Everything that is due; HR's lists follow at the end, also for what an earlier run was cut short over.

        Raises `NotEnrolled`, `Expired` or `Revoked` where this PC may not certify, `KeyNotHere`, or disk trouble.
        """
        due, pc, courses = self._register.issuing.due(), issuing_pc(self._home, self._clock), self._hq.course_facts()
        done, refused = list[IssuedCertificate](), list[NotIssued]()
        try:
            for count, one in enumerate(due, start=1):
                try:
                    done.append(self._one(one, pc, courses.get(one.content)))
                except AcademyError as error:
                    refused.append(NotIssued(one, error))
                if not told(count, len(due)):
                    break
        finally:
            self._follow()
        return Issued(tuple(done), tuple(refused), len(due) - len(done) - len(refused))

    def _follow(self) -> None:
        """HR's lists say of everything that was issued here what has to be said."""
        issued = self._register.issuing.issued()
        if issued:
            lists = HrLists(self._home, self._hq, self._today)
            lists.issued({one.number: one.replaces for one in issued})

    def _one(self, due: DueCertificate, pc: IssuingPc, course: CourseFacts | None) -> IssuedCertificate:
        if course is None or due.blueprint not in course.pass_percents:
            raise IssueRefused(reason="course", course=due.course)
        if not due.name:
            raise IssueRefused(reason="name", staff_id=due.staff_id)
        book, issued = self._register.issuing, self._today()
        with open_register(self._home) as db, db.atomic():
            take_write_lock(db)
            beginning = certificate_number(pc.branch.code, issued.year, 1)[: -len("000001-X")]
            sequence = next_sequence(db, pc.branch.code, issued.year, book.last_sequence(beginning) + 1)
            facts = _facts(due, pc, course, issued, certificate_number(pc.branch.code, issued.year, sequence))
            pdf = issued_file(facts, pc.device, self._now(), home_form(self._home))
            return book.keep(_row(facts, due), due, token(claims_of(facts), pc.device), pdf)

    def _today(self) -> date:
        return self._now().date()

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now().wt / 1000, CHINA)


def _facts(due: DueCertificate, pc: IssuingPc, course: CourseFacts, issued: date, number: str) -> CertificateFacts:
    ended = datetime.fromtimestamp(due.ended_wt / 1000, CHINA).date()
    return CertificateFacts(
        number=number,
        name=due.name,
        latin=due.latin,
        staff_id=due.staff_id,
        course_code=course.code,
        course_titles=dict(course.titles),
        minutes=course.minutes,
        score=due.percent,
        pass_percent=due.pass_percent if due.pass_percent >= 0 else course.pass_percents[due.blueprint],
        issued=issued,
        valid_until=date.fromisoformat(due.until_day) if due.until_day else last_valid_day(ended),
        branch_code=pc.branch.code,
        branch_names=dict(pc.branch.names),
        bank_names=dict(pc.branch.bank),
        sitting=due.sitting,
        provisional=False,
        demonstration=pc.branch.demonstration,
    )


def _row(facts: CertificateFacts, due: DueCertificate) -> CertificateRow:
    return CertificateRow(
        number=facts.number,
        sitting=due.sitting,
        staff_id=due.staff_id,
        branch=facts.branch_code,
        course=due.course,
        percent=due.percent,
        issued_day=facts.issued.isoformat(),
        until_day=facts.valid_until.isoformat(),
    )
