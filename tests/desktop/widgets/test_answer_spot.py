"""Pointing into a picture: by mouse, by keyboard and by ear, shown again, marked, and never with a foreign picture."""

from base64 import b64encode

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget

from desktop.widgets.answer_spot import SpotAnswer
from desktop.widgets.values import Option, OptionMark
from tests.exams.desk.every_card import BARE, REGIONS, SPOTS

pytestmark = pytest.mark.feature("c1")
OPTIONS = tuple(Option(letter, text) for letter, text in SPOTS.items())
ONE = (Option("0", REGIONS.replace("\n", "\nmost 1\n", 1)), *OPTIONS[1:])
FREE = (Option("0", BARE),)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def asked(show, options):
    answer = SpotAnswer()
    answer.show_question(options)
    driver = show(answer)
    told = []
    answer.answered.connect(told.append)
    answer.focus_first()
    return answer, driver, told


def press(driver, answer, x, y):
    canvas = answer.findChild(QWidget, "spot_picture")
    driver.qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.place_of(x, y).toPoint())


def heard(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_press_in_a_region_chooses_it_and_another_takes_it_back(show):
    answer, driver, told = asked(show, OPTIONS)
    for x, y in ((560, 90), (50, 70), (700, 230), (560, 100)):
        press(driver, answer, x, y)
    assert told == [["C"], ["A", "C"], ["A"]]
    press(driver, answer, 120, 90)
    assert answer.value() is None
    assert told[-1] is None


def test_regions_are_chosen_by_letter_and_by_arrows_and_are_told_by_name(show):
    answer, driver, told = asked(show, OPTIONS)
    driver.key(Qt.Key.Key_C)
    driver.key(Qt.Key.Key_Up)
    driver.key(Qt.Key.Key_Space)
    assert told == [["C"], ["B", "C"]]
    assert [heard(answer.findChild(QWidget, f"option_{one}")) for one in "ABC"] == [
        "A 左边的方框",
        "B 中间的方框",
        "C 圆",
    ]


def test_where_one_place_is_asked_for_another_press_moves_the_choice(show):
    answer, driver, told = asked(show, ONE)
    press(driver, answer, 120, 90)
    press(driver, answer, 560, 90)
    driver.key(Qt.Key.Key_B)
    assert told == [["A"], ["C"], ["B"]]


def test_a_cross_is_moved_by_arrows_and_space_sets_and_removes_a_point(show):
    answer, driver, told = asked(show, FREE)
    canvas = answer.findChild(QWidget, "spot_picture")
    assert canvas.hasFocus()
    assert heard(canvas) == "two boxes and a circle"
    driver.key(Qt.Key.Key_Left)
    driver.key(Qt.Key.Key_Down, modifier=SHIFT)
    driver.key(Qt.Key.Key_Space)
    assert told == [["346,121"]]
    assert "346" in canvas.accessibleDescription()
    driver.key(Qt.Key.Key_Return)
    assert told[-1] is None


def test_no_more_points_are_taken_than_are_asked_for(show):
    answer, driver, told = asked(show, FREE)
    for x in (100, 300, 500):
        press(driver, answer, x, 120)
    assert answer.value() == ["100,120", "300,120"]
    driver.press("spot_back")
    driver.press("spot_back")
    assert told[2:] == [["100,120"], None]
    assert not driver.can_press("spot_back")


@pytest.mark.parametrize(("options", "value"), [(OPTIONS, ["A", "C"]), (FREE, ["10,20"])])
def test_what_was_answered_is_shown_again_and_a_review_changes_nothing(show, options, value):
    answer, driver, told = asked(show, options)
    answer.set_value(value)
    answer.set_read_only(True)
    press(driver, answer, 120, 90)
    for key in (Qt.Key.Key_B, Qt.Key.Key_Space):
        driver.key(key)
    assert answer.value() == value
    assert told == []


def test_a_review_marks_regions_in_the_picture_as_well_as_by_name(show):
    answer, _, _ = asked(show, OPTIONS)
    before = grabbed(answer)
    marks = (OptionMark.NONE, OptionMark.RIGHT, OptionMark.WRONG, OptionMark.MISSED)
    answer.show_marks(tuple(Option(one.letter, one.text, "", how) for one, how in zip(OPTIONS, marks, strict=True)))
    assert grabbed(answer) != before
    named = answer.findChild(QWidget, "option_C")
    described = QAccessible.queryAccessibleInterface(named).text(QAccessible.Text.Description)
    assert described == "Missed"


def grabbed(answer):
    return answer.findChild(QWidget, "spot_picture").grab().toImage()


def file_of(kind):
    image = QImage(720, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, kind)
    return b64encode(held.data().data()).decode()


@pytest.mark.parametrize(("kind", "seen"), [("PNG", True), ("JPEG", True), ("BMP", False)])
def test_pictures_from_files_are_shown_if_they_are_of_two_kinds(show, kind, seen):
    text = REGIONS[: REGIONS.index("<svg")] + f"data:image/png;base64,{file_of(kind)}"
    answer, driver, _ = asked(show, (Option("0", text), *OPTIONS[1:]))
    middle = grabbed(answer).pixelColor(answer.findChild(QWidget, "spot_picture").place_of(660, 200).toPoint())
    assert (abs(middle.red() - 0x12) < 8) is seen
    assert driver.has("spot_fault") is not seen


@pytest.mark.parametrize("picture", ["<svg onload='1' viewBox='0 0 720 240'></svg>", "data:image/png;base64,////"])
def test_what_is_no_picture_of_ours_is_said_and_can_still_be_answered(show, picture):
    answer, driver, told = asked(show, (Option("0", REGIONS[: REGIONS.index("<svg")] + picture), *OPTIONS[1:]))
    assert driver.has("spot_fault")
    driver.key(Qt.Key.Key_A)
    assert told == [["A"]]
    assert answer.value() == ["A"]


def test_a_board_that_cannot_be_read_leaves_its_names_to_choose_from(show):
    _, driver, told = asked(show, (Option("0", "nothing"), *OPTIONS[1:]))
    driver.key(Qt.Key.Key_B)
    assert told == [["B"]]


def test_a_press_beside_the_picture_is_none(show):
    answer, driver, told = asked(show, FREE)
    canvas = answer.findChild(QWidget, "spot_picture")
    canvas.setFixedHeight(canvas.height() // 2)
    driver.qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 5))
    assert told == []
