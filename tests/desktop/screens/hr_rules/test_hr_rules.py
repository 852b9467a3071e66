"""HR's page of the rules of learning."""

from pathlib import Path

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.hr_rules.presenter import Exits, HrRulesPresenter, Said
from exams import StudyRules
from exams.desk.hq_errors import KeyNotHere
from tests.desktop.screens.hr_register import NOON, Register
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.hr_register import MatrixDriver, RulesDriver
from tests.drivers.looks import cut_off, nameless, settle, unreachable

PHRASE = "several plain words"
OPEN = StudyRules(gating=False, issued_wt=NOON)
STRICT = StudyRules(call_pause=False, branches=("BJ-WJ01",), issued_wt=NOON)


class Page:
    state = None

    def show_state(self, state):
        self.state = state


class Ruler:
    """A presenter with a page and a chooser that takes the stick."""

    def __init__(self, *said, refusal=None):
        self.house, self.jobs, self.page, self.asked = Register(refusal=refusal), ManualJobs(), Page(), 0
        self.house.ruled = [Said(rules, "chen") for rules in said]
        exits = Exits(self._choose, lambda: None)
        self.presenter = HrRulesPresenter(self.house, self.jobs, exits)
        self.presenter.attach(self.page)
        self.presenter.open()

    def _choose(self, chosen):
        self.asked += 1
        chosen((Path("stick"),))

    @property
    def state(self):
        return self.page.state


def test_it_begins_with_what_all_branches_were_told_last():
    ruler = Ruler(STRICT, OPEN, StudyRules(issued_wt=1))
    assert (ruler.state.gating, ruler.state.said) == (True, None)
    ruler.jobs.finish_all()
    assert (ruler.state.gating, ruler.state.call_pause) == (False, True)
    assert [fact.name for fact in ruler.state.said] == ["BJ-WJ01", "All branches"]
    assert ruler.state.said[0].value.startswith("quizzes before the final; calls cannot be paused")


def test_what_was_ticked_meanwhile_stays():
    ruler = Ruler(OPEN)
    ruler.presenter.set_call_pause(False)
    ruler.jobs.finish_all()
    assert (ruler.state.gating, ruler.state.call_pause) == (True, False)


@pytest.mark.parametrize(("field", "text"), [("secret", ""), ("branches", "A B_C")])
def test_what_is_wrong_stands_below_its_field_and_nothing_is_signed(field, text):
    ruler = Ruler()
    ruler.presenter.type_secret(PHRASE)
    getattr(ruler.presenter, f"type_{field}")(text)
    ruler.presenter.write()
    assert [name for name, _ in ruler.state.wrong] == [field]
    assert (ruler.asked, ruler.house.offered, ruler.state.busy) == (0, [], False)


def test_a_refusal_is_a_sentence_and_what_was_set_stays():
    ruler = Ruler()
    ruler.jobs.finish_all()
    ruler.house.refusal = KeyNotHere(name="hr", path="hq/hr.key")
    ruler.presenter.set_gating(False)
    ruler.presenter.type_secret(PHRASE)
    ruler.presenter.write()
    ruler.jobs.finish_all()
    assert ruler.state.fault
    assert (ruler.state.gating, ruler.state.busy, ruler.state.made) == (False, False, "")


@pytest.mark.feature("a3")
def test_hr_switches_the_gates_off_for_two_branches_from_the_page(room, window, qtbot, house):
    room.open()
    shown(window, qtbot, MatrixDriver).go("people_menu", "Rules of learning")
    page = shown(window, qtbot, RulesDriver)
    window.jobs.finish_all()
    assert page.sees("Nothing yet: the quizzes come first everywhere, and a call can be paused.")
    page.press("gating")
    page.type("branches", "gz-th03 BJ-WJ01")
    page.press("write_rules")
    assert page.sees("Type the passphrase of HR's keys first.")
    page.type("secret", PHRASE)
    page.press("write_rules")
    assert window.current().held()
    window.jobs.finish_all()
    ((secret, rules),) = house.offered
    assert (secret, rules) == (PHRASE, StudyRules(gating=False, branches=("BJ-WJ01", "GZ-TH03")))
    assert page.sees("all chapters and the final open; calls can be paused")
    page.press("to_matrix")
    assert window.current().title == "Who is due"


@pytest.mark.feature("i2")
@pytest.mark.parametrize(("code", "zoom"), [("zh", 100), ("en", 200)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window, qtbot, house, code, zoom):
    house.ruled = [Said(STRICT, "chen"), Said(OPEN, "chen")]
    window.set_language(code)
    window.set_zoom(zoom)
    room.open_rules()
    window.jobs.finish_all()
    page = shown(window, qtbot, RulesDriver)
    page.type("secret", PHRASE)
    page.press("write_rules")
    window.jobs.finish_all()
    settle()
    view = window.current().view
    assert (nameless(view), unreachable(view), cut_off(view)) == ([], [], [])
