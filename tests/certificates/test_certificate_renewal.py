"""A certificate runs out, is renewed by a new one with a number of its own, and the old one stays in the history."""

import tomllib
from datetime import date, timedelta

import pytest

from certificates import Certificate, CertificateDesk, Status, renew_from
from certificates.standing.status import status_of
from certificates.wording import last_valid_day
from exams import StoryClock
from tests.architecture.tree import ROOT
from tests.certificates.authority import NUMBERS, TODAY, said
from tests.certificates.examples import NOON, RememberingOffice, a_person, a_sitting, some_facts

DAY_MS = 86_400_000


def issued(number=NUMBERS[0], day=TODAY):
    facts = some_facts(number=number, issued=day, valid_until=last_valid_day(day))
    return Certificate(number, "", facts.issued, facts.valid_until, facts)


@pytest.mark.feature("f5")
@pytest.mark.parametrize(
    ("told", "days", "status"),
    [
        ({}, 0, Status.VALID),
        ({"confirmed": ()}, 0, Status.PROVISIONAL),
        ({}, 730, Status.VALID),
        ({}, 731, Status.EXPIRED),
        ({"confirmed": ()}, 731, Status.EXPIRED),
        ({"superseded": [(NUMBERS[0], NUMBERS[1])]}, 731, Status.SUPERSEDED),
        ({"superseded": [(NUMBERS[0], NUMBERS[1])], "revoked": [NUMBERS[0]]}, 0, Status.REVOKED),
    ],
)
def test_where_a_certificate_stands_follows_from_hrs_lists_and_its_last_day(told, days, status):
    assert status_of(issued(), said(**told), TODAY + timedelta(days=days)) is status


@pytest.mark.feature("f5")
def test_the_exam_is_open_again_on_every_day_on_which_a_certificate_may_be_renewed():
    final = tomllib.loads((ROOT / "assets" / "blueprints" / "final.toml").read_text("utf-8"))
    waits = {(renew_from(issued(day=day)) - day).days for day in (date(2026, 1, 1) + timedelta(n) for n in range(1500))}
    assert min(waits) == final["retakes"]["renew_days"]
    assert max(waits) - min(waits) <= 2


@pytest.mark.feature("f5")
def test_a_renewal_has_a_new_number_and_the_first_certificate_stays_as_it_was(home, desk):
    first = desk.issue(a_sitting(), a_person())
    before = desk.pdf(first.number)
    later = RememberingOffice(clock=StoryClock(NOON + 700 * DAY_MS))
    second = CertificateDesk(home, later).issue(a_sitting(2, started_wt=NOON + 700 * DAY_MS), a_person())
    assert second.number != first.number
    assert second.valid_until > first.valid_until
    assert desk.of_person("A0000005") == (first, second)
    assert desk.pdf(first.number) == before
