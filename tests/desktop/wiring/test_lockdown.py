"""The PC is held while a final stands in the window, and for no other page; whoever leaves is told what it cost."""

import pytest

from desktop.lockdown.lockdown import Lockdown
from desktop.lockdown.mode import Lock
from desktop.wiring.exam import ExamRoom, ExamRoomExits
from desktop.wiring.lockdown import ExamLock, left_text
from exams import Kind
from tests.desktop.screens.staff_fixtures import remembered, window
from tests.desktop.screens.take_exam.way import Way, begin_final
from tests.exams.desk.conftest import content, pc

__all__ = ["content", "pc", "remembered", "window"]


class Held:
    """Remembers what the PC was held with."""

    def __init__(self):
        self.told = []

    def measures(self, lock):
        self.lock = lock
        return (self,)

    def on(self):
        self.told.append(self.lock)

    def off(self):
        self.told.append(Lock.NONE)


@pytest.fixture
def held():
    return Held()


@pytest.fixture
def way(qtbot, window, pc, held):
    """A trainee whose exam room tells the lock what stands in the window."""
    made = Way(qtbot, window, pc)
    lock = ExamLock(window, Lockdown(held.measures))
    exits = ExamRoomExits(
        home=lambda: made.room.open_offer(Kind.MOCK),
        section=lambda _: None,
        certificate=lambda _: None,
        issue=lambda _: "",
        issued=lambda _: None,
        proctor=lambda: made.room.open_offer(Kind.MOCK),
        hold=lambda sitting: lock.hold(made.desk, sitting),
    )
    made.room = ExamRoom(window, made.desk, exits)
    return made


@pytest.mark.feature("d9")
def test_a_final_holds_the_pc_from_its_first_question_through_the_page_before_handing_in_to_the_result(way, held):
    way.room.open_offer(Kind.FINAL)
    assert held.told == []
    sitting = begin_final(way)
    way.room.open_summary(sitting.id)
    assert held.told == [Lock.FULL]
    way.desk.hand_in(sitting.id)
    way.room.open_result(sitting.id)
    assert held.told == [Lock.FULL, Lock.NONE]


def test_a_page_that_is_no_exam_gives_the_pc_back_while_the_sitting_runs_on(way, held):
    begin_final(way)
    way.room.open_offer(Kind.MOCK)
    assert held.told == [Lock.FULL, Lock.NONE]


def test_another_language_and_another_size_hold_on(way, held):
    begin_final(way)
    way.window.set_language("zh")
    way.window.set_zoom(150)
    way.window.set_language("en")
    assert held.told == [Lock.FULL]


def test_quiz_and_mock_hold_nothing(way, held):
    for kind, chapter in ((Kind.QUIZ, 1), (Kind.MOCK, None)):
        way.room.open_question(way.desk.begin(kind, chapter))
    assert held.told == []


def test_a_demonstration_shows_the_lock_and_says_that_the_pc_stays_free(way, held):
    way.window.mark_demonstration(True)
    begin_final(way)
    assert held.told == [Lock.SHOWN]
    assert way.over.sees("Practice: a real exam would fill the screen")


def test_the_window_that_goes_away_gives_the_pc_back(way, held):
    begin_final(way)
    way.window.clear()
    assert held.told == [Lock.FULL, Lock.NONE]


def test_whoever_leaves_is_told_how_often_and_how_long_until_the_pc_is_given_back(way, pc):
    sitting = begin_final(way)
    assert not way.over.has("window_notice")
    for _ in range(2):
        way.desk.focus(sitting.id, True)
        pc.clock.forward(70_000)
        way.desk.focus(sitting.id, False)
    told = "You have left the exam 2 times, 02:20 in all."
    way.qtbot.waitUntil(lambda: way.over.sees(told))
    way.window.set_zoom(125)
    assert way.over.sees(told)
    way.room.open_offer(Kind.MOCK)
    assert not way.over.sees(told)


def test_nobody_is_told_of_leaving_who_never_left(way):
    assert left_text(begin_final(way)) == ""
