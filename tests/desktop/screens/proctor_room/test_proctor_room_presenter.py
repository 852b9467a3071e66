"""What the proctor sees of sessions and sittings."""

from dataclasses import replace

import pytest

from desktop.screens.proctor_room.presenter import ProctorRoomPresenter
from desktop.screens.proctor_room.state import Scope
from exams.store.errors import DatabaseDamaged
from tests.desktop.screens.staff_desks import SESSION, RoomDesk, a_line, graded


class Page:
    def __init__(self):
        self.states = []

    def show_state(self, state):
        self.states.append(state)

    @property
    def state(self):
        return self.states[-1]


@pytest.fixture
def page():
    return Page()


def opened(desk, page):
    presenter = ProctorRoomPresenter(desk)
    presenter.attach(page)
    presenter.show()
    return presenter


def test_the_code_of_the_demonstration_is_shown_in_groups_of_five(page):
    opened(RoomDesk(), page)
    assert page.state.sessions[0].code == ("DEM0B", "RANCH", "K")


def test_a_real_branch_shows_no_code(page):
    opened(RoomDesk(sessions=(replace(SESSION, code_shown=None),)), page)
    assert page.state.sessions[0].code == ()


def test_the_proctor_is_named_and_another_one_is_known_by_id(page):
    opened(RoomDesk(sessions=(SESSION, replace(SESSION, id="S2", proctor="P2002"))), page)
    assert [session.proctor for session in page.state.sessions] == ["周静", "P2002"]


def test_the_tiles_count_who_sits_who_has_handed_in_and_who_has_passed(page):
    lines = (a_line("s1"), a_line("s2", state="paused"), graded("s3"), graded("s4", passed=False))
    opened(RoomDesk(lines=(*lines, a_line("s5", state="submitted"), a_line("s6", state="void"))), page)
    assert (page.state.sitting_now, page.state.handed_in, page.state.passed) == (2, 3, 1)


def test_lines_of_another_session_are_listed_only_when_asked_for(page):
    presenter = opened(RoomDesk(lines=(a_line("s1"), graded("s2", session="S0"))), page)
    assert [line.sitting for line in page.state.rows] == ["s1"]
    presenter.choose_scope(Scope.ALL.value)
    assert [line.sitting for line in page.state.rows] == ["s1", "s2"]


def test_without_an_open_session_the_last_one_is_listed(page):
    closed = replace(SESSION, open=False, code_shown=None)
    older = replace(closed, id="S0")
    opened(RoomDesk(sessions=(closed, older), lines=(graded("s1"), graded("s2", session="S0"))), page)
    assert page.state.sessions == ()
    assert [line.sitting for line in page.state.rows] == ["s1"]


def test_a_tick_redraws_only_what_has_changed(page):
    desk = RoomDesk(lines=(a_line("s1"),))
    presenter = opened(desk, page)
    presenter.tick()
    assert len(page.states) == 1
    desk.lines = (a_line("s1", answered=13),)
    presenter.tick()
    assert page.state.rows[0].answered == 13


def test_when_the_database_cannot_be_read_the_last_lines_stay_with_a_sentence(page):
    desk = RoomDesk(lines=(a_line("s1"),))
    presenter = opened(desk, page)
    desk.refusal = DatabaseDamaged()
    presenter.tick()
    assert page.state.fault.startswith("The database of this PC cannot be read.")
    assert [line.sitting for line in page.state.rows] == ["s1"]
    desk.refusal = None
    presenter.tick()
    assert page.state.fault == ""
