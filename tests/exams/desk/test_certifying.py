"""A PC certifies only while headquarters vouches for it, with the papers that it was given at its enrolment."""

import shutil

import pytest

from exams.desk.branch_errors import NotEnrolled
from exams.desk.certifying import certifying_device
from exams.devices.papers import PaperIssuers
from exams.devices.record import DevicePapers
from exams.store.device_files import load_device
from exams.trust.errors import Expired, Revoked
from exams.trust.rsa_keys import RSA_BITS, RsaKey
from tests.exams.desk.enrolling import approve, ask, take_in
from tests.exams.desk.head_office import DAY


def some_papers(record, issuers):
    """Which keys were opened for whom, as papers."""
    assert isinstance(issuers, PaperIssuers)
    return DevicePapers(b"compact of " + record.serial.encode() + issuers.ca.public, b"x509 " + issuers.pdf.public)


@pytest.fixture
def home(hq):
    hq.carry(hq.folder / "branch", *hq.roots())
    return hq.folder / "branch"


def enrolled_with(hq, home, papers):
    approved = approve(hq, ask(hq, home).raw, papers=papers)
    return take_in(hq, home, approved.raw).record


def test_the_record_carries_the_papers_and_the_pc_keeps_an_rsa_key_for_them(hq, home):
    record = enrolled_with(hq, home, some_papers)
    found = certifying_device(home, hq.clock)
    assert (found.record, found.keys) == (record, load_device(home))
    assert record.compact.startswith(b"compact of " + record.serial.encode())
    assert RsaKey.from_private(found.keys.pdf).opened().key_size == RSA_BITS
    assert RsaKey.from_private(found.keys.pdf).public == record.pdf


def test_the_keys_that_make_papers_are_those_the_root_names(hq, home):
    record = enrolled_with(hq, home, some_papers)
    root = hq_root(hq)
    assert any(record.compact.endswith(public) for public in root.keys.values())
    assert RsaKey.from_private(load_device(home).pdf).public not in record.x509


def hq_root(hq):
    from exams.store.trust_files import root_chain

    return root_chain(hq.folder / "branch")[-1]


def test_the_rsa_key_is_made_at_the_first_request_and_kept(hq, home):
    assert load_device(home) is None
    ask(hq, home)
    first = load_device(home)
    ask(hq, home)
    assert load_device(home) == first
    assert first.pdf


def test_a_pc_that_is_not_enrolled_does_not_certify(hq, home):
    with pytest.raises(NotEnrolled):
        certifying_device(hq.folder / "nowhere", hq.clock)
    ask(hq, home)
    with pytest.raises(NotEnrolled) as refused:
        certifying_device(home, hq.clock)
    assert refused.value.facts["reason"] == "certify"


def test_a_record_without_papers_does_not_let_a_pc_certify(hq, home):
    enrolled_with(hq, home, None)
    with pytest.raises(NotEnrolled):
        certifying_device(home, hq.clock)


def test_after_its_term_a_pc_does_not_certify(hq, home):
    enrolled_with(hq, home, some_papers)
    hq.clock.forward(366 * DAY)
    with pytest.raises(Expired):
        certifying_device(home, hq.clock)


def test_a_withdrawn_pc_does_not_certify_once_it_heard_of_it(hq, home):
    record = enrolled_with(hq, home, some_papers)
    with hq.desk() as desk:
        desk.revoke("device", record.serial)
    hq.carry(home, hq.revocation())
    with pytest.raises(Revoked):
        certifying_device(home, hq.clock)


def test_without_its_keys_a_pc_does_not_certify(hq, home):
    enrolled_with(hq, home, some_papers)
    shutil.move(home / "keys" / "device.key", hq.folder / "elsewhere.key")
    with pytest.raises(NotEnrolled):
        certifying_device(home, hq.clock)
