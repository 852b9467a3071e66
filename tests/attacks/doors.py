"""What attacks on the door stand on: a headquarters, a PC that it enrolled, ten wrong PINs, work that is counted."""

import re

import pytest
from cryptography.hazmat.primitives.kdf import argon2

from exams.accounts.errors import SignInLocked, SignInRefused
from exams.errors import AcademyError
from tests.exams.desk.branch_pc import BranchPc
from tests.exams.desk.enrolling import enrolled
from tests.exams.desk.head_office import HeadOffice, course_parts

GENUINE = argon2.Argon2id
WRONG = "369147"


def a_head_office(folder):
    """Founded anew: it takes no pack to enrol a PC."""
    office = HeadOffice(folder, course_parts(folder / "assets"))
    office.found()
    return office


def an_enrolled_pc(hq, content):
    """A PC that headquarters has enrolled; its record has brought the reset desk along."""
    return BranchPc.set_up(enrolled(hq)[0], content)


class CountedArgon2:
    """Does the genuine work and notes memory and passes of each."""

    done: list[tuple[int, int]]

    def __init__(self, **work):
        self.work = work

    def derive(self, secret):
        self.done.append((self.work["memory_cost"], self.work["iterations"]))
        return GENUINE(**self.work).derive(secret)

    def derive_phc_encoded(self, secret):
        return GENUINE(**self.work).derive_phc_encoded(secret)

    @classmethod
    def verify_phc_encoded(cls, secret, encoded):
        memory, passes = re.search(r"m=(\d+),t=(\d+)", encoded).groups()
        cls.done.append((int(memory), int(passes)))
        return GENUINE.verify_phc_encoded(secret, encoded)


def refused(pc, staff_id, secret):
    with pytest.raises(AcademyError) as refusal:
        pc.office.sign_in(staff_id, secret)
    return refusal.value.code


def lock_out(pc, staff_id):
    for _ in range(10):
        with pytest.raises((SignInRefused, SignInLocked)):
            pc.office.sign_in(staff_id, WRONG)
        pc.clock.forward(minutes=10)


def written(pc):
    return [(record.line.type, record.facts()) for record in pc.records()]


def last(pc):
    return written(pc)[-1]


def forged(raw):
    """The envelope with another signature of the right length."""
    start = raw.index(b'"sig":"') + len(b'"sig":"')
    return raw[:start] + (b"B" if raw[start : start + 1] != b"B" else b"C") + raw[start + 1 :]
