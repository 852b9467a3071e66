"""An answer of a matching is dragged onto its line with the mouse; the lists of the lines stay for the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.answer_places import PlacesAnswer
from desktop.widgets.values import Option

pytestmark = pytest.mark.feature("c1")
OPTIONS = tuple(
    Option(letter, text)
    for number, line in (("1", "lost"), ("2", "stolen"))
    for letter, text in ((number, line), (f"{number}A", "check"), (f"{number}B", "report"))
)


@pytest.fixture
def matching(qtbot):
    made = PlacesAnswer("matching")
    made.told = []
    made.answered.connect(made.told.append)
    made.show_question(OPTIONS)
    made.resize(500, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def drag(qtbot, matching, letter, onto, drop=True):
    chip = matching.findChild(QWidget, f"drag_{letter}")
    start = chip.rect().center()
    end = chip.mapFromGlobal(onto.mapToGlobal(onto.rect().center()))
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.7, 1.0):
        qtbot.mouseMove(chip, start + (end - start) * part)
    if drop:
        qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=end)
    return chip, end


def line(matching, number):
    return matching.findChild(QWidget, f"list_{number}")


def test_an_answer_is_dragged_onto_its_line_and_told_once(qtbot, matching):
    drag(qtbot, matching, "B", line(matching, 1))
    assert matching.told == [["B", ""]]
    drag(qtbot, matching, "A", line(matching, 2))
    assert matching.value() == ["B", "A"]
    drag(qtbot, matching, "A", line(matching, 1))
    assert matching.told[-1] == ["A", "A"]


def test_the_line_that_would_take_it_is_shown_while_it_is_carried(qtbot, matching):
    chip, end = drag(qtbot, matching, "B", line(matching, 2), drop=False)
    assert [line(matching, number).property("over") for number in (1, 2)] == [False, True]
    assert matching.told == []
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=end)
    assert line(matching, 2).property("over") is False
    assert matching.told == [["", "B"]]


def test_what_is_let_go_beside_the_lines_changes_nothing(qtbot, matching):
    drag(qtbot, matching, "A", matching.findChild(QWidget, "drag_hint"))
    qtbot.mouseClick(matching.findChild(QWidget, "drag_B"), Qt.MouseButton.LeftButton)
    assert matching.told == []
    assert matching.value() is None


def test_nothing_is_dragged_in_a_review(qtbot, matching):
    matching.set_value(["A", "B"])
    matching.set_read_only(True)
    assert not matching.findChild(QWidget, "drag_A").isVisible()
    qtbot.mousePress(matching, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert matching.value() == ["A", "B"]


def test_tab_goes_from_line_to_line_and_passes_what_only_the_mouse_takes(qtbot, matching):
    matching.focus_first()
    assert matching.focusWidget() is line(matching, 1)
    qtbot.keyClick(matching.focusWidget(), Qt.Key.Key_Tab)
    assert matching.focusWidget() is line(matching, 2)
    qtbot.keyClick(matching.focusWidget(), Qt.Key.Key_Down)
    assert matching.told == [["", "A"]]
