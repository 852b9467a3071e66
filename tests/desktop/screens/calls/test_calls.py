"""The list says which calls there are, what came of them, and leads into one."""

import pytest

from desktop.screens.calls.presenter import CallsPresenter, Exits
from desktop.screens.calls.view import CallsView
from exams import AcademyError
from tests.desktop.screens.my_training.study_desk import chinese, faults_of
from tests.drivers.calls import CallDriver, CallsDriver
from tests.drivers.window import WindowDriver

BEST = ("open-1", "ask-2", "tell-3")
RIGHT = {"cause": "check"}


class Broken:
    def lines(self):
        raise AcademyError


class Empty:
    def lines(self):
        return ()


def connected(book):
    view, led = CallsView(), []
    presenter = CallsPresenter(book, Exits(led.append, lambda: led.append("home")))
    view.call_asked.connect(presenter.open)
    presenter.attach(view)
    presenter.show()
    view.kept, view.led = presenter, led
    return view


def test_a_row_says_chapter_difficulty_length_and_who_calls(room):
    room.calls.open_calls()
    assert room.screen(CallsDriver).rows()[0] == "The balance · Chapter 1 · easy · About 2 minutes · Ms Wang"


def test_who_has_played_none_is_told_where_to_begin_and_nobody_else(room, branch):
    room.calls.open_calls()
    page = room.screen(CallsDriver)
    assert (page.text("next_overline"), page.text("next_title")) == ("Begin here", "The balance")
    page.press("next_call")
    assert room.screen(CallDriver).has("conversation")
    branch.played("s01", *BEST)
    room.calls.open_calls()
    assert not room.screen(CallsDriver).has("next_card")


def test_a_call_on_the_line_is_the_next_one(room, branch):
    branch.calls.open("s13")
    room.calls.open_calls()
    page = room.screen(CallsDriver)
    assert (page.text("next_overline"), page.text("next_call")) == ("On the line", "Go on with the call")


@pytest.mark.feature("a9")
def test_the_personal_best_and_a_call_on_the_line_are_told(room, branch):
    branch.played("s01", "open-2", "ask-1")
    branch.played("s01", *BEST, note=RIGHT)
    branch.calls.open("s13")
    room.calls.open_calls()
    page = room.screen(CallsDriver)
    assert [row.split(" · Chapter")[0] for row in page.rows()] == [
        "The balance · Best 100 · passed",
        "The balance · On the line",
    ]
    assert page.sees("1 of 2 passed")


def test_a_call_that_was_failed_says_so(room, branch):
    branch.played("s01", "open-2", "ask-1")
    room.calls.open_calls()
    assert "Best 20 · not passed" in room.screen(CallsDriver).rows()[0]


def test_the_calls_in_reserve_stand_apart_and_open_too(room):
    room.calls.open_calls()
    page = room.screen(CallsDriver)
    assert page.sees("The calls of the course")
    assert page.sees("More calls")
    page.open("s13")
    assert room.screen(CallDriver).has("conversation")


def test_the_list_follows_the_language(room):
    with chinese():
        room.calls.open_calls()
        assert room.screen(CallsDriver).rows()[0].startswith("余额 · 第 1 章 · 容易")


def test_the_path_leads_home(room):
    room.calls.open_calls()
    assert WindowDriver(room.qtbot, room.window).path == "Practise calls"


def test_a_course_without_calls_says_so(qtbot):
    view = connected(Empty())
    qtbot.addWidget(view)
    assert CallsDriver(qtbot, view).text("panel_title") == "No calls to practise"


def test_a_failure_is_told_with_a_way_to_try_again(qtbot):
    view = connected(Broken())
    qtbot.addWidget(view)
    assert CallsDriver(qtbot, view).text("panel_action") == "Try again"


def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, branch):
    branch.played("s01", *BEST)
    assert faults_of(qtbot, qapp, lambda: connected(branch.calls)) == []
    assert faults_of(qtbot, qapp, lambda: connected(Empty())) == []
