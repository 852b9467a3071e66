"""Fields take what is typed, whatever the input method; pages keep everything in reach."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.buttons import IconButton, primary
from desktop.widgets.card import StatTile
from desktop.widgets.choosing import ChoiceField, SearchField, TickBox
from desktop.widgets.fields import PinField, TextField
from desktop.widgets.figure import FigureView, themed
from desktop.widgets.layout import CardGrid, FlowRow, SideBySide, boxed, column
from desktop.widgets.naming import label, named
from desktop.widgets.picture import PictureView
from desktop.widgets.scroll_page import ScrollPage

SVG = (
    '<svg viewBox="0 0 720 200"><rect width="9" height="9" fill="{{c:accent}}"/><text fill="{{c:ink}}">话</text></svg>'
)


def test_a_field_says_what_is_wrong_until_it_is_typed_in(show):
    field = TextField("Staff ID", hint="As on your badge", name="staff_id")
    driver = show(field)
    field.show_error("This is not a staff ID.")
    assert driver.sees("This is not a staff ID.")
    assert field.edit.accessibleDescription() == "This is not a staff ID."
    driver.type("staff_id", "R1")
    assert driver.sees("As on your badge")
    assert field.text() == "R1"
    field.set_hint("New hint")
    assert driver.sees("New hint")


def test_enter_submits(show):
    field = TextField("Staff ID", name="staff_id")
    driver = show(field)
    with driver.qtbot.waitSignal(field.submitted):
        driver.key(Qt.Key.Key_Return, "staff_id")


@pytest.mark.parametrize("make", [lambda: TextField("Name", name="line"), lambda: SearchField("Search", name="line")])
def test_an_input_method_writes_chinese(show, make):
    driver = show(make())
    line = driver.part("line", QLineEdit)
    driver.type("line", "银行")
    assert line.text() == "银行"
    assert line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_pin_is_hidden_until_the_eye_is_opened(show):
    field = PinField("PIN", name="pin")
    driver = show(field)
    driver.type("pin", "1234567890123456")
    assert field.text() == "123456789012"
    assert field.edit.displayText() != field.text()
    driver.press("pin_eye")
    assert field.edit.displayText() == field.text()
    assert driver.part("pin_eye").accessibleName() == "Hide the PIN"


def test_a_search_speaks_when_the_typing_pauses_or_at_enter(show):
    field = SearchField("Search", name="search")
    driver = show(field)
    told = []
    field.changed.connect(told.append)
    driver.type("search", "卡")
    driver.qtbot.waitUntil(lambda: told == ["卡"])
    driver.type("search", "fcr")
    driver.key(Qt.Key.Key_Return, "search")
    assert told == ["卡", "fcr"]
    driver.key(Qt.Key.Key_Escape, "search")
    assert field.text() == ""


def test_a_choice_and_a_tick_are_told(show):
    choice, tick = (
        ChoiceField("Language", (("zh", "中文"), ("en", "English")), name="lang"),
        TickBox("Agree", name="tick"),
    )
    driver = show(boxed(column(choice, tick)))
    told = []
    choice.chosen.connect(told.append)
    tick.ticked.connect(told.append)
    choice.combo.setFocus()
    driver.qtbot.keyClick(choice.combo, Qt.Key.Key_Down)
    driver.press("tick")
    assert told == ["en", True]
    choice.set_key("zh")
    tick.set_ticked(False)
    assert (choice.key(), tick.is_ticked()) == ("zh", False)
    assert told == ["en", True]


def test_enter_presses_a_button_and_a_busy_one_cannot_be_pressed(show):
    button = primary("Hand in", "check", name="hand_in")
    tool = named(IconButton("search", "Search"), "tool")
    driver = show(boxed(column(button, tool)))
    pressed = []
    button.clicked.connect(lambda: pressed.append("button"))
    tool.clicked.connect(lambda: pressed.append("tool"))
    driver.key(Qt.Key.Key_Return, "hand_in")
    driver.key(Qt.Key.Key_Enter, "tool")
    button.set_busy(True)
    driver.key(Qt.Key.Key_Return, "hand_in")
    assert pressed == ["button", "tool"]
    button.set_busy(False)
    assert driver.text("hand_in") == "Hand in"


def test_a_page_scrolls_down_to_what_it_is_told_to_show_and_says_how_far_it_is(show):
    page = ScrollPage("text")
    driver = show(page)
    told = []
    page.scrolled.connect(told.append)
    last = label("the last line")
    for part in (*(label(f"line {n}\n\n\n") for n in range(60)), last):
        page.add(part)
    driver.qtbot.waitUntil(lambda: page.percent() == 0)
    page.show_widget(last)
    driver.qtbot.waitUntil(lambda: page.percent() > 95)
    assert told[-1] == page.percent()
    page.to_top()
    assert page.position() == 0
    page.set_position(50)
    driver.qtbot.waitUntil(lambda: page.position() == 50)
    page.clear()
    driver.qtbot.waitUntil(lambda: page.percent() == 100)


def test_a_footer_stays_and_parts_keep_their_height(show):
    page = ScrollPage()
    driver = show(page)
    line = label("one line")
    page.add(line)
    page.footer(label("old foot"))
    page.footer(label("new foot"))
    assert driver.sees("new foot")
    assert not driver.sees("old foot")
    assert line.height() < 60


def test_the_side_falls_below_where_the_room_is_narrow(show):
    main, side = label("main"), label("side")
    both = SideBySide(main, side)
    frame = show(both, width=1300).view.window()
    assert side.mapTo(both, QPoint(0, 0)).x() > main.width() - 1
    frame.resize(600, 500)
    QApplication.processEvents()
    assert side.mapTo(both, QPoint(0, 0)).y() > main.mapTo(both, QPoint(0, 0)).y()
    assert side.mapTo(both, QPoint(0, 0)).x() == 0


def test_things_in_a_row_go_on_in_the_next_line(show):
    flow = FlowRow(*(label(f"word number {n}", wrap=False) for n in range(20)))
    driver = show(boxed(column(flow)), width=500)
    driver.settle()
    assert len({part.y() for part in flow.children() if isinstance(part, QWidget)}) > 3
    flow.clear()
    assert not driver.words()


def test_cards_stand_in_as_many_columns_as_fit(show):
    grid = CardGrid(200)
    cards = [label(f"card {n}") for n in range(4)]
    for card in cards:
        grid.add(card)
    driver = show(boxed(column(grid)), width=700)
    driver.settle()
    assert len({card.x() for card in cards}) == 3
    assert len({card.width() for card in cards}) == 1
    grid.clear()
    assert not driver.words()


def test_a_card_that_cannot_be_squeezed_takes_a_column_from_the_others(show):
    grid = CardGrid(150)
    tiles = [StatTile("10", "Questions"), StatTile("no limit at all", "Time"), StatTile("14", "Points")]
    for tile in tiles:
        grid.add(tile)
    driver = show(boxed(column(grid)), width=520)
    driver.settle()
    assert all(tile.width() >= tile.minimumSizeHint().width() for tile in tiles)
    assert len({tile.width() for tile in tiles}) == 1


def test_a_figure_is_drawn_in_the_colours_of_the_theme_and_can_be_read(show):
    figure = FigureView()
    driver = show(figure)
    figure.show_figure(SVG, "The bridge", "Two boxes and an arrow.")
    assert "{{c:" not in themed(SVG)
    assert not driver.sees("Two boxes")
    driver.press("figure_describe")
    assert driver.sees("Two boxes")
    canvas = next(part for part in figure.findChildren(QWidget) if part.accessibleName() == "The bridge")
    canvas.setFocus()
    driver.qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert not driver.sees("Two boxes")


def test_a_picture_fits_the_width_and_comes_nearer(show):
    view = PictureView("Certificate")
    driver = show(view, width=600)
    wanted = []
    view.wanted_width.connect(wanted.append)
    view.show_picture(10, 20, bytes((255, 0, 0, 255)) * 200)
    assert wanted
    area = next(part for part in view.findChildren(QWidget) if part.accessibleName() == "Certificate")
    area.setFocus()
    driver.qtbot.keyClick(area, Qt.Key.Key_Plus)
    assert driver.text("picture_zoom") == "125%"
    driver.qtbot.keyClick(area, Qt.Key.Key_Minus)
    driver.qtbot.keyClick(area, Qt.Key.Key_Minus)
    assert driver.text("picture_zoom") == "75%"


def test_a_png_is_shown_too(show, tmp_path):
    view = PictureView("Certificate")
    driver = show(view)
    QPixmap(4, 4).save(str(tmp_path / "a.png"))
    view.show_png((tmp_path / "a.png").read_bytes())
    assert driver.text("picture_zoom") == "100%"


def test_a_layout_within_a_layout_is_emptied_too(qtbot):
    outer, box = QWidget(), QVBoxLayout()
    qtbot.addWidget(outer)
    outer.setLayout(box)
    box.addLayout(column(label("a"), label("b")))
    from desktop.widgets.layout import clear_layout

    clear_layout(box)
    assert not [part for part in outer.children() if isinstance(part, QWidget)]
