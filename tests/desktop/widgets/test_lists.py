"""Rows, tables, tabs, navigation: one Tab stop leads in, arrows move inside, Enter goes."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from desktop.widgets.breadcrumbs import Breadcrumbs
from desktop.widgets.navigation import SideNav
from desktop.widgets.navigator import QuestionNavigator
from desktop.widgets.rows import RowList
from desktop.widgets.start_card import StartCard
from desktop.widgets.table import SORT_ROLE, Column, RowsModel, TableView
from desktop.widgets.tabs import Segmented, Tabs
from desktop.widgets.values import Crumb, Face, FaceKind, Fact, NavItem, OptionMark, Place, PlaceState, RowValue, Tone

ROWS = tuple(RowValue(key, f"title {key}", f"about {key}", badge="New", tone=Tone.INFO) for key in "abc")


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    percent: int


COLUMNS = (
    Column("Name", lambda line: line.name, stretch=True),
    Column("Score", lambda line: f"{line.percent}%", sort=lambda line: line.percent, align_right=True),
)
LINES = (Line("Wang", 92), Line("Li", 100), Line("Zhao", 9))


def test_a_row_is_a_button_from_edge_to_edge(show):
    rows = RowList(ROWS)
    driver = show(rows)
    with driver.qtbot.waitSignal(rows.chosen) as told:
        driver.press("row_b")
    assert told.args == ["b"]
    assert driver.part("row_b").accessibleName() == "title b · New"


def test_arrows_move_between_rows_and_enter_goes(show):
    rows = RowList(ROWS)
    driver = show(rows)
    driver.part("row_a").setFocus()
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Down)
    with driver.qtbot.waitSignal(rows.chosen) as told:
        driver.key(Qt.Key.Key_Return)
    assert told.args == ["c"]


def test_the_focus_stays_on_its_row_when_the_list_changes(show):
    rows = RowList(ROWS)
    driver = show(rows)
    driver.part("row_b").setFocus()
    rows.show_rows(ROWS[:2])
    driver.settle()
    assert rows.focusWidget().objectName() == "row_b"
    rows.show_rows((RowValue("x", "only one", percent=40, icon="lock", trailing="40%", enabled=False),))
    assert driver.sees("40%")
    assert not driver.can_press("row_x")


def test_a_table_model_is_a_good_model(qtmodeltester):
    model = RowsModel(COLUMNS)
    model.show_rows(LINES)
    qtmodeltester.check(model)
    assert model.index(2, 1).data(SORT_ROLE) == 9
    assert model.index(2, 1).data() == "9%"


def test_a_table_sorts_by_value_and_not_by_what_is_shown(show):
    view, model = TableView("Results"), RowsModel(COLUMNS)
    show(view)
    model.show_rows(LINES)
    view.show_model(model)
    view.sort(1)
    assert [line.percent for line in view.shown_rows()] == [9, 92, 100]
    view.sort(1, descending=True)
    assert [line.percent for line in view.shown_rows()] == [100, 92, 9]


def test_a_table_row_is_opened_by_keyboard(show):
    view, model = TableView("Results"), RowsModel(COLUMNS)
    driver = show(view)
    model.show_rows(LINES)
    view.show_model(model)
    view.sort(1)
    view.table.setFocus()
    view.table.selectRow(0)
    driver.qtbot.keyClick(view.table, Qt.Key.Key_Down)
    with driver.qtbot.waitSignal(view.row_opened) as told:
        driver.qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert told.args == [Line("Wang", 92)]
    assert view.current_row() == Line("Wang", 92)


def test_a_table_without_rows_says_so(show):
    view, model = TableView("Results"), RowsModel(COLUMNS)
    driver = show(view)
    view.show_model(model)
    view.show_empty(Face(FaceKind.EMPTY, "Nobody has sat yet"))
    assert driver.sees("Nobody has sat yet")
    model.show_rows(LINES)
    assert not driver.sees("Nobody has sat yet")
    view.set_filter("nobody of that name")
    assert driver.sees("Nobody has sat yet")
    view.set_filter("li")
    assert view.shown_rows() == (Line("Li", 100),)


@pytest.mark.parametrize("kind", [Segmented, Tabs])
def test_one_of_a_few_is_chosen_by_press_and_by_arrow(show, kind):
    few = kind((("all", "All"), ("open", "Open"), ("done", "Done")), "all", "Which ones")
    driver = show(few)
    told = []
    few.chosen.connect(told.append)
    role = "segment" if kind is Segmented else "tab"
    driver.press(f"{role}_done")
    driver.part(f"{role}_done").setFocus()
    driver.key(Qt.Key.Key_Right)
    assert told == ["done", "all"]
    few.set_current("open")
    assert few.current() == "open"
    assert told == ["done", "all"]


def test_the_side_navigation_tells_where_to_go_and_waits_to_be_told_where_it_is(show):
    items = (
        NavItem("home", "Home", "home"),
        NavItem("exams", "Exams", badge="2"),
        NavItem("off", "Later", enabled=False),
    )
    side = SideNav(items, "home", "Where to go")
    driver = show(side)
    with driver.qtbot.waitSignal(side.chosen) as told:
        driver.press("nav_exams")
    assert told.args == ["exams"]
    assert driver.part("nav_home").isChecked()
    side.show_items(items, "exams")
    driver.part("nav_exams").setFocus()
    driver.key(Qt.Key.Key_Down)  # over the closed one, round to the first
    assert driver.part("nav_exams").isChecked()
    assert side.focusWidget().objectName() == "nav_home"


def test_the_path_leads_back(show):
    crumbs = Breadcrumbs()
    driver = show(crumbs)
    crumbs.show_path((Crumb("home", "Training"), Crumb("1", "Chapter 1"), Crumb("1.1", "Section 1.1")))
    with driver.qtbot.waitSignal(crumbs.chosen) as told:
        driver.press("crumb_1")
    assert told.args == ["1"]
    assert driver.text("crumb_here") == "Section 1.1"


def test_the_overview_says_each_state_in_words(show):
    overview = QuestionNavigator()
    driver = show(overview)
    places = (Place(1, PlaceState.ANSWERED), Place(2, PlaceState.SEEN, flagged=True), Place(3, PlaceState.UNSEEN))
    overview.show_places(places, 2)
    assert driver.part("place_1").accessibleName() == "Question 1, Answered"
    assert driver.part("place_2").accessibleName() == "Question 2, Not answered, Flagged, Here"
    overview.show_places((Place(1, PlaceState.ANSWERED, mark=OptionMark.WRONG),), 1)
    assert "Wrong" in driver.part("place_1").accessibleName()
    assert not driver.has("place_2")


def test_a_long_paper_stands_in_smaller_squares_so_that_it_is_seen_at_a_glance(show):
    short, long = QuestionNavigator(legend=False), QuestionNavigator(legend=False)
    short.show_places(tuple(Place(n, PlaceState.SEEN) for n in range(1, 21)), 1)
    long.show_places(tuple(Place(n, PlaceState.SEEN) for n in range(1, 71)), 1)
    sides = [show(overview, width=320).part("place_1").width() for overview in (short, long)]
    assert 24 <= sides[1] < sides[0]


def test_the_overview_goes_to_a_question_by_keyboard(show):
    overview = QuestionNavigator(legend=False)
    driver = show(overview, width=320)
    overview.show_places(tuple(Place(n, PlaceState.SEEN) for n in range(1, 21)), 1)
    driver.settle()
    driver.part("place_1").setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right):
        driver.key(key)
    with driver.qtbot.waitSignal(overview.chosen) as told:
        driver.key(Qt.Key.Key_Return)
    assert told.args == [2]


def test_a_start_card_starts_or_says_why_not(show):
    card = StartCard("Final exam", "Begin", text="Counts", facts=(Fact("Questions", "20"),), name="begin")
    driver = show(card)
    with driver.qtbot.waitSignal(card.started):
        driver.press("begin")
    card.set_enabled_action(False, "Some quizzes are open.")
    assert not driver.can_press("begin")
    assert driver.sees("Some quizzes are open.")
