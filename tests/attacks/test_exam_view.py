"""What can be taken out of an exam, or out of any text: nothing, or what is seen (row B12 of the security design)."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from desktop.screens.take_exam.view import TakeExamView
from desktop.widgets.answers import NumberAnswer, StemView
from desktop.widgets.safe_view import SafeView
from tests.attacks.hidden import HIDDEN

pytestmark = pytest.mark.qt_log_ignore("not accepted by receiving widget")  # where nothing takes the mouse


@pytest.fixture
def take_exam(qtbot):
    view = TakeExamView()
    qtbot.addWidget(view)
    return view


@pytest.fixture
def clipboard(qapp):
    board = QGuiApplication.clipboard()
    board.setText("before")
    return board


def press_everything(qtbot, view):
    for keys in (QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
        sequence = QKeySequence(keys)[0]
        qtbot.keyClick(view, sequence.key(), sequence.keyboardModifiers())
    qtbot.mouseDClick(getattr(view, "viewport", lambda: view)(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def opens_a_menu(view, widget):
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(widget, asked)
    return QApplication.activePopupWidget() is not None


def test_b12_nothing_of_a_stem_in_an_exam_is_copied_dragged_or_asked_of_a_menu(qtbot, show, clipboard):
    view = show(StemView())
    view.close_up()
    view.show_stem("A stem of an exam")
    press_everything(qtbot, view)
    view.selectAll()
    view.copy()
    assert clipboard.text() in ("before", "")
    assert view.createMimeDataFromSelection().formats() == []
    assert not opens_a_menu(view, view.viewport())
    assert not view.acceptDrops()
    assert view.toPlainText() == "A stem of an exam"


def test_b12_the_exam_closes_its_stem(take_exam):
    stem = take_exam.findChild(StemView)
    assert stem.textInteractionFlags() is Qt.TextInteractionFlag.NoTextInteraction
    assert all(
        not part.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        for part in take_exam.findChildren(QLabel)
    )


def test_b12_a_number_of_an_exam_is_not_copied(qtbot, show, clipboard):
    answer = show(NumberAnswer())
    answer.show_question()
    answer.set_value("1234")
    field = answer.findChild(QObject, "number")
    field.selectAll()
    press_everything(qtbot, field)
    assert clipboard.text() == "before"
    assert not opens_a_menu(field, field)
    assert field.text() == "1234"


@pytest.mark.parametrize("html", HIDDEN)
def test_b12_what_is_copied_elsewhere_is_what_is_seen(show, html):
    view = show(SafeView())
    view.show_html(f"<p>a<!-- secret --></p>{html}<style>secret</style><script>secret</script>")
    view.selectAll()
    taken = view.createMimeDataFromSelection()
    assert taken.formats() == ["text/plain"]
    assert taken.text() == view.toPlainText()
    assert taken.text().count("secret") == 1
