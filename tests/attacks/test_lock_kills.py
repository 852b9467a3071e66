"""An exam that holds the PC is killed a few times; `make torture` does it a hundred times."""

import pytest

from tests.attacks.lock_kills import BACK, HELD, desktop
from tests.display import TOOLS

KILLS = 5


@pytest.mark.tool(*TOOLS)
@pytest.mark.feature("d9")
def test_after_each_of_five_kills_inside_the_lock_keyboard_pointer_clipboard_and_other_windows_work(tmp_path):
    with desktop(tmp_path) as pc:
        blows = [pc.strike() for _ in range(KILLS)]
    assert [blow.held for blow in blows] == [HELD] * KILLS
    assert [blow.back for blow in blows] == [BACK] * KILLS
