"""The questions of the bank: found, counted, with what an exam has shown."""

import pytest

from exams.firewall.errors import FileUnreadable
from exams.store.bank_items import Sought
from tests.desktop.screens.bank_fixtures import shown
from tests.desktop.screens.bank_house import ASKED, MIXED, file_of
from tests.drivers.bank import BankBrowserDriver
from tests.drivers.looks import cut_off, nameless, unreachable


@pytest.fixture
def page(rooms, window, qtbot, house):
    house.take_in([MIXED])
    rooms.enter()
    return shown(window, qtbot, BankBrowserDriver)


def names(page):
    return [line.partition(" | ")[0] for line in page.lines]


def test_a_bank_without_questions_says_how_to_begin(rooms, window, qtbot):
    rooms.enter()
    page = shown(window, qtbot, BankBrowserDriver)
    assert page.sees("The bank holds no questions yet")
    assert not page.can_press("analyse")
    page.press("to_import")
    assert window.current().title == "Take in questions"


def test_questions_are_found_by_chapter_type_state_and_words(page):
    assert len(page.lines) == 3
    page.narrow("chapter", "第一章")
    assert len(page.lines) == 1
    assert page.sees("Questions 1 to 1 of 1")
    page.narrow("state", "Draft")
    page.narrow("type", "Single choice")
    assert names(page) == ["挂失 · 客户来电要求挂失银行卡，坐席首…"]
    page.narrow("chapter", "All")
    page.narrow("type", "All")
    with page.qtbot.waitSignal(page.view.text_typed):
        page.type("search", "100%")
    assert len(page.lines) == 1


def test_a_level_or_chapter_that_nobody_named_can_be_looked_for(page):
    page.narrow("level", "None named")
    assert len(page.lines) == 2


def test_a_search_that_finds_nothing_says_so(page):
    with page.qtbot.waitSignal(page.view.text_typed):
        page.type("search", "_")
    assert page.sees("Nothing found")


def test_a_table_of_marks_gives_figures_and_what_is_to_be_looked_at(page, window):
    page.press("analyse")
    assert window.current().held()
    window.jobs.finish_all()
    assert page.sees("Figures for 2 questions.")
    assert [line.split(" | ")[4:6] for line in page.lines] == [["62 %", "31 %"], ["95 %", "-4 %"], ["–", "–"]]
    page.go_to(1)
    assert page.part("bank_flags").accessibleName()
    page.go_to(0)
    assert not page.has("bank_flags")


def test_a_table_that_cannot_be_read_says_why(page, window, house):
    house.trouble.append(FileUnreadable(reason="no_file"))
    page.press("analyse")
    window.jobs.finish_all()
    assert page.part("bank_fault").accessibleName()


def test_more_than_a_page_is_turned_over(rooms, window, qtbot, house):
    house.take_in([file_of(*[ASKED] * 201)])
    rooms.enter()
    page = shown(window, qtbot, BankBrowserDriver)
    assert page.sees("Questions 1 to 200 of 201")
    page.press("after")
    assert page.sees("Questions 201 to 201 of 201")
    assert not page.can_press("after")
    page.press("before")
    assert page.sees("Questions 1 to 200 of 201")


def test_what_was_looked_for_stays_after_a_change_of_language(page, window, qtbot):
    page.narrow("chapter", "第二章")
    window.set_language("zh")
    page = shown(window, qtbot, BankBrowserDriver)
    assert names(page) == ["密码 · 坐席可以索要完整的取款密码。"]


def test_everything_has_a_name_can_be_reached_and_is_not_cut(page, window):
    view = window.current().view
    assert nameless(view) == []
    assert unreachable(view) == []
    assert cut_off(view) == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(page, rooms, window, code):
    window.set_language(code)
    window.set_zoom(200)
    assert cut_off(window.current().view) == []


def test_looking_for_a_value_takes_it_as_it_is(house):
    house.take_in([MIXED])
    assert house.lines(Sought(text="100%"), 9)[1] == 1
    assert house.lines(Sought(text="%"), 9)[1] == 1
    assert house.lines(Sought(chapter=""), 9)[1] == 1
