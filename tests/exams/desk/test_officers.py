"""Who acts at HR: an officer with an account is believed for their own passphrase, never for HR's key."""

import pytest

from exams.accounts.person import Person, Role
from exams.desk.hr_officers import Officers
from exams.desk.readiness import home_readiness
from exams.register.officers import OfficerRefused
from exams.trust.errors import Expired
from tests.exams.desk.branch_pc import PASSPHRASE, PROCTOR

CHEN = Person("H3001", "陈静", "", "BJ-WJ01", "", Role.HR)
LI = Person("H3002", "李强", "", "BJ-WJ01", "", Role.HR)


def officers(pc):
    return Officers(pc.home, pc.clock)


def asked(told, secret=PASSPHRASE):
    def ask(staff_id):
        told.append(staff_id)
        return secret

    return ask


def refused(pc, who, secret=PASSPHRASE):
    told = []
    with pytest.raises(OfficerRefused) as error:
        officers(pc).prove(who, asked(told, secret))
    return error.value.facts["reason"], told


def test_before_anybody_has_an_account_a_name_is_believed_and_nothing_is_asked(pc, tmp_path):
    told = []
    assert officers(pc).prove("chen", asked(told)).certificate == ""
    pc.hire(PROCTOR)
    assert officers(pc).prove("chen", asked(told)).name == "chen"
    assert Officers(tmp_path / "nowhere", pc.clock).prove("li", asked(told)).name == "li"
    assert told == []


@pytest.mark.feature("e6")
def test_with_accounts_only_the_officers_own_passphrase_shows_who_it_is(pc):
    pc.hire(CHEN, PROCTOR)
    told = []
    officer = officers(pc).prove(" h3001 ", asked(told))
    assert (officer.name, told) == ("H3001", ["H3001"])
    assert officer.certificate == pc.office.staff.certificate("H3001").id
    assert refused(pc, "H3001", "the passphrase of hr keys") == ("passphrase", ["H3001"])
    for nobody in ("H3002", PROCTOR.staff_id, "chen", ""):
        assert refused(pc, nobody) == ("unknown", [])


def test_an_account_that_has_run_out_proves_nothing(pc):
    pc.hire(LI)
    pc.clock.forward(minutes=60 * 24 * 400)
    with pytest.raises(Expired):
        officers(pc).prove("H3002", asked([]))


def test_who_has_an_account_is_counted_and_a_believed_name_is_told_from_a_proven_one(pc, tmp_path):
    assert (officers(pc).count(), Officers(tmp_path / "nowhere", pc.clock).count()) == (0, 0)
    assert officers(pc).prove("chen", asked([])).is_proven is False
    pc.hire(CHEN, PROCTOR)
    assert officers(pc).count() == 1
    pc.hire(LI)
    assert officers(pc).count() == 2
    assert officers(pc).prove("H3001", asked([])).is_proven


def test_a_home_with_hrs_register_says_how_many_officers_it_can_tell_apart(pc):
    assert home_readiness(pc.home).officers is None
    (pc.home / "hr").mkdir()
    pc.hire(CHEN)
    assert home_readiness(pc.home).officers == 1
    (pc.home.parent / "of_hr" / "hr").mkdir(parents=True)
    assert home_readiness(pc.home.parent / "of_hr").officers == 0
