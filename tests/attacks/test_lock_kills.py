"""An exam that holds the PC is killed a few times (`make torture`: a hundred), and a proctor is let in beside it."""

import pytest

from tests.attacks.lock_kills import BACK, HELD, desktop
from tests.display import TOOLS

KILLS = 5


@pytest.fixture(scope="module")
def pc(tmp_path_factory):
    with desktop(tmp_path_factory.mktemp("locked")) as pc:
        yield pc


@pytest.mark.tool(*TOOLS)
@pytest.mark.feature("d9")
def test_after_each_of_five_kills_inside_the_lock_keyboard_pointer_clipboard_and_other_windows_work(pc):
    blows = [pc.strike() for _ in range(KILLS)]
    assert [blow.held for blow in blows] == [HELD] * KILLS
    assert [blow.back for blow in blows] == [BACK] * KILLS


@pytest.mark.tool(*TOOLS)
@pytest.mark.feature("d9", "d10")
def test_a_held_pc_is_given_to_a_proctors_passphrase_and_to_nothing_before_it(pc):
    visit = pc.let_in("P2001", "river lantern")
    assert visit.held == HELD
    assert visit.back == BACK
