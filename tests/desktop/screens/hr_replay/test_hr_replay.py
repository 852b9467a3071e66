"""A sitting replayed on the screen: step by step, by keyboard, with what disturbed it."""

import pytest
from PySide6.QtCore import Qt

from desktop.widgets.time_line import TimeLine, TimeMark
from desktop.widgets.values import Tone
from exams.register.dispute_errors import SittingUnknown
from tests.desktop.screens.dispute_house import SECRET, waited
from tests.drivers.disputes import ReplayDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable


@pytest.fixture
def page(room, window, qtbot, house):
    """The replay with open keys."""
    house.is_open = True
    room.open_replay(house.told.row.sitting, lambda: room.left.append("person"))
    waited(window)
    return ReplayDriver(qtbot, window.current().view)


def letters(house, step):
    given = house.told.retold.steps[step - 1].sitting.answers.get(2)
    return set(given) if isinstance(given, tuple) else {given} if given else set()


@pytest.mark.feature("e9")
def test_the_arrows_step_through_what_the_person_saw(page, house):
    steps = house.told.retold.steps
    page.arrow(Qt.Key.Key_Home)
    assert page.sees(f"Step 1 of {len(steps)}: The exam begins")
    for number in range(2, len(steps) + 1):
        page.arrow(Qt.Key.Key_Right)
        assert page.text("step_told").startswith(f"Step {number} of")
        if steps[number - 1].position == 2:
            assert page.chosen == letters(house, number)
    assert page.sees("Handed in")
    page.arrow(Qt.Key.Key_Right)
    assert page.sees("Handed in")


@pytest.mark.feature("e9")
def test_pauses_and_incidents_are_marked_and_led_to(page, house):
    page.arrow(Qt.Key.Key_Home)
    page.press("disturbance_next")
    assert page.sees("flagged")  # the incident in the room came just then
    page.press("disturbance_next")
    assert page.sees("The proctor pauses the exam")
    assert page.sees("The paper was hidden: Paused by the proctor")
    page.press("disturbance_next")
    assert page.sees("The proctor lets it go on · Paused by the proctor (5 minutes, the clock stood still)")


def test_a_question_of_the_navigator_leads_to_its_last_answer(page, house):
    page.arrow(Qt.Key.Key_Home)
    page.press("place_2")
    assert page.text("step_told").startswith(f"Step {house.told.retold.last_of(2)} of")
    assert page.sees("两项都对") is False
    page.press("step_on")
    assert page.sees("Remark to HR: No answer, or several, are right: 两项都对")


def test_a_step_of_the_list_and_the_other_language_are_shown(page, house, room, window):
    page.enter_at(2)
    assert page.text("step_told").startswith("Step 3 of")
    page.press("other_language")
    assert page.text("step_told").startswith("Step 3 of")
    page.press("appeal")
    assert window.current().view.findChild(type(page.part("steps")), "steps") is None


@pytest.mark.feature("e9")
def test_a_replay_that_ends_otherwise_than_graded_says_so(room, window, qtbot, house):
    house.is_open = True
    house.disagree()
    room.open_replay("s1", lambda: None)
    waited(window)
    assert not ReplayDriver(qtbot, window.current().view).sees("The steps end in the state that was graded.")


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_does(room, window, qtbot, house):
    room.open_replay("s1", lambda: room.left.append("person"))
    page = ReplayDriver(qtbot, window.current().view)
    page.open("wrong words")
    waited(window)
    assert (house.is_open, page.has("steps")) == (False, False)
    page.open(SECRET)
    waited(window)
    assert page.has("steps")
    page.press("leave")
    assert room.left == ["person"]


def test_a_sitting_that_nobody_collected_is_told_as_such(room, window, qtbot, house):
    house.is_open, house.refusal = True, SittingUnknown(sitting="s9")
    room.open_replay("s9", lambda: None)
    waited(window)
    assert ReplayDriver(qtbot, window.current().view).sees("No sitting s9 was collected.")


@pytest.mark.parametrize(("code", "zoom"), [("en", 200), ("zh", 100)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(page, window, code, zoom):
    window.set_language(code)
    window.set_zoom(zoom)
    settle()
    view = window.current().view
    assert nameless(view) == []
    assert unreachable(view) == []
    assert cut_off(view) == []


def test_the_line_of_time_tells_where_a_press_or_a_key_leads(qtbot):
    line, asked = TimeLine("Time"), []
    qtbot.addWidget(line)
    line.resize(1024, 44)
    line.step_asked.connect(asked.append)
    line.show_steps((0, 1000, 5000, 10_000), (TimeMark(5000, 3, Tone.WARN, "pause"),), 2, "Step 2")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(line, key)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert asked == [1, 3, 4, 4, 1, 3]
    assert line.accessibleDescription() == "Step 2"
