"""Statistics of the bank's questions: plots with their numbers, flags only from 30 sittings on, remarks beside."""

import json

import pytest

from exams.analysis.analyse import analyse
from exams.analysis.table import read_marks
from exams.desk.bank_office import BankOffice
from exams.firewall.errors import FileUnreadable
from exams.store.bank_items import Figures, save_figures
from tests.desktop.screens.bank_fixtures import shown
from tests.desktop.screens.bank_house import ASKED, TRUTH, file_of
from tests.drivers.item_statistics import ItemStatisticsDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable


def table(people):
    """The better half knows the first question; B draws the others, D nobody. One candidate complains."""
    rows = ["sitting,挂失,挂失:answer,挂失:remark,密码"]
    for number in range(people):
        good = number < people // 2
        given, said = "A" if good else "BC"[number % 5 == 0], "两个选项都对" if number == 1 else ""
        rows.append(f"S{number},{int(good)},{given},{said},{int(good or number % 3 == 0)}")
    return "\n".join(rows)


def measured(house, people=60):
    """The figures of such a table, kept as the bank keeps them."""
    house.take_in([file_of(ASKED, TRUTH)])
    document = analyse(read_marks(table(people).encode()))
    told = {
        name: Figures(people, one["facility"], one["discrimination_index"], tuple(one["flags"]), json.dumps(one))
        for name, one in document["items"].items()
    }
    save_figures(house.bank, told.items())
    return house


@pytest.fixture
def opened(rooms, window, qtbot):
    def page():
        rooms.go("statistics")
        settle()
        return shown(window, qtbot, ItemStatisticsDriver)

    return page


def test_before_any_exam_the_page_says_what_to_do(opened):
    page = opened()
    assert page.sees("No exam has shown anything yet")
    assert not page.can_press("analyse")


@pytest.mark.feature("c8")
def test_a_question_shows_how_hard_it_is_how_it_separates_and_what_each_option_draws(opened, house):
    measured(house)
    page = opened()
    assert page.lines[0].startswith("挂失 · 客户来电")
    assert page.plots["Facility (difficulty P)"] == "50 %"
    assert page.plots["Discrimination D (best less weakest 27 %)"] == "1.00"
    assert page.sees("A  核实身份 — key")
    assert page.sees("B  直接挂失")
    assert page.sees("100 %")
    assert page.sees("shown in 60 of 60 sittings")
    assert page.sees("两个选项都对")


@pytest.mark.feature("c8")
def test_nothing_is_flagged_below_30_sittings(opened, house):
    measured(house, 20)
    page = opened()
    assert page.sees("Too few sittings to judge items by: fewer than 30.")
    assert all(line.endswith("–") for line in page.lines)


@pytest.mark.feature("c8")
def test_what_is_to_be_looked_at_stands_first_and_is_said(opened, house):
    house.take_in([file_of(ASKED, TRUTH)])
    save_figures(
        house.bank, [("挂失", Figures(40, 50.0, 10.0)), ("密码", Figures(40, 95.0, -4.0, ("W_ITEM_NEGATIVE",)))]
    )
    page = opened()
    assert page.lines[0].startswith("密码")
    assert page.sees("Those who are better in the rest of the exam are worse here.")
    assert page.plots["Discrimination index"] == "-0.04"
    assert page.sees("Add a column “<item>:answer”.")


def test_a_table_of_marks_is_analysed_from_here_and_a_refused_one_says_why(opened, house, window):
    house.take_in([file_of(ASKED, TRUTH)])
    page = opened()
    page.press("analyse")
    window.jobs.finish_all()
    assert page.sees("Figures for 2 questions.")
    house.trouble.append(FileUnreadable(reason="rubbish"))
    page.press("analyse")
    window.jobs.finish_all()
    assert page.has("statistics_fault")


def test_the_question_itself_is_a_press_away(opened, house, window):
    measured(house)
    opened().press("open_item")
    assert window.current().title == "挂失"


def test_an_item_of_a_pack_finds_its_question_by_its_id_there(tmp_path, house):
    house.take_in([file_of(ASKED, TRUTH)])
    assert save_figures(house.bank, [("bank-2", Figures(40, 1.0, 1.0)), ("bank-9", Figures(40, 1.0, 1.0))]) == 1
    assert [one.number for one in BankOffice(house.bank, "陈静", house.clock).statistics()] == [2]


@pytest.mark.feature("i2")
@pytest.mark.parametrize(("code", "zoom"), [("zh", 100), ("en", 200)])
def test_nothing_is_cut_off_and_everything_is_reached(dressed, rooms, house, window, code, zoom):
    measured(house)

    def build():
        rooms.go("statistics")
        return window.current().view

    view = dressed(build, code, zoom)
    assert cut_off(view) == []
    assert nameless(view) == []
    assert unreachable(view) == []
