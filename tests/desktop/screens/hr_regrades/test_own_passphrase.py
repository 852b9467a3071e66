"""The house behind the pages asks the officer's account, before any key of HR's is opened."""

import pytest

from desktop.wiring.disputes import DisputeHouse
from desktop.wiring.regrades import RegradeHouse, doors_of
from exams import Decision, OfficerRefused
from exams.register.appeals import AppealState
from tests.exams.desk.branch_pc import HR, PASSPHRASE
from tests.exams.desk.conftest import content, pc

__all__ = ["content", "pc"]


@pytest.mark.feature("e4", "e6")
def test_a_release_and_a_decision_want_the_own_passphrase_of_whoever_is_signed_in(pc):
    pc.hire(HR)
    runs, disputes = RegradeHouse(HR.staff_id, doors_of(pc.home, HR.staff_id)), DisputeHouse(pc.home, HR.staff_id)
    refused = Decision(AppealState.REFUSED, "x")
    for act in (lambda: runs.release("keys", "keys", 1), lambda: disputes.decide("keys", "keys", 1, refused)):
        with pytest.raises(OfficerRefused) as error:
            act()
        assert error.value.facts == {"reason": "passphrase", "who": HR.staff_id}
    assert doors_of(pc.home, HR.staff_id).prove(PASSPHRASE) == pc.office.staff.certificate(HR.staff_id).id
