"""No screen escapes the eyes of `looks`: words cut off, parts nameless, out of reach, or over each other."""

from pathlib import Path

import pytest

from desktop.screens.locked.state import LockedState
from desktop.screens.locked.view import LockedView
from desktop.screens.reset_pin.state import ResetPinState
from desktop.screens.reset_pin.view import ResetPinView
from desktop.screens.this_pc.state import ThisPcState
from desktop.screens.this_pc.view import ThisPcView
from tests.architecture.tree import ROOT
from tests.desktop.screens.my_training.study_desk import faults_of

SCREENS = sorted(path.parent.name for path in (ROOT / "desktop" / "screens").glob("*/view.py"))
TESTS = Path(__file__).parent
EYES = ("cut_off", "nameless", "unreachable")
ELSEWHERE = {
    "sign_in": TESTS.parent / "wiring" / "test_front.py",
    "welcome": TESTS.parent / "wiring" / "test_front.py",
    "locked": Path(__file__),
    "reset_pin": Path(__file__),
    "this_pc": Path(__file__),
    "call_result": TESTS / "call" / "test_call_view.py",
}
"""Screens whose look is judged by a test in another place than their own folder."""


@pytest.mark.feature("i2")
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_looked_at(screen):
    places = [ELSEWHERE[screen]] if screen in ELSEWHERE else sorted((TESTS / screen).glob("test_*.py"))
    texts = [path.read_text("utf-8") for path in places]
    looked = [text for text in texts if "faults_of(" in text or all(f"{name}(" in text for name in EYES)]
    assert looked


def made(view, state):
    view.show_state(state)
    return view


@pytest.mark.parametrize(
    "build",
    [
        lambda: made(LockedView(), LockedState("周静", "P2001", fault="Something is not right.")),
        lambda: made(ResetPinView(), ResetPinState(question="7KQ2 MX9D 4T")),
        lambda: made(ThisPcView("Back"), ThisPcState()),
    ],
    ids=["locked", "reset_pin", "this_pc"],
)
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, build):
    assert faults_of(qtbot, qapp, build) == []
