"""Roles as HR sees them (row E08 of the security design): a bundle carries the certificates that its acts name."""

import pytest

from exams.bundles.hr_trust import HrPolicy, HrTrust
from exams.bundles.verdict import Code
from exams.bundles.verify import verify_bundle
from exams.desk.bundling import open_bundling
from exams.store.hq_database import hq_folder
from exams.trust.key_files import read_key_file
from exams.trust.root import first_root
from tests.attacks.doors import a_head_office, an_enrolled_pc
from tests.exams.desk.branch_pc import DAY, HOUR, PASSPHRASE, PROCTOR
from tests.exams.desk.course import build_course
from tests.exams.desk.enrolling import certified
from tests.exams.desk.head_office import PASS

WHY = "looked at the station clock"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return build_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def hq(tmp_path):
    return a_head_office(tmp_path / "office")


@pytest.fixture
def enrolled_pc(hq, content):
    pc = an_enrolled_pc(hq, content)
    yield pc
    pc.close()


def found_at_hr(hq, pc, **changes):
    """What HR finds about who acted in all that this PC hands in now."""
    pc.close()
    with open_bundling(pc.home, pc.clock) as bundling:
        (written,) = bundling.write(hq.stick / "handed-in")
    key = read_key_file(hq_folder(hq.home) / "keys" / "hr_seal.key", PASS)
    roots = (first_root(hq.roots()[0].read_bytes()),)
    trust = HrTrust((key,), roots, pc.clock.now().wt, policy=HrPolicy(retakes=False), **changes)
    verdict = verify_bundle(written.path.read_bytes(), trust)
    assert verdict.whole
    return [one.facts["reason"] for one in verdict.findings if one.code == Code.ROLE]


def test_e08_what_a_proctor_did_in_the_role_is_believed_also_once_it_was_renewed(hq, enrolled_pc):
    certified(hq, enrolled_pc, PROCTOR)
    enrolled_pc.office.proctor("P2001", PASSPHRASE).confirm_clock(WHY)
    certified(hq, enrolled_pc, PROCTOR)
    enrolled_pc.office.proctor("P2001", PASSPHRASE).confirm_clock(WHY)
    assert found_at_hr(hq, enrolled_pc) == []


def test_e08_what_was_done_at_an_open_desk_after_the_role_ran_out_is_found(hq, enrolled_pc):
    certified(hq, enrolled_pc, PROCTOR, days=1)
    desk = enrolled_pc.office.proctor("P2001", PASSPHRASE)
    desk.confirm_clock(WHY)
    enrolled_pc.clock.forward(DAY + HOUR)
    desk.confirm_clock(WHY)
    assert found_at_hr(hq, enrolled_pc) == ["term"]


def test_e08_a_withdrawn_role_is_found_where_the_branch_has_not_heard_of_it(hq, enrolled_pc):
    granted = certified(hq, enrolled_pc, PROCTOR)
    enrolled_pc.office.proctor("P2001", PASSPHRASE).confirm_clock(WHY)
    with hq.desk() as desk:
        withdrawn = desk.revoke("role", granted.id)
    assert found_at_hr(hq, enrolled_pc, revocations=withdrawn) == ["withdrawn"] * 2  # the sign-in and the act


def test_e08_acts_under_a_certificate_that_was_held_back_are_not_believed(hq, enrolled_pc):
    certified(hq, enrolled_pc, PROCTOR)
    for file in (enrolled_pc.home / "keys" / "staff").glob("*.granted"):
        file.unlink()
    enrolled_pc.office.proctor("P2001", PASSPHRASE).confirm_clock(WHY)
    assert found_at_hr(hq, enrolled_pc) == ["unknown"] * 2
