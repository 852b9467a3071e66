"""The short form of the torture of bundles and of branch histories, and proof that it would notice."""

import pytest

from exams.bundles import chain_checks
from exams.bundles.verify import verify_bundle
from tests.attacks import bundles_spoilt, days
from tests.attacks.bundles_spoilt import attack, controls, told
from tests.attacks.small_branches import make_samples
from tests.attacks.spoilt_layers import LAYERS


@pytest.fixture(scope="module")
def samples():
    return make_samples()


def test_what_was_not_spoilt_is_accepted(samples):
    assert [verify_bundle(raw, samples.trust).accepted for raw in samples.raws] == [True] * 3


def test_of_three_thousand_spoilt_bundles_hr_believes_none_and_stumbles_over_none(samples):
    found = attack(samples, 3_000, "short")
    assert found.broken == {}
    assert found.tried > 2_500
    assert set(found.layers) == set(LAYERS)
    assert {"E_FORMAT", "E_UNSEAL", "E_CHAIN", "E_SEQ", "E_SIG", "E_CHECKPOINT", "E_UNSIGNED_TAIL"} <= set(found.codes)
    assert f"checkpoints {found.layers['checkpoints']}" in told(found)


def test_what_gets_through_is_noticed(samples, monkeypatch):
    monkeypatch.setattr(chain_checks, "_body_fits", lambda *_, **__: True)
    assert attack(samples, 300, "noticed", ("lines",)).broken["lines: believed"] > 0


def test_a_reader_that_refuses_everything_is_noticed(samples, monkeypatch):
    monkeypatch.setattr(chain_checks, "read_line", lambda _raw: None)
    assert attack(samples, 9, "refused", ("same",)).broken["genuine and refused"] == 9


def test_a_reader_that_stumbles_is_noticed(samples, monkeypatch):
    def stumble(*_):
        raise KeyError("x")

    monkeypatch.setattr(bundles_spoilt, "verify_bundle", stumble)
    assert attack(samples, 50, "stumbles").broken.total() > 0


def test_without_one_of_its_defences_hr_would_believe():
    assert [one.passed for one in controls(7, 300)] == [True, True]


def test_the_days_have_their_rows():
    honest, forged = days.run(2, 40, lambda _: None)
    assert (honest.passed, honest.tried) == (True, 2)
    assert forged.passed
    assert forged.tried > 8
