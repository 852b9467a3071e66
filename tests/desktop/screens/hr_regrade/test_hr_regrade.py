"""One mistake put right on the screen: what was wrong, before and after, proposed to a second officer."""

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.hr_regrade.presenter import Exits, HrRegradePresenter
from desktop.screens.hr_regrade.state import Stage
from tests.desktop.screens.regrade_fixtures import SECRET
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.regrades import ListDriver, ProposalDriver, RunsDriver
from tests.exams.register.mistaken import WRONG
from tests.exams.register.sealed_house import COURSE

ITEM = f"{WRONG.item.id}@{WRONG.item.version}"


@pytest.fixture
def opened(room, window, qtbot):
    """The page with its packs open."""
    room().open_proposal()
    page = ProposalDriver(qtbot, window.current().view)
    page.unlock(window.jobs)
    return page


@pytest.mark.feature("e5", "e6")
def test_a_wrong_key_is_put_right_seen_before_and_after_and_proposed(opened, window, qtbot, house):
    at = next(place for place, row in enumerate(opened.rows) if row.key == ITEM)
    opened.go_to(at)
    assert opened.sees(f"{WRONG.item.id}, version 2. Right so far: B")
    opened.type("right", "C")
    opened.part("reason").setPlainText("C is right too")
    opened.press("work_out")
    assert window.current().held()
    assert opened.can_press("stop")
    window.jobs.finish_all()
    assert opened.sees("5 sittings graded again; originals unchanged.")
    assert [text.split(": ")[-1] for text in opened.counts] == ["1", "0", "1", "3", "0"]
    people = ListDriver(qtbot, window.current().view).lines
    assert people[0] == "T1002 |  | BJ-WJ01 | 60% · Failed | 80% · Passed | Failed → passed | Issue a certificate"
    assert len(people) == 2
    assert house.sealed.db.rows("SELECT * FROM regrade_runs") == []
    opened.press("propose_run")
    window.jobs.finish_all()
    runs = RunsDriver(qtbot, window.current().view)
    assert runs.sees("You have proposed this run; another officer releases it.")
    assert not runs.has("release")
    assert len(runs.rows) == 1


def test_the_wrong_passphrase_opens_nothing(room, window, qtbot):
    room().open_proposal()
    page = ProposalDriver(qtbot, window.current().view)
    page.press("open_packs")
    assert page.sees("Type the passphrase of HR's keys first.")
    page.unlock(window.jobs, "another passphrase")
    assert page.has("regrade_fault")
    assert page.has("open_packs")
    assert not page.has("work_out")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("F", "That is no answer of the question"),
        ("B", "That is the key of the question"),
        ("", "That is no answer of the question"),
    ],
)
def test_what_is_no_answer_is_said_beside_the_form(house, typed, said):
    presenter, jobs, page, _ = a_presenter(house)
    presenter.fill_in(item=ITEM, right=typed, reason="why")
    presenter.work_out()
    jobs.finish_all()
    assert page.state.fault.startswith(said)
    assert page.state.stage is Stage.FILLING


def test_the_questions_are_found_by_their_number(opened, qtbot):
    assert len(opened.lines) == 5
    opened.type("item_filter", WRONG.item.id)
    qtbot.waitUntil(lambda: [row.key for row in opened.rows] == [ITEM])


class Page:
    state = None

    def show_state(self, state):
        self.state = state


def a_presenter(house):
    jobs, page, told = ManualJobs(), Page(), []
    presenter = HrRegradePresenter(house.house("chen"), jobs, Exits(told.append, lambda: told.append("left")))
    presenter.attach(page)
    presenter.type_secret(SECRET)
    presenter.open_packs()
    jobs.finish_all()
    return presenter, jobs, page, told


def test_other_rules_for_passing_are_worked_out_and_proposed(house):
    presenter, jobs, page, told = a_presenter(house)
    assert (page.state.draft.course, page.state.draft.exam) == (COURSE, "final")
    presenter.fill_in(remedy="rules", pass_percent="60 %", reason="The gate was 60.", recompute=True, revise=True)
    presenter.work_out()
    jobs.finish_all()
    assert [one.count for one in page.state.counts] == [1, 0, 0, 4, 0]
    presenter.propose()
    jobs.finish_all()
    assert told == [1]
    assert page.state.stage is Stage.SIGNING
    presenter.show()
    assert page.state.stage is Stage.LOCKED


def test_what_was_worked_out_is_forgotten_once_anything_is_filled_in_otherwise(house):
    presenter, jobs, page, told = a_presenter(house)
    presenter.fill_in(remedy="credit", item=ITEM, reason="void")
    presenter.work_out()
    jobs.finish_all()
    assert page.state.stage is Stage.TRIED
    presenter.fill_in(reason="void after all")
    presenter.propose()
    assert (page.state.stage, jobs.waiting, told) == (Stage.FILLING, 0, [])


def test_a_run_that_is_stopped_keeps_nothing(house):
    presenter, jobs, page, _ = a_presenter(house)
    presenter.fill_in(remedy="remove", item=ITEM, reason="void")
    presenter.work_out()
    presenter.stop()
    jobs.finish_all()
    assert (page.state.stage, page.state.told) == (Stage.FILLING, "Stopped. Nothing of it was kept.")


def test_on_leaving_everything_that_was_opened_is_forgotten(house):
    presenter, _, page, told = a_presenter(house)
    presenter.leave()
    assert told == ["left"]
    presenter.show()
    assert (page.state.stage, page.state.items) == (Stage.LOCKED, ())


@pytest.mark.parametrize(("code", "zoom"), [("en", 100), ("zh", 200)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(opened, window, code, zoom):
    window.set_language(code)
    window.set_zoom(zoom)
    page = window.current().view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []
