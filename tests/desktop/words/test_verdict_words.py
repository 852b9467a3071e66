"""Every status of a certificate has its word."""

from certificates import Status, Verdict
from desktop.words.verdicts import STATUSES, kind_of


def test_every_status_of_a_verdict_has_a_word():
    assert {kind_of(Verdict(status)) for status in Status} <= set(STATUSES)
