"""Every sitting of the past says what came of it, and opens what may be opened."""

import pytest

from desktop.screens.history.presenter import Exits, HistoryPresenter
from desktop.screens.history.view import HistoryView
from exams import AcademyError
from tests.desktop.screens.my_training.study_desk import StudyDesk, a_line, chinese, faults_of, opened
from tests.drivers.history import HistoryDriver

FINAL = a_line("f1", "final", attempt=2, percent=92, certificate="BA-2026-000123")
OPEN = a_line("f0", "final", state="paused", percent=None, passed=None, answered=7, items=20, ended_wt=None)
VOID = a_line("f9", "final", state="void", percent=None, passed=None)
WAITS = a_line("f2", "final", state="submitted", percent=None, passed=None, answered=19, items=20)
MOCK = a_line("m1", "mock", percent=55, passed=False)
QUIZ = a_line("q1", "quiz")
ALL = StudyDesk(lines=(OPEN, FINAL, MOCK, QUIZ, VOID))


def connected(desk):
    view, led = HistoryView(), []
    exits = Exits(
        result=lambda sitting: led.append(("result", sitting)),
        resume=lambda sitting: led.append(("resume", sitting)),
        certificate=lambda number: led.append(("certificate", number)),
        home=lambda: led.append(("home",)),
    )
    presenter = HistoryPresenter(desk, exits)
    view.kind_chosen.connect(presenter.choose_kind)
    view.sitting_asked.connect(presenter.open)
    view.certificate_asked.connect(presenter.open_certificate)
    view.home_asked.connect(presenter.go_home)
    presenter.attach(view)
    presenter.show()
    view.kept, view.led = presenter, led
    return view


@pytest.fixture
def history(qtbot):
    def made(desk):
        view = connected(desk)
        opened(qtbot, view)
        return HistoryDriver(qtbot, view)

    return made


def test_a_row_says_which_when_how_and_with_what_certificate(history):
    rows = history(ALL).rows()
    assert rows[1].startswith("Final examination · 92% · Passed · 24 Nov 2026 ")
    assert rows[1].endswith("attempt 2 · certificate BA-2026-000123")
    assert rows[2].startswith("Mock examination · 55% · Not passed")
    assert rows[3].startswith("Chapter 1 quiz · 80% · Passed")


@pytest.mark.parametrize(
    ("sitting", "led"), [("f1", ("result", "f1")), ("m1", ("result", "m1")), ("f0", ("resume", "f0"))]
)
def test_a_graded_sitting_opens_its_result_and_an_unfinished_one_goes_on(history, sitting, led):
    page = history(ALL)
    page.open(sitting)
    assert page.view.led == [led]


def test_a_void_sitting_is_shown_but_leads_nowhere(history):
    page = history(ALL)
    assert "Void" in page.rows()[4]
    assert not page.can_press("row_f9")


def test_an_unfinished_sitting_says_how_far_it_is(history):
    assert history(ALL).rows()[0].endswith("7 of 20 answered; open it to go on.")


def test_tabs_show_one_kind_at_a_time_and_come_only_with_several(history):
    page = history(ALL)
    page.only("mock")
    assert [row.split(" · ")[0] for row in page.rows()] == ["Mock examination"]
    page.only("all")
    assert len(page.rows()) == 5
    assert not history(StudyDesk(lines=(QUIZ,))).has("kinds")


def test_the_chosen_tab_outlives_a_change_of_language(history):
    page = history(ALL)
    page.only("quiz")
    with chinese():
        page.view.kept.show()
        assert [row.split(" · ")[0] for row in page.rows()] == ["第1章测验"]


def test_the_certificate_is_at_hand(history):
    page = history(ALL)
    page.press("to_certificate")
    assert page.view.led == [("certificate", "BA-2026-000123")]
    assert not history(StudyDesk(lines=(QUIZ,))).has("certificate")


def test_who_has_no_results_yet_is_led_back_to_the_training(history):
    page = history(StudyDesk())
    assert page.sees("No results yet")
    page.press("panel_action")
    assert page.view.led == [("home",)]


def test_a_failure_is_told(history):
    assert history(StudyDesk(fault=AcademyError())).has("face")


@pytest.mark.parametrize("desk", [ALL, StudyDesk()], ids=["all", "none"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, desk):
    assert faults_of(qtbot, qapp, lambda: connected(desk)) == []


def test_what_is_handed_in_and_not_graded_says_so_and_opens_its_page(history):
    page = history(StudyDesk(lines=(WAITS, MOCK)))
    assert "Waiting for grading" in page.rows()[0]
    assert page.rows()[0].endswith("It is handed in and saved.")
    page.open("f2")
    assert page.view.led == [("result", "f2")]
