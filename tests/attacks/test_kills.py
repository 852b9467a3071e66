"""Forked robots killed a few times, and the app on the screen killed once; `make torture` kills a thousand times."""

from random import Random

import pytest

from tests.attacks.comeback import LIMIT, App
from tests.attacks.forty import forty_assets
from tests.attacks.kills import Killer


@pytest.fixture(scope="module")
def assets(tmp_path_factory):
    return forty_assets(tmp_path_factory.mktemp("content"))


@pytest.mark.feature("b4")
def test_the_app_killed_in_the_middle_comes_back_at_the_same_question_with_the_same_answers(assets, tmp_path):
    back = App(tmp_path, assets).kill_and_return(Random(1))
    assert back.shown > 0
    assert back.fault == ""
    assert back.seconds <= LIMIT


def test_robots_killed_and_started_again_go_on_where_they_were(assets, tmp_path):
    killer = Killer(tmp_path / "home", assets, seed=1)
    assert [killer.strike().good for _ in range(4)] == [True] * 4
