"""The blueprint editor: numbers held against the live bank while they are typed, saved in versions."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.screens.blueprint.typed import blueprint_of, typed_of, wrong_in
from exams import ItemState
from exams.interop.question import Question
from exams.papers.blueprint import TrialItems
from exams.store.bank_items import Sought
from exams.store.bank_live import blueprint_rows
from tests.desktop.screens.bank_fixtures import shown
from tests.desktop.screens.bank_house import ASKED, file_of
from tests.desktop.screens.outline_house import FINAL, published
from tests.drivers.blueprint import BlueprintDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable


@pytest.fixture
def opened(rooms, window, qtbot):
    def page():
        rooms.go("blueprints")
        settle()
        made = shown(window, qtbot, BlueprintDriver)
        made.jobs = window.jobs
        return made.checked()

    return page


def released(house, *questions, to=ItemState.LIVE):
    """Taken in by one person, handed on and released by another."""
    house.take_in([file_of(*questions)])
    for line in house.lines(Sought(state="draft"), 99)[0]:
        house.move(line, ItemState.REVIEW)
        other = house.by("李雷")
        other.move(other.item(line.id).line, to)


@pytest.mark.parametrize("blueprint", [FINAL, replace(FINAL, trial=TrialItems(3, {1: 2}))])
def test_what_is_typed_for_a_blueprint_is_that_blueprint(blueprint):
    assert blueprint_of(blueprint, typed_of(blueprint)) == blueprint


@pytest.mark.parametrize("text", ["x", "-1", "1.5", "601", "１", "1000"])
def test_what_is_no_count_is_wrong(text):
    assert wrong_in({"1:single": text, "minutes": ""}) == {"1:single"}


def test_before_the_first_pack_there_is_nothing_to_change(opened):
    page = opened()
    assert page.sees("No course was published yet")
    assert not page.has("save")


@pytest.mark.feature("c10")
def test_the_editor_asks_for_trial_questions_and_says_how_many_are_missing(opened, house):
    published(house)
    released(
        house, ASKED, replace(ASKED, name="挂失二", stem="第二步做什么？"), to=ItemState.TRIAL
    )  # one for each form
    page = opened()
    page.type("trial", "2")
    page.checked()
    assert page.sees("4 questions, 5 points, plus 2 on trial among them")
    assert page.sees("Form A: 1 trial questions missing (1 of 2).")
    assert not page.can_press("save")
    page.type("trial", "1")
    assert page.checked().sees("Every form of the bank can give this paper.")
    page.press("draw_sample")
    assert sum("[on trial]" in line for line in page.lines) == 1
    page.press("save")
    (saved,) = blueprint_rows(house.bank)
    assert '"trial":{"count":1}' in saved.record


@pytest.mark.feature("c10")
def test_trial_questions_can_be_asked_of_a_chapter_and_the_field_says_how_many_it_has(opened, house):
    published(house)
    released(
        house, ASKED, replace(ASKED, name="挂失二", stem="第二步做什么？"), to=ItemState.TRIAL
    )  # one for each form
    page = opened()
    assert (page.below("1:trial"), page.below("2:trial")) == ("of 1", "of 0")
    page.type("trial", "1")
    page.count("2:trial", "1")
    assert page.sees("Form A, chapter 2: 1 trial questions missing (0 of 1).")
    assert page.below("2:trial") == "lacks 1"
    assert not page.can_press("save")
    page.count("2:trial", "0")
    page.count("1:trial", "2")
    assert page.sees("The trial questions do not fit: fewer than the chapters ask for")
    page.count("1:trial", "1")
    assert page.sees("Every form of the bank can give this paper.")
    page.press("save")
    (saved,) = blueprint_rows(house.bank)
    assert '"trial":{"chapters":{"1":1},"count":1}' in saved.record


@pytest.mark.feature("c4")
def test_each_cell_says_what_there_is_and_what_is_missing_while_one_types(opened, house):
    published(house)
    page = opened()
    assert page.choices("exam") == ["Final examination", "Renewal"]
    assert (page.below("1:single"), page.below("2:multiple")) == ("of 3", "of 1")
    assert page.sees("4 questions, 5 points")
    assert page.sees("Every form of the bank can give this paper.")
    page.count("2:multiple", "3")
    assert page.below("2:multiple") == "lacks 2"
    assert page.sees("Form A, chapter 2, Multiple choice: 2 missing (1 of 3).")
    assert not page.can_press("save")
    page.count("1:apply", "9")
    assert page.sees("The levels of a chapter ask for more than its types give.")
    assert not page.can_press("draw_sample")


@pytest.mark.feature("c4")
def test_a_change_that_the_bank_fills_is_saved_as_the_next_version(opened, house):
    published(house)
    page = opened()
    assert not page.can_press("save")
    page.count("1:single", "3")
    page.type("minutes", "45")
    page.checked().press("save")
    assert page.sees("Version 1 is saved. It goes into the next pack.")
    assert [(row.version, row.who) for row in blueprint_rows(house.bank)] == [(1, "陈静")]
    assert page.choices("version")[-1] == "As the course has it"
    assert page.choices("version")[0].startswith("Version 1, 陈静")
    page.checked().choose("version", "As the course has it")
    page.checked()
    assert page.text("count_1:single") == "2"
    page.press("save")
    assert len(blueprint_rows(house.bank)) == 2


@pytest.mark.feature("c4")
def test_released_questions_of_the_bank_count_and_those_no_exam_can_ask_are_named(opened, house):
    published(house)
    released(house, ASKED, ASKED, Question("essay", "论述", "写", category="第一章"))
    page = opened()
    assert page.below("1:single") == "of 4"
    assert page.sees("Question 3 of the bank stays out (论述): An exam has no card")


@pytest.mark.parametrize(("field", "text"), [("pass_percent", "0"), ("minutes", "601"), ("red_items", "9")])
def test_numbers_that_cannot_be_are_marked_and_not_saved(opened, house, field, text):
    published(house)
    page = opened()
    page.type(field, text)
    settle()
    assert page.at(field) == "This number does not fit."
    assert not page.can_press("save")


def test_a_sample_paper_is_drawn_and_goes_when_a_number_changes(opened, house):
    published(house)
    page = opened()
    page.press("draw_sample")
    assert len(page.lines) == 4
    assert all("the course's own, sealed" in line for line in page.lines)
    page.count("1:single", "3")
    assert page.lines == []


def test_arrows_lead_from_row_to_row_and_one_more_type_is_a_column(opened, house):
    published(house)
    page = opened()
    page.part("count_1:single").setFocus()
    page.key(Qt.Key.Key_Down, "count_1:single")
    assert page.here == "count_2:single"
    page.key(Qt.Key.Key_Up, "count_2:single")
    assert page.here == "count_1:single"
    page.choose("more_type", "Matching")
    page.checked()
    assert page.below("1:matching") == "of 0"


def test_what_was_typed_is_still_there_after_a_look_at_the_list(opened, rooms, house):
    published(house)
    page = opened()
    page.count("1:single", "1")
    rooms.enter()
    assert opened().text("count_1:single") == "1"


@pytest.mark.feature("c4", "i2")
@pytest.mark.parametrize(("code", "zoom"), [("zh", 100), ("en", 200)])
def test_nothing_is_cut_off_and_everything_is_reached(dressed, rooms, house, window, code, zoom):
    published(house)

    def build():
        rooms.go("blueprints")
        return window.current().view

    view = dressed(build, code, zoom)
    assert cut_off(view) == []
    assert nameless(view) == []
    assert unreachable(view) == []
