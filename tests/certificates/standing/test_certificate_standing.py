"""What HR's lists make of a certificate that is otherwise right."""

from datetime import date, timedelta

import pytest

from certificates import Standing
from certificates.issuing import issued_file
from certificates.proof.trust import NOBODY
from certificates.standing.standing import NO_LISTS, STALE_DAYS, standing_from
from certificates.verify import EmptyRegister, Verifier
from tests.certificates.authority import CONFIRMED, NUMBERS, TODAY, authority, device, said
from tests.certificates.examples import WHEN, code_of, some_facts

FACTS = some_facts()
OTHER = NUMBERS[7]


def told(standing, today=TODAY, facts=FACTS):
    verdict = Verifier(authority().trust, EmptyRegister(), today, standing).text(code_of(facts))
    return str(verdict.status), verdict.code


def days(count):
    return TODAY + timedelta(days=count)


@pytest.mark.parametrize("standing", [NO_LISTS, said(confirmed=()), said(confirmed=[OTHER])])
def test_a_certificate_that_hr_has_not_confirmed_is_provisional(standing):
    assert told(standing) == ("provisional", "W_PROVISIONAL")


def test_a_confirmed_certificate_is_valid_though_it_was_issued_as_provisional():
    assert told(CONFIRMED) == ("valid", None)
    assert told(CONFIRMED, facts=some_facts(provisional=True)) == ("valid", None)


def test_a_revoked_certificate_is_revoked_confirmed_or_not_and_run_out_or_not():
    for confirmed in ((), NUMBERS):
        standing = said(confirmed, revoked=[FACTS.number], superseded=[(FACTS.number, OTHER)])
        assert told(standing) == ("revoked", "E_REVOKED_CERTIFICATE")
        assert told(standing, date(2030, 1, 1)) == ("revoked", "E_REVOKED_CERTIFICATE")


@pytest.mark.feature("f7")
def test_a_certificate_that_was_replaced_names_the_one_that_counts():
    judge = Verifier(authority().trust, EmptyRegister(), TODAY, said(superseded=[(FACTS.number, OTHER)]))
    verdict = judge.text(code_of(FACTS))
    assert (str(verdict.status), verdict.code) == ("superseded", "E_SUPERSEDED")
    assert verdict.facts["successor"] == OTHER
    assert judge.text(code_of(some_facts(number=OTHER))).status == "valid"


def test_a_certificate_that_has_run_out_is_expired_whether_or_not_it_was_confirmed():
    for standing in (NO_LISTS, CONFIRMED):
        assert told(standing, date(2028, 11, 24)) == ("expired", "E_EXPIRED")


def test_from_a_list_too_old_a_certificate_is_valid_with_a_warning():
    assert told(CONFIRMED, days(STALE_DAYS)) == ("valid", None)
    assert told(CONFIRMED, days(STALE_DAYS + 1)) == ("valid", "W_STALE_LIST")


def test_the_oldest_of_the_three_lists_counts_and_a_missing_one_is_too_old():
    fresh, old = said(day=days(40)), said()
    assert told(Standing(fresh.confirmed, old.revoked, fresh.superseded), days(40)) == ("valid", "W_STALE_LIST")
    assert told(fresh, days(40)) == ("valid", None)
    assert told(standing_from([fresh.confirmed, fresh.superseded]), days(40)) == ("valid", "W_STALE_LIST")


def test_a_verdict_tells_how_old_the_lists_are():
    judge = Verifier(authority().trust, EmptyRegister(), days(9), CONFIRMED)
    facts = judge.text(code_of(FACTS)).facts
    assert (facts["lists"], facts["lists_days"]) == ("2026-11-24", 9)
    assert Verifier(authority().trust, EmptyRegister(), TODAY).text(code_of(FACTS)).facts["lists_days"] is None
    assert CONFIRMED.age(days(-3)) == 0


def test_a_signed_file_is_judged_by_the_same_lists(tmp_path):
    path = tmp_path / "one.pdf"
    path.write_bytes(issued_file(FACTS, device(), WHEN))
    judge = Verifier(authority().trust, EmptyRegister(), TODAY, said(revoked=[FACTS.number]))
    assert judge.file(path).code == "E_REVOKED_CERTIFICATE"


def test_lists_make_nothing_good_that_headquarters_does_not_vouch_for():
    assert Verifier(NOBODY, EmptyRegister(), TODAY, CONFIRMED).text(code_of(FACTS)).status == "unknown_issuer"
