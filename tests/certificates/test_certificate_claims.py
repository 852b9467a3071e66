"""Certificates at HR: what a real code claims is held against what HR has graded itself."""

from dataclasses import replace

import pytest

from certificates import read_claim, tokens_of
from certificates.errors import BadToken
from certificates.proof.token import claims_of, token
from exams.bundles.bundle import Token
from exams.grading.answers import correct_response
from exams.items.response import response_json
from tests.certificates.authority import authority, device
from tests.certificates.examples import some_facts
from tests.exams.bundles.conftest import branches, copied, fresh  # noqa: F401  # the day of a branch and its HR room

NUMBER = some_facts().number


RECORD = device().record


def device_of(day):
    """The PC of that day as one that may certify."""
    return authority().enrolled(day.pc.device, branch=day.pc.office.branch.code)


@pytest.fixture
def passed(fresh):  # noqa: F811
    """Somebody who knows everything, with a certificate of this number."""
    fresh.begin()
    items = {item.id: item for item in fresh.room.pack.forms["A"].items}
    keys = {key.item: key for key in fresh.room.pack.forms["A"].keys}
    for place in fresh.sitting.paper.items:
        right = correct_response(items[place.item], keys[place.item], place)
        fresh.desk.answer(fresh.sitting.id, place.position, response_json(right))
    fresh.hand_in()
    fresh.pc.office.record_certificate(fresh.sitting.id, NUMBER, "0" * 64)
    return fresh


def raw_of(facts, signer=None):
    return token(claims_of(facts), signer or device(facts.branch_code)).encode()


def verdict(day, **changes):
    """HR's verdict about the day with the code of a certificate that says this."""
    facts = some_facts(sitting=day.sitting.id, staff_id="T1001", score=100, **changes)
    bundle = replace(day.bundle, certificates=(Token(day.sitting.id, raw_of(facts, device_of(day))),))
    return day.room.verify(bundle, claims=read_claim)


def test_a_real_code_that_says_what_hr_has_graded_is_accepted(passed):
    assert verdict(passed).accepted


@pytest.mark.parametrize("change", [{"score": 99}, {"staff_id": "T1002"}, {"number": "BJ-WJ01-2026-000006-5"}])
def test_a_real_code_with_a_false_claim_is_found(passed, change):
    facts = replace(some_facts(sitting=passed.sitting.id, staff_id="T1001", score=100), **change)
    bundle = replace(passed.bundle, certificates=(Token(passed.sitting.id, raw_of(facts, device_of(passed))),))
    assert passed.room.verify(bundle, claims=read_claim).codes == ("E_CERT_MISMATCH", "W_NO_ANCHOR")


@pytest.mark.parametrize("raw", [b"", b"BAC1:", b"\xff", b"BAC9:ABC", raw_of(some_facts(branch_code="SH-PD02"))])
def test_what_is_no_code_of_this_branch_is_refused(raw):
    with pytest.raises(BadToken):
        read_claim(raw, RECORD)


def test_a_home_hands_in_the_code_of_each_certificate_it_has_issued(tmp_path, desk):
    from tests.certificates.examples import a_person, a_sitting

    assert tokens_of(tmp_path / "nowhere") == {}
    issued = desk.issue(a_sitting(), a_person())
    ((sitting, raw),) = tokens_of(tmp_path).items()
    claim = read_claim(raw, RECORD)
    assert (sitting, claim.sitting, claim.number) == (issued.facts.sitting, issued.facts.sitting, issued.number)
