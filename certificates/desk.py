"""Issuing, finding and verifying certificates: load, decide by rule, save. A certificate is drawn once, ever."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from certificates.certificate import Certificate, CertificateFacts
from certificates.errors import NotPassed, UnknownCertificate
from certificates.files import write_whole
from certificates.numbering import certificate_number
from certificates.office import CertifyingOffice
from certificates.page_form import home_form
from certificates.proof.compact import CHINA
from certificates.proof.trust import trust_of
from certificates.standing.shelf import standing_of
from certificates.standing.status import status_of
from certificates.store import certificate_rows as rows
from certificates.store.correction_rows import correction_pdf, corrections_of, find_correction
from certificates.store.database import has_register, open_register
from certificates.verdict import Status, Verdict
from certificates.verify import EmptyRegister, Register, Verifier
from certificates.wording import last_valid_day
from exams import Clock, Kind, Person, Sitting, State


class CertificateDesk:
    """Everything that can be done with the certificates of one home."""

    def __init__(self, home: Path, office: CertifyingOffice) -> None:
        self._home = home
        self._office = office

    def issue(self, sitting: Sitting, person: Person) -> Certificate:
        """The certificate of a passed final, made on the first call and the same ever after.

        Stored before it is journalled: a kill in between is made good by the next call.
        Raises `NotPassed`, `NotEnrolled`, `Expired`, `Revoked`, `BadWording`, `MissingGlyph`, `TextTooLong`,
        `NumbersUsedUp` or `CannotWrite`.
        """
        certificate = self.draw(sitting, person)
        self.record(certificate)
        return certificate

    def draw(self, sitting: Sitting, person: Person) -> Certificate:
        """The slow half of issuing: drawn and stored, not yet journalled; it may run beside the window."""
        certificate = self.of_sitting(sitting.id)
        if certificate is None:
            _require_passed(sitting, person)
            certificate = self._make(sitting, person)
        return certificate

    def record(self, certificate: Certificate) -> None:
        """The other half: journalled and put into its folder, where the journal is written."""
        self._office.record_certificate(certificate.facts.sitting, certificate.number, certificate.sha256)
        self._file(certificate)

    def of_sitting(self, sitting_id: str) -> Certificate | None:
        """The certificate of a sitting, if it has one."""
        with open_register(self._home) as db:
            return rows.find_sitting(db, sitting_id)

    def of_person(self, staff_id: str) -> tuple[Certificate, ...]:
        """A person's certificates, oldest first."""
        with open_register(self._home) as db:
            return rows.of_person(db, staff_id)

    def chain(self, number: str) -> tuple[Certificate, ...]:
        """The certificates of one sitting, named by the number of any: this branch's, then HR's; the last one counts.

        Raises `UnknownCertificate`.
        """
        with open_register(self._home) as db:
            known = find_correction(db, number)
            found = known[0] if known else rows.find_number(db, number)
            if found is None:
                raise UnknownCertificate(number=number)
            own = rows.find_sitting(db, found.facts.sitting)
            return (*((own,) if own else ()), *corrections_of(db, found.facts.sitting))

    def all(self) -> tuple[Certificate, ...]:
        """Every certificate that this home issued, oldest first."""
        with open_register(self._home) as db:
            return rows.all_certificates(db)

    def pdf(self, number: str) -> bytes:
        """The frozen PDF; raises `UnknownCertificate` or `RegisterDamaged`."""
        with open_register(self._home) as db:
            pdf = rows.load_pdf(db, number) or correction_pdf(db, number)
        if pdf is None:
            raise UnknownCertificate(number=number)
        return pdf

    def standings(self, issued: Iterable[Certificate]) -> tuple[tuple[Status, str], ...]:
        """Where each stands by HR's lists that reached this home, and the number that took its place, else empty.

        Raises `BadList` or `TrustSpoilt`.
        """
        said, day = standing_of(self._home), today(self._office.clock)
        return tuple((status_of(one, said, day), said.successor(one.number) or "") for one in issued)

    def save_as(self, number: str, path: Path) -> None:
        """Write the frozen PDF where a person wants it; raises `CannotWrite`."""
        write_whole(path, self.pdf(number))

    def path(self, number: str) -> Path:
        """Where the home keeps a certificate's file."""
        return self._home / "certificates" / f"{number}.pdf"

    def verify(self, path: Path) -> Verdict:
        """Judge a PDF, scan or photograph against this home's register."""
        return verifier(self._home, self._office.clock).file(path)

    def _make(self, sitting: Sitting, person: Person) -> Certificate:
        from certificates.issuing import issued_file

        device = self._office.device
        facts = self._facts(sitting, person)
        with open_register(self._home) as db, db.atomic():
            rows.take_write_lock(db)
            already = rows.find_sitting(db, sitting.id)
            if already:  # another process was quicker
                return already
            sequence = rows.next_sequence(db, facts.branch_code, facts.issued.year)
            number = certificate_number(facts.branch_code, facts.issued.year, sequence)
            facts = replace(facts, number=number)
            pdf = issued_file(facts, device, now(self._office.clock), home_form(self._home))
            made = Certificate(number, sha256(pdf).hexdigest(), facts.issued, facts.valid_until, facts)
            rows.save_certificate(db, made, pdf)
        return made

    def _facts(self, sitting: Sitting, person: Person) -> CertificateFacts:
        office = self._office
        branch, course = office.branch, office.content.course()
        issued = today(office.clock)
        return CertificateFacts(
            number="",
            name=person.name,
            latin=person.latin,
            staff_id=person.staff_id,
            course_code=course.code,
            course_titles=dict(course.titles),
            minutes=course.minutes,
            score=sitting.result.percent if sitting.result else 0,
            pass_percent=office.content.blueprint(sitting.paper.blueprint).pass_percent,
            issued=issued,
            valid_until=last_valid_day(issued),
            branch_code=branch.code,
            branch_names=dict(branch.names),
            bank_names=dict(branch.bank),
            sitting=sitting.id,
            provisional=not branch.demonstration,
            demonstration=branch.demonstration,
        )

    def _file(self, certificate: Certificate) -> None:
        """Put the file where it belongs if it is not there as it was issued."""
        path = self.path(certificate.number)
        if not path.is_file() or sha256(path.read_bytes()).hexdigest() != certificate.sha256:
            write_whole(path, self.pdf(certificate.number))


@dataclass(frozen=True, slots=True)
class _HomeRegister:
    """A home's register, asked number by number."""

    home: Path

    def find(self, number: str) -> Certificate | None:
        """The certificate of a number."""
        with open_register(self.home) as db:
            return rows.find_number(db, number)


def verifier(home: Path, clock: Clock) -> Verifier:
    """Judges by a home's trust, lists and register without opening the office; one without a root believes nobody.

    Raises `TrustSpoilt` or `BadList`.
    """
    register: Register = _HomeRegister(home) if has_register(home) else EmptyRegister()
    return Verifier(trust_of(home), register, today(clock), standing_of(home))


def today(clock: Clock) -> date:
    """The day in China."""
    return now(clock).date()


def now(clock: Clock) -> datetime:
    """The moment in China."""
    return datetime.fromtimestamp(clock.now().wt / 1000, CHINA)


def _require_passed(sitting: Sitting, person: Person) -> None:
    passed = sitting.result is not None and sitting.result.passed
    certifies = sitting.kind is Kind.FINAL and sitting.state is State.GRADED and passed
    if not certifies or sitting.staff_id != person.staff_id:
        raise NotPassed(sitting=sitting.id, kind=str(sitting.kind), state=str(sitting.state), passed=passed)
