"""What the proctor sees of sessions and sittings."""

from dataclasses import replace

import pytest

from desktop.screens.proctor_room.presenter import Exits, ProctorRoomPresenter
from desktop.screens.proctor_room.state import Scope
from desktop.words.overrides import Act
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


def opened(desk, page, went=None):
    led = [] if went is None else went
    exits = Exits(led.append, lambda act, session: led.append((act, session)), lambda session: led.append((session,)))
    presenter = ProctorRoomPresenter(desk, exits)
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


STOPPED = a_line("s2", staff_id="T1002", name="陈志远", state="paused", stop="stopped", remaining_ms=754_000)
REBOOTED = a_line("s3", staff_id="T1003", name="林若溪", state="paused", stop="reboot", remaining_ms=60_000)
PAUSED = a_line("s4", staff_id="T1005", name="何佳", state="paused", stop="pause", remaining_ms=900_000)


def test_who_waits_for_the_proctor_stands_first_then_the_paused_then_who_sits(page):
    opened(RoomDesk(lines=(graded("s5"), a_line("s1"), PAUSED, STOPPED, REBOOTED)), page)
    assert [line.sitting for line in page.state.rows] == ["s2", "s3", "s4", "s1", "s5"]


def test_who_waits_is_told_with_the_cause_and_the_time_left(page):
    opened(RoomDesk(lines=(a_line("s1"), PAUSED, STOPPED, REBOOTED)), page)
    assert [(row.key, row.title, row.badge, row.trailing) for row in page.state.waiting] == [
        ("s2", "陈志远", "Program closed", "12:34 left"),
        ("s3", "林若溪", "Restart or power cut", "01:00 left"),
    ]


@pytest.mark.parametrize(
    ("lines", "able"),
    [
        ((), set()),
        ((graded("s5"),), set()),
        ((a_line("s1"),), {Act.PAUSE_ALL, Act.EXTEND_ALL}),
        ((PAUSED,), {Act.RESUME_ALL, Act.EXTEND_ALL}),
        ((REBOOTED,), {Act.PAUSE_ALL, Act.RESUME_ALL, Act.EXTEND_ALL}),
    ],
)
def test_only_what_makes_sense_now_can_be_done_to_all(page, lines, able):
    opened(RoomDesk(lines=lines), page)
    assert page.state.able == able | {Act.EXTRA, Act.UNLOCK, Act.CLOCK, Act.CLOSE}


def test_without_an_open_session_one_can_be_opened_and_the_last_report_read(page):
    went = []
    presenter = opened(RoomDesk(sessions=(replace(SESSION, open=False),)), page, went)
    assert page.state.able == {Act.OPEN, Act.REHEARSE, Act.UNLOCK, Act.CLOCK}
    assert page.state.has_report
    presenter.open_report()
    presenter.act("open")
    assert went == [("S1",), (Act.OPEN, "S1")]


def test_a_new_branch_has_no_report(page):
    went = []
    presenter = opened(RoomDesk(sessions=()), page, went)
    assert not page.state.has_report
    presenter.open_report()
    presenter.open_chosen()
    assert went == []


def test_the_acts_of_a_session_are_about_the_open_one(page):
    went = []
    presenter = opened(RoomDesk(sessions=(replace(SESSION, id="S0", open=False), SESSION)), page, went)
    presenter.act("pause_all")
    assert went == [(Act.PAUSE_ALL, "S1")]


def test_a_line_the_chosen_line_and_somebody_who_waits_lead_to_the_person(page):
    went = []
    presenter = opened(RoomDesk(lines=(a_line("s1"), STOPPED)), page, went)
    presenter.open_row(page.state.rows[1])
    presenter.open_waiting("s2")
    presenter.open_chosen()
    presenter.open_row(None)
    assert went == ["s1", "s2", "s2"]


def test_a_chosen_line_that_has_gone_is_chosen_no_more(page):
    desk = RoomDesk(lines=(a_line("s1"), STOPPED))
    presenter = opened(desk, page)
    presenter.choose_row(desk.lines[0])
    assert page.state.chosen == "s1"
    desk.lines = (STOPPED,)
    presenter.tick()
    assert page.state.chosen == ""


def test_after_the_proctor_has_gone_nothing_is_read(page):
    desk = RoomDesk(lines=(a_line("s1"),))
    presenter = opened(desk, page)
    presenter.detach()
    desk.lines = ()
    presenter.tick()
    assert len(page.states) == 1
    presenter.attach(page)
    presenter.tick()
    assert page.state.rows == ()


def test_what_waits_for_the_grading_code_is_counted_with_the_anchor_to_read_out(page):
    lines = (a_line("s1", state="submitted", session="S0"), a_line("s2", state="submitted", session="S0"), graded("s3"))
    desk = RoomDesk(sessions=(SESSION, replace(SESSION, id="S0", open=False)), lines=lines)
    desk.awaited, led = ("S0",), []
    presenter = opened(desk, page, led)
    assert (page.state.ungraded, page.state.at_hq, page.state.anchor) == (2, 0, "7KQ2M-X9D4T-H")
    assert Act.GRADE in page.state.able
    presenter.act("grade")
    presenter.act("close")
    assert led == [(Act.GRADE, "S0"), (Act.CLOSE, "S1")]


def test_what_headquarters_grades_is_counted_and_no_code_is_asked_for(page):
    opened(RoomDesk(lines=(a_line("s1", state="submitted"),)), page)
    assert (page.state.ungraded, page.state.at_hq, page.state.anchor) == (0, 1, "")
    assert Act.GRADE not in page.state.able
