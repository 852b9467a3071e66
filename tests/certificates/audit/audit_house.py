"""A headquarters that makes audit packs: one PC that certifies, six certificates, HR's acts on different days."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from certificates import AuditOffice, AuditPlan, HrLists, check_audit, device_papers
from certificates.audit.manifest import described, files_below, read_manifest, sign_manifest
from certificates.numbering import certificate_number
from certificates.proof.token import claims_of, token
from exams import Ack, CertificateProof, RoleName, first_root, sitting_id
from exams.desk.certifying import certifying_device
from tests.certificates.examples import some_facts
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.head_office import BRANCH, DAY, HeadOffice, course_parts

FIRST, LAST, TODAY = date(2026, 1, 1), date(2027, 6, 30), date(2026, 11, 24)
NUMBERS = tuple(certificate_number(BRANCH, 2026, count) for count in range(1, 7))
KEPT, REVOKED, REPLACED, WAITING, SHORT, UNPROVED = NUMBERS
PLAN = AuditPlan(FIRST, LAST, (), "t", tuple("abcdefghijkl"), {"revoked": "Valid", "superseded": "Valid"})


class Register:
    """HR's register as far as audit packs ask it; `breaks` is raised in the middle of the proofs."""

    def __init__(self, proofs, breaks=None):
        self.held, self.breaks = proofs, breaks

    def proofs(self, _keys, _span, _branches=()):
        for proof in self.held:
            yield proof
            if self.breaks:
                raise self.breaks

    def extract(self, _day, _branches=()):
        yield from (("staff_id", "state"), ("A0000005", "valid"))

    def receivable(self, _branches=()):
        return (Ack("D00000001", 7, "0" * 64),)


class House:
    """`pack` lies in `folder`, made by HR; `proofs` are what it was made of."""

    def __init__(self, folder):
        self.folder, self.pack = folder, folder / "pack"
        self.office = HeadOffice(folder, None)

    @property
    def root(self):
        return (self.office.home / "hq" / "roots" / "1.json").read_bytes()  # read, not opened: workers share the house

    def make(self, register, out, plan=PLAN):
        with self.office.desk() as desk:
            return AuditOffice(self.office.home, desk, lambda: TODAY).make(register, plan, out)

    def proofs(self):
        """Six certificates that one PC signed, the last without its start record."""
        with self.office.desk() as desk:
            edition = desk.audit_sources().editions[0].sha256
        device = certifying_device(self.folder / "branch", self.office.clock)
        made = [proof_of(device, number, edition) for number in NUMBERS]
        return [*made[:-1], replace(made[-1], start={})]

    def signed_again(self, pack):
        """HR itself signs the folder as it lies there now."""
        keys = first_root(self.root).keys_of(RoleName.HR)[0]
        before = read_manifest((pack / "manifest.json").read_bytes(), keys)
        names = sorted({*files_below(pack)} - {"manifest.json"})
        told = replace(before, files={name: described(pack / name) for name in names})
        with self.office.desk() as desk:
            raw = desk.signed_by_hr("audit", {}, lambda key: sign_manifest(told, key))
        (pack / "manifest.json").write_bytes(raw)

    def checked(self, pack=None):
        return check_audit(pack or self.pack, self.root)


def found_house(folder: Path) -> None:
    """All but `WAITING` are confirmed on the first day; after ten days one is revoked, after twenty one replaced."""
    office = HeadOffice(folder, course_parts(folder / "assets"))
    office.found()
    office.publish(1)
    enrolled(office, papers=device_papers)
    with office.desk() as desk:
        desk.hr_material([office.stick / "1.pack"])
    house = House(folder)
    house.office = office
    proofs = house.proofs()
    at_hr(office, lambda lists: lists.confirm([one for one in NUMBERS if one != WAITING]))
    office.clock.forward(10 * DAY)
    at_hr(office, lambda lists: lists.revoke([REVOKED]))
    office.clock.forward(10 * DAY)
    at_hr(office, lambda lists: lists.supersede(REPLACED, KEPT))
    house.make(Register(proofs), house.pack)
    shutil.rmtree(folder / "assets")


def at_hr(office, act):
    with office.desk() as desk:
        act(HrLists(office.home, desk, lambda: TODAY))


def proof_of(device, number, edition, staff_id="A0000005"):
    """As the bundle of that PC would give it."""
    start = {"kind": "final", "staff": staff_id, "content": edition, "attempt": NUMBERS.index(number)}
    seq = 10 + NUMBERS.index(number)
    sitting = sitting_id(device.record.serial, seq, start)
    until = date(2026, 12, 1) if number == SHORT else date(2028, 11, 23)
    facts = some_facts(number=number, sitting=sitting, staff_id=staff_id, valid_until=until)
    return CertificateProof(number, BRANCH, token(claims_of(facts), device), device.record.serial, seq, start)
