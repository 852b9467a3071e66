"""A branch with simulated calls and a clock: the true book of calls over the sample call, without a course."""

from dataclasses import replace

import pytest

from desktop.background.manual import ManualJobs
from desktop.shell.window import Window
from desktop.style.sheet import apply_look
from desktop.wiring.calls import CallRoom, CallRoomExits
from exams.bundles.study_rules import StudyRules
from exams.desk.call_book import CallBook
from exams.scenarios.scenario import Shelf
from exams.store.database import open_database
from exams.timing.story_clock import StoryClock
from tests.desktop.screens.my_training.study_desk import opened
from tests.drivers.window import back_to_first_look
from tests.exams.desk.branch_pc import XIAOYU
from tests.exams.scenarios.sample import a_call

NOON = 1_800_000_000_000


class Text:
    def __init__(self, title):
        self.title = title


class SectionOf:
    def __init__(self, name):
        self.texts = {"zh": Text(f"第 {name} 节"), "en": Text(f"Section number {name}")}


class Calls:
    """The calls of a course."""

    def __init__(self, *scenarios):
        self._scenarios = scenarios

    def scenarios(self):
        return self._scenarios

    def scenario(self, scenario_id):
        return next(one for one in self._scenarios if one.id == scenario_id)


class CallBranch:
    """A trainee's desk with nothing on it but calls."""

    def __init__(self, home, *scenarios):
        self.clock = StoryClock(NOON)
        self.db = open_database(home)
        self.rules = StudyRules()
        self.calls = CallBook(self.db, XIAOYU, Calls(*scenarios), self.clock.now, lambda: self.rules)

    def section(self, name):
        return SectionOf(name)

    def played(self, scenario, *replies, note=None):
        """A call from its first word to its result."""
        play = self.calls.begin_again(scenario)
        for one in replies:
            play = self.calls.reply(play.id, one)
        for field, value in (note or {}).items():
            self.calls.fill(play.id, field, value)
        self.clock.forward(1_000)
        return self.calls.finish(play.id)

    def close(self):
        self.db.conn.close()


def reserve_of(scenario, name="s13"):
    """Another call, of the other shelf."""
    return replace(scenario, id=name, shelf=Shelf.RESERVE)


@pytest.fixture(scope="session")
def scenario(tmp_path_factory):
    """The sample call."""
    return a_call(tmp_path_factory.mktemp("assets"))


@pytest.fixture
def branch(tmp_path, scenario):
    """A branch with that call and one in reserve."""
    made = CallBranch(tmp_path, scenario, reserve_of(scenario))
    yield made
    made.close()


class Room:
    """The screens of calls in a window."""

    def __init__(self, qtbot, qapp, branch):
        self.led = []
        self.qtbot, self.branch = qtbot, branch
        self.window = Window(lambda new: apply_look(qapp, new), ManualJobs(), lambda liked: None)
        opened(qtbot, self.window)
        exits = CallRoomExits(lambda: self.led.append("home"), self.led.append)
        self.calls = CallRoom(self.window, branch, exits)

    def screen(self, driver):
        """What stands in the window."""
        return driver(self.qtbot, self.window.current().view)


@pytest.fixture
def room(qtbot, qapp, branch):
    """The room on the branch."""
    made = Room(qtbot, qapp, branch)
    yield made
    made.window.clear()
    back_to_first_look(qapp)
