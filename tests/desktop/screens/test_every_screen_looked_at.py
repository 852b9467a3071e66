"""No screen escapes the eyes of `looks`: words cut off, parts nameless, out of reach, or over each other."""

from pathlib import Path

import pytest

from desktop.screens.locked.state import LockedState
from desktop.screens.locked.view import LockedView
from desktop.screens.proctor_log.state import ProctorLogState
from desktop.screens.proctor_log.view import ProctorLogView
from desktop.screens.proctor_roster.state import Draft, ProctorRosterState
from desktop.screens.proctor_roster.view import ProctorRosterView
from desktop.screens.reset_pin.state import ResetPinState
from desktop.screens.reset_pin.view import ResetPinView
from desktop.screens.this_pc.state import ThisPcState
from desktop.screens.this_pc.view import ThisPcView
from desktop.widgets.values import Fact
from exams import RosterLine
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
    "proctor_log": Path(__file__),
    "proctor_roster": Path(__file__),
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


NOON = 1_795_579_200_000
LINES = (
    RosterLine(
        "T1001", "阿卜杜热合曼·买买提艾力·吐尔逊江", seat="A1", checked_wt=NOON, note="买买提艾力", state="open"
    ),
    RosterLine("T1002", "陈志远", "Chen Zhiyuan", seat="A2", local=True, known=False),
)
ROSTER = ProctorRosterState(
    title="一号考场 · 2026-11-29",
    rules=(Fact("Late entry until", "12:20"), Fact("Earliest hand-in", "12:30")),
    rows=LINES,
    total=30,
    checked=1,
    local=1,
    chosen="T1001",
    draft=Draft("A1", "买买提艾力", id_checked=True),
    asks_code=True,
    code="7KQ2M-X9D4T",
    code_until_wt=NOON,
)
LOG = ProctorLogState("一号考场", (Fact("12:04 · Room", "The fire alarm went off; all stayed (P2001)"),), may_note=True)


def made(view, state):
    view.show_state(state)
    return view


@pytest.mark.parametrize(
    "build",
    [
        lambda: made(LockedView(), LockedState("周静", "P2001", fault="Something is not right.")),
        lambda: made(ResetPinView(), ResetPinState(question="7KQ2 MX9D 4T")),
        lambda: made(ThisPcView("Back"), ThisPcState()),
        lambda: made(ProctorLogView(), LOG),
        lambda: made(ProctorLogView(), ProctorLogState("一号考场", may_note=True, fault="The session is closed.")),
        lambda: made(ProctorRosterView(), ROSTER),
        lambda: made(ProctorRosterView(), ProctorRosterState("一号考场", fault="Row 4 names somebody twice.")),
    ],
    ids=["locked", "reset_pin", "this_pc", "log", "log empty", "roster", "roster empty"],
)
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, build):
    assert faults_of(qtbot, qapp, build) == []
