"""One person's exam as the proctor sees and uses it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.screens.proctor_sitting.state import Figure, ProctorSittingState
from desktop.screens.proctor_sitting.view import SECOND_MS, ProctorSittingView
from desktop.widgets.values import Fact, RowValue, Tone
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.proctor_sitting import ProctorSittingDriver
from tests.drivers.window import windows_beside
from tests.exams.desk.branch_pc import MINUTE

FULL = ProctorSittingState(
    name="欧阳文静",
    place="T1102 · Attempt 2 · 一号考场",
    standing="Waits for you: the computer restarted",
    meaning="The clock runs on. What the restart has cost you may give back, at most 10 minutes in all.",
    tone=Tone.WARN,
    figures=tuple(Figure(value, caption) for value, caption in (("09:15", "time left"), ("12 / 27", "answered"))),
    gaps=(Fact("14:05  Restart or power cut", "4 minutes 30 seconds, all of it exam time"),),
    overrides=(Fact("14:10  Minutes added +5", "The equipment failed for good (P2001)"),),
    acts=tuple(RowValue(key, "Let the exam go on", "The paper opens again.", "play") for key in ("resume", "void")),
)
BARE = ProctorSittingState(name="王小雨", place="T1001", standing="Void", fault="It cannot be read.")


def test_the_time_left_goes_down_while_one_looks(way, sitting):
    way.room.open_sitting(sitting.id)
    assert way.exam.figures[0] == "time left: 20:00"
    way.pc.clock.forward(ms=3_000)
    way.exam.tick()
    assert way.exam.figures[0] == "time left: 19:57"
    clock = way.exam.part_of_time()
    assert clock.isActive()
    assert clock.interval() == SECOND_MS


def test_what_was_done_stands_on_the_page_with_who_and_why(way, sitting):
    way.desk.extend(sitting.id, 5, "考场受到干扰")
    way.room.open_sitting(sitting.id)
    assert way.exam.told("overrides")[1] == "考场受到干扰 (P2001)"
    assert way.exam.told("overrides")[0].endswith("Minutes added +5")
    assert way.exam.told("gaps") == ["Nothing has disturbed the time."]


def test_the_keyboard_stands_on_the_likeliest_act_and_escape_leads_back(way, sitting):
    way.pc.clock.forward(minutes=5)
    way.restart()
    way.room.open_sitting(sitting.id)
    assert way.window.focusWidget().objectName() == "row_resume"
    way.exam.key(Qt.Key.Key_Escape)
    assert way.title == "Proctor's desk"


def test_a_tick_leaves_the_focus_where_it_is(way, sitting):
    way.room.open_sitting(sitting.id)
    way.exam.part("row_force").setFocus()
    way.pc.clock.forward(minutes=1)
    way.exam.tick()
    assert way.window.focusWidget().objectName() == "row_force"


def test_another_language_tells_the_same_exam(way, sitting):
    way.pc.clock.reboot(4 * MINUTE, "second", 0)
    way.restart()
    way.room.open_sitting(sitting.id)
    way.window.set_language("zh")
    assert way.exam.standing[0] == "等您处理：电脑重启过"
    assert "。 " not in way.exam.standing[1]


def shown(state):
    view = ProctorSittingView()
    view.show_state(state)
    return view


@pytest.mark.parametrize("state", [FULL, BARE, replace(FULL, gaps=FULL.gaps * 6)], ids=["full", "bare", "long"])
@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(dressed, state, zoom, code):
    view = dressed(lambda: shown(state), code, zoom)
    assert not cut_off(view)
    assert not nameless(view)
    assert not unreachable(view)
    assert not windows_beside(view)


def test_a_fault_is_said_and_nothing_is_offered(dressed, qtbot):
    driver = ProctorSittingDriver(qtbot, dressed(lambda: shown(BARE), "en"))
    assert driver.fault == "It cannot be read."
    assert driver.has("no_acts")
