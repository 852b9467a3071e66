"""The study room joins the four screens: each leads to the next, and the window's path leads home."""

import pytest

from desktop.background.manual import ManualJobs
from desktop.shell.window import Window
from desktop.style.look import Look
from desktop.style.sheet import apply_look
from desktop.wiring.study import StudyExits, StudyRoom
from exams import Kind
from tests.desktop.screens.my_training.study_desk import StudyDesk, a_line, opened
from tests.drivers.glossary import GlossaryDriver
from tests.drivers.history import HistoryDriver
from tests.drivers.my_training import MyTrainingDriver
from tests.drivers.search import SearchDriver
from tests.drivers.window import WindowDriver


class Room:
    def __init__(self, qtbot, qapp, desk):
        self.led = []
        names = ("section", "paragraph", "call", "offer", "resume", "result", "certificate")
        exits = StudyExits(**{name: lambda *facts, name=name: self.led.append((name, *facts)) for name in names})
        self.qtbot = qtbot
        self.window = Window(lambda new: apply_look(qapp, new), ManualJobs(), lambda liked: None)
        opened(qtbot, self.window)
        self.study = StudyRoom(self.window, desk, exits)
        self.study.open_home()

    def screen(self, driver):
        return driver(self.qtbot, self.window.current().view)

    @property
    def path(self):
        return WindowDriver(self.qtbot, self.window).path


@pytest.fixture
def room(qtbot, qapp):
    yield lambda desk: Room(qtbot, qapp, desk)
    apply_look(qapp, Look())


def test_from_home_to_a_find_in_the_course(room):
    here = room(StudyDesk())
    here.screen(MyTrainingDriver).press("to_search")
    assert here.path == "Search the course"
    search = here.screen(SearchDriver)
    assert search.focused == "search_text"
    search.look_for("phone")
    search.enter()
    assert here.led == [("paragraph", "1.2", 3)]


def test_search_and_glossary_lead_to_each_other_with_the_word(room):
    here = room(StudyDesk())
    here.study.open_search("坐席")
    here.screen(SearchDriver).press("found_agent")
    glossary = here.screen(GlossaryDriver)
    assert (here.path, glossary.terms()) == ("Glossary", ["agent · 坐席"])
    glossary.open("agent")
    assert here.screen(SearchDriver).text("search_text") == "agent"


def test_results_open_and_lead_back_to_the_training(room):
    here = room(StudyDesk(lines=(a_line("m1", "mock"),)))
    here.screen(MyTrainingDriver).press("to_history")
    here.screen(HistoryDriver).open("m1")
    assert (here.path, here.led) == ("My results", [("result", "m1")])
    with here.qtbot.waitSignal(here.window.crumb_chosen) as told:
        WindowDriver(here.qtbot, here.window).press("crumb_home")
    assert told.args == ["home"]


def test_the_next_step_and_the_rows_leave_the_room(room):
    here = room(StudyDesk().read("1.1", "1.2"))
    home = here.screen(MyTrainingDriver)
    home.go_on()
    home.open("final")
    assert here.led == [("offer", Kind.QUIZ, 1), ("offer", Kind.FINAL, None)]


def test_another_size_of_text_keeps_what_was_typed_and_the_cursor(room):
    here = room(StudyDesk())
    here.study.open_search()
    here.screen(SearchDriver).look_for("phone")
    here.window.set_zoom(150)
    search = here.screen(SearchDriver)
    assert (search.text("search_text"), search.finds(), search.focused) == ("phone", ["1.2  Channels"], "search_text")


@pytest.mark.parametrize("place", ["open_home", "open_search", "open_glossary", "open_history"])
def test_every_place_is_built_again_in_another_theme(room, place):
    here = room(StudyDesk())
    getattr(here.study, place)()
    path = here.path
    here.window.set_theme("dark")
    assert here.path == path
    assert here.window.current().view.isVisible()
