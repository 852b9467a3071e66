"""A bank writes its own rates beside the course, sees which exam questions to look at, and saves a version."""

import pytest
from PySide6.QtCore import Qt

from exams.store.overlay_rows import overlay_rows
from tests.desktop.screens.bank_fixtures import shown
from tests.desktop.screens.outline_house import published
from tests.drivers.looks import cut_off, nameless, settle, unreachable
from tests.drivers.overlay import OverlayDriver


@pytest.fixture
def opened(rooms, window, qtbot):
    def page():
        rooms.go("overlay")
        settle()
        return shown(window, qtbot, OverlayDriver)

    return page


def test_before_the_first_pack_there_is_no_course_to_write_beside(opened):
    page = opened()
    assert page.sees("No course was published yet")
    assert not page.can_press("add")


@pytest.mark.feature("c11")
def test_a_box_is_written_and_saved_and_the_questions_that_cite_its_fact_are_named(opened, house):
    published(house)
    page = opened()
    assert page.sees("The course stands as it is")
    page.press("add")
    assert page.sees("Choose the fact or the section that it belongs to.")
    assert not page.can_press("save")
    page.write("F-STD-06", "我行活期利率 0.05%。", "Notice 12", "2026-11-01")
    page.press("save")
    assert page.sees("Version 1 is saved.")
    assert page.sees("2.1-single1 (chapter 2) cites F-STD-06")
    assert page.sees("Their keys stay as they are.")
    assert page.lines[0].startswith("F-STD-06 | 我行活期利率 0.05%。 | Notice 12")
    assert [(row.version, row.who) for row in overlay_rows(house.bank)] == [(1, "陈静")]


def test_what_is_still_being_typed_belongs_to_the_box_one_is_at(opened, house):
    published(house)
    page = opened()
    page.press("add")
    page.write("2.1", "先转二线。", "Handbook", "2026-10-01")
    page.key(Qt.Key.Key_N, "zh", Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.box() == ""
    assert page.lines[0].startswith("Section 2.1 | 先转二线。")


def test_a_box_that_is_removed_leaves_the_next_version_without_it(opened, house):
    published(house)
    page = opened()
    page.press("add")
    page.write("2.1", "先转二线。", "Handbook", "2026-10-01")
    page.press("save")
    page.press("remove")
    assert page.sees("Not saved yet.")
    page.press("save")
    assert page.sees("Version 2 is saved.")
    assert not page.has("citing")


def test_a_day_that_is_none_keeps_it_from_being_saved(opened, house):
    published(house)
    page = opened()
    page.press("add")
    page.write("2.1", "先转二线。", "Handbook", "soon")
    settle()
    assert page.sees("Write the day since when it holds")
    assert not page.can_press("save")


def test_what_was_written_is_still_there_after_a_look_at_the_list(opened, rooms, house):
    published(house)
    page = opened()
    page.press("add")
    page.write("2.1", "先转二线。", "Handbook", "2026-10-01")
    rooms.enter()
    assert opened().lines[0].startswith("Section 2.1")


@pytest.mark.feature("i2")
@pytest.mark.parametrize(("code", "zoom"), [("zh", 100), ("en", 200)])
def test_nothing_is_cut_off_and_everything_is_reached(dressed, rooms, house, window, qtbot, code, zoom):
    published(house)

    def build():
        rooms.go("overlay")
        page = shown(window, qtbot, OverlayDriver)
        page.press("add")
        page.write("F-STD-06", "我行活期利率 0.05%。", "Notice 12", "2026-11-01")
        return window.current().view

    view = dressed(build, code, zoom)
    assert cut_off(view) == []
    assert nameless(view) == []
    assert unreachable(view) == []
