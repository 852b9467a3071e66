"""The short form of the torture of bundles and of branch histories, and proof that it would notice."""

import pytest

from exams.bundles import chain_checks
from tests.attacks import bundles_spoilt, days
from tests.attacks.bundles_spoilt import attack, control, make_samples


@pytest.fixture(scope="module")
def samples():
    return make_samples()


def test_of_three_thousand_spoilt_bundles_hr_believes_none_and_stumbles_over_none(samples):
    found = attack(samples, 3_000, "short")
    assert found.broken == {}
    assert found.tried > 2_500
    assert found.signed > 20
    assert {"E_FORMAT", "E_UNSEAL", "E_CHAIN", "E_SEQ", "E_SIG", "E_CHECKPOINT", "E_UNSIGNED_TAIL"} <= set(found.codes)


def test_what_gets_through_is_noticed(samples, monkeypatch):
    monkeypatch.setattr(chain_checks, "_body_fits", lambda *_, **__: True)
    assert attack(samples, 1_500, "noticed").broken["believed"] > 0


def test_a_reader_that_stumbles_is_noticed(samples, monkeypatch):
    def stumble(*_):
        raise KeyError("x")

    monkeypatch.setattr(bundles_spoilt, "verify_bundle", stumble)
    assert attack(samples, 50, "stumbles").broken.total() > 0


def test_without_signatures_a_changed_journal_gets_through():
    assert control(7, 300).passed


def test_the_days_have_their_rows():
    honest, forged = days.run(2, 40, lambda _: None)
    assert (honest.passed, honest.tried) == (True, 2)
    assert forged.passed
    assert forged.tried > 8
