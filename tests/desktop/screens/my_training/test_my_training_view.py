"""The home shows its state, and every part of it can be reached and read."""

from dataclasses import replace

import pytest

from desktop.screens.my_training.presenter import Exits, MyTrainingPresenter
from desktop.screens.my_training.view import MyTrainingView
from exams import AcademyError, Obstacle, SectionState
from tests.desktop.screens.my_training.study_desk import StudyDesk, a_line, chinese, faults_of, opened
from tests.drivers.my_training import MyTrainingDriver

EXITS = ("section", "offer", "resume", "result", "certificate", "search", "glossary", "history", "calls", "loop")
HALF = StudyDesk(states={"1.2": SectionState.STARTED}).read("1.1")
DONE = StudyDesk(
    passed_quizzes=(1,),
    lines=(a_line("f1", "final", certificate="BA-2026-000123"), a_line("m1", "mock")),
    obstacle=Obstacle.ALREADY_PASSED,
    certificate="BA-2026-000123",
).read("1.1", "1.2")
HELD = replace(DONE, open_sitting="m9")
TWO = StudyDesk(chapters=2, gating=True)
BROKEN = StudyDesk(fault=AcademyError())


def a_view(desk):
    presenter, view = MyTrainingPresenter(desk, Exits(**{name: lambda *_: None for name in EXITS})), MyTrainingView()
    presenter.attach(view)
    presenter.show()
    return view


@pytest.fixture
def home(qtbot):
    def made(desk):
        view = a_view(desk)
        opened(qtbot, view)
        return MyTrainingDriver(qtbot, view)

    return made


def test_the_page_greets_and_offers_one_primary_step(home):
    page = home(HALF)
    assert page.greeting == "Hello, Wang Xiaoyu"
    assert page.next_step == ("1.2  Channels", "Read on")
    with page.qtbot.waitSignal(page.view.next_asked):
        page.go_on()


def test_rows_lead_to_sections_and_exams(home):
    page = home(HALF)
    for key in ("1.1", "quiz-1", "mock", "final"):
        with page.qtbot.waitSignal(page.view.row_asked) as told:
            page.open(key)
        assert told.args == [key]
    assert page.row("1.1") == "1.1  What a centre is · Read · 7 minutes · self-checks right: 0 of 2"


def test_the_certificate_stands_beside_for_who_holds_it_unless_it_is_the_next_step(home):
    assert not home(HALF).has("certificate")
    assert not home(DONE).has("certificate")
    assert home(DONE).next_step == ("You have passed. Well done!", "See your certificate")
    page = home(HELD)
    assert page.text("certificate_number") == "BA-2026-000123"
    with page.qtbot.waitSignal(page.view.certificate_asked):
        page.press("to_certificate")


def test_the_way_tells_listeners_where_each_step_stands(home):
    assert home(HALF).milestones() == [
        "Read every section: you are here",
        "Pass the chapter quiz: later",
        "Rehearse with a mock exam: later",
        "Pass the final exam: later",
    ]


def test_search_glossary_and_results_are_one_press_away(home):
    page = home(HALF)
    for button, signal in (
        ("to_search", page.view.search_asked),
        ("to_glossary", page.view.glossary_asked),
        ("to_history", page.view.history_asked),
    ):
        with page.qtbot.waitSignal(signal):
            page.press(button)


@pytest.mark.parametrize("keys", ["/", "Ctrl+F"])
def test_the_search_has_keys_of_its_own(home, keys):
    from PySide6.QtGui import QKeySequence

    page = home(HALF)
    page.view.focus_next()
    with page.qtbot.waitSignal(page.view.search_asked):
        page.qtbot.keySequence(page.view, QKeySequence(keys))


def test_enter_goes_on_at_once(home):
    from PySide6.QtCore import Qt

    page = home(HALF)
    page.view.focus_next()
    with page.qtbot.waitSignal(page.view.next_asked):
        page.key(Qt.Key.Key_Return)


def test_a_folded_chapter_opens_on_demand(home):
    page = home(TWO)
    assert not page.has("row_2.1")
    with page.qtbot.waitSignal(page.view.fold_asked) as told:
        page.press("fold_2")
    assert told.args == ["2"]
    assert page.sees("Opens once the quiz of the chapter before is passed.")


def test_a_failure_takes_the_page_and_offers_another_try(home):
    page = home(BROKEN)
    assert page.has("face")
    assert not page.has("next")
    with page.qtbot.waitSignal(page.view.retry_asked):
        page.press("panel_action")


def test_the_home_speaks_chinese(home):
    with chinese():
        page = home(HALF)
        assert page.greeting == "王小雨，您好"
        assert page.next_step == ("1.2  服务渠道", "继续学习")


@pytest.mark.feature("i2")
@pytest.mark.parametrize("desk", [HALF, DONE, HELD, TWO, BROKEN], ids=["half", "done", "held", "two", "broken"])
def test_nothing_is_cut_off_nameless_or_out_of_reach(qtbot, qapp, desk):
    assert faults_of(qtbot, qapp, lambda: a_view(desk)) == []
