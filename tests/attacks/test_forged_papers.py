"""The short form of the attack on certificates; `make torture` runs the long one."""

from tests.attacks.forged_papers import SHORT, run


def test_no_spoilt_certificate_is_believed_and_the_original_is():
    trials = run(SHORT, 9, lambda _: None)
    assert [(one.tried, one.broken) for one in trials] == [(SHORT.flips, 0), (SHORT.hole, 0), (SHORT.characters, 0)]
    assert all("E_" in one.details for one in trials)
