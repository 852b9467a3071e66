"""Steps are put in order with the mouse as with the keys; what is dragged counts once it is dropped."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.answer_order import OrderAnswer
from desktop.widgets.values import Option

pytestmark = pytest.mark.feature("c1")


@pytest.fixture
def order(qtbot):
    made = OrderAnswer()
    made.told = []
    made.answered.connect(made.told.append)
    made.show_question(tuple(Option(letter, f"step {letter}") for letter in "ABC"))
    made.resize(500, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def drag(qtbot, order, letter, target, drop=True):
    step, onto = (order.findChild(QWidget, f"step_{one}") for one in (letter, target))
    start = QPoint(40, step.height() // 2)
    end = step.mapFromGlobal(onto.mapToGlobal(QPoint(40, onto.height() // 2)))
    qtbot.mousePress(step, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.7, 1.0):
        qtbot.mouseMove(step, start + (end - start) * part)
    if drop:
        qtbot.mouseRelease(step, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize(("letter", "target", "order_then"), [("A", "C", "BCA"), ("C", "A", "CAB"), ("B", "C", "ACB")])
def test_a_step_is_dragged_to_its_place_and_told_once(qtbot, order, letter, target, order_then):
    drag(qtbot, order, letter, target)
    assert order.told == [list(order_then)]
    assert order.value() == list(order_then)


def test_nothing_is_told_while_it_is_still_dragged_and_nothing_for_a_press(qtbot, order):
    drag(qtbot, order, "A", "C", drop=False)
    assert order.told == []
    assert order.value() is None
    qtbot.mouseRelease(order.findChild(QWidget, "step_B"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(order.findChild(QWidget, "step_C"), Qt.MouseButton.LeftButton)
    assert len(order.told) == 1


def test_an_order_that_is_locked_does_not_move(qtbot, order):
    order.set_read_only(True)
    drag(qtbot, order, "A", "C")
    assert order.told == []
