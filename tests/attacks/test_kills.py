"""Forked robots killed a few times, and the app on the screen killed once; `make torture` kills a thousand times."""

from random import Random

import pytest

from tests.attacks.comeback import LIMIT, App
from tests.attacks.forty import shared_forty
from tests.attacks.kills import Killer


@pytest.fixture(scope="module")
def assets():
    return shared_forty()


@pytest.mark.feature("b4")
def test_the_app_killed_in_the_middle_comes_back_at_the_same_question_with_the_same_answers(assets, tmp_path):
    back = App(tmp_path, assets).kill_and_return(Random(1))
    assert back.shown > 0
    assert back.fault == ""
    assert back.seconds <= LIMIT


def test_c18_after_each_of_five_kills_every_acknowledged_answer_is_there_and_the_chain_is_whole(assets, tmp_path):
    """Row C18 of the security design; `make torture` does it a thousand times."""
    killer = Killer(tmp_path / "home", assets, seed=1)
    blows = [killer.strike() for _ in range(5)]
    assert [(blow.found.lost, blow.found.chain_whole) for blow in blows] == [((), True)] * 5
    assert [blow.good for blow in blows] == [True] * 5
