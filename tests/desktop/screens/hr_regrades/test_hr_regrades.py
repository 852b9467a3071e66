"""Runs of re-grading on the screen: before and after, released by a second officer, what is left to do."""

import json

import pytest

from desktop.wiring.register import RegisterRoom
from exams.desk.hr_regrading import RegradePlan
from exams.grading.correction import Correction, Remedy
from tests.desktop.screens.hr_register import Register
from tests.drivers.hr_register import MatrixDriver
from tests.drivers.looks import cut_off, nameless, unreachable
from tests.drivers.regrades import ListDriver, RunsDriver
from tests.exams.register.mistaken import WRONG
from tests.exams.register.sealed_house import COURSE


@pytest.fixture
def proposed(house):
    """One run that chen has proposed."""
    sealed = house.sealed
    sealed.db.write("INSERT INTO staff VALUES ('T1002', '<b>李明</b>', '', 'BJ-WJ01', '', '', 1)")
    with house.register("chen") as book:
        void = Correction(Remedy.CREDIT, WRONG.item.id, WRONG.item.version)
        plan = RegradePlan(COURSE, void, "两名同事确认答案有误")
        book.regrades.propose(sealed.hq, book.regrades.work_out(sealed.material, plan, lambda _done, _all: True))


def shown(room, window, qtbot, who):
    room(who).open()
    page = RunsDriver(qtbot, window.current().view)
    page.enter_at(0)
    page.settle()
    return page


@pytest.mark.feature("e6")
def test_a_second_officer_looks_at_the_list_and_releases_it(room, window, qtbot, house, proposed):
    page = shown(room, window, qtbot, "li")
    assert page.counts[0] == "Failed → passed: 1"
    people = ListDriver(qtbot, page.view)
    assert people.lines[0].startswith("T1002 | <b>李明</b> | BJ-WJ01 | 60% · Failed | 80% · Passed")
    page.press("release")
    assert page.sees("Type the passphrase of HR's keys first.")
    assert page.sees("Type your own passphrase first.")
    page.type("secret", "several plain words")
    page.type("own_secret", "my very own words")
    page.press("release")
    assert window.current().held()
    window.jobs.finish_all()
    assert page.sees("Released. 0 certificates revoked, 1 confirmed.")
    assert house.followed == [1]
    assert any("李明" in text and "Issue a certificate" in text for text in page.words())
    assert not page.has("release")
    assert house.sealed.db.rows("SELECT count(*) FROM regraded") == [(5,)]


@pytest.mark.feature("e6")
def test_who_proposed_a_run_is_not_offered_its_release(room, window, qtbot, proposed):
    page = shown(room, window, qtbot, "chen")
    assert page.sees("You have proposed this run; another officer releases it.")
    assert not page.has("release")
    page.press("withdraw")
    assert page.sees("Withdrawn. Nothing comes of it.")
    assert not page.has("withdraw")


def test_a_wrong_passphrase_releases_nothing(room, window, qtbot, house, proposed):
    page = shown(room, window, qtbot, "li")
    page.type("secret", "another passphrase")
    page.type("own_secret", "my very own words")
    page.press("release")
    window.jobs.finish_all()
    assert page.has("regrades_fault")
    assert page.can_press("release")
    assert house.followed == []


@pytest.mark.feature("e6")
def test_hrs_keys_alone_release_nothing_the_second_officer_shows_who_they_are(room, window, qtbot, house, proposed):
    page = shown(room, window, qtbot, "li")
    for own in ("", "several plain words"):
        page.type("secret", "several plain words")
        page.type("own_secret", own)
        page.press("release")
        window.jobs.finish_all()
    assert page.sees("That is not the passphrase with which li signs in.")
    assert (house.followed, house.sealed.hq.log[1:]) == ([], [])


def test_the_list_is_searched_and_written_to_a_file(room, window, qtbot, tmp_path, proposed):
    page = shown(room, window, qtbot, "li")
    page.type("regrade_filter", "SH-PD02")
    people = ListDriver(qtbot, page.view)
    qtbot.waitUntil(lambda: {line.split(" | ")[2] for line in people.lines} == {"SH-PD02"})
    out = tmp_path / "run.json"
    room("li").export(1, out)
    assert json.loads(out.read_text("utf-8"))["sittings"] == 5


def test_the_matrix_leads_to_the_runs_on_to_a_correction_and_back(window, qtbot, house):
    register = Register()
    register.regrades = house.house("chen")
    RegisterRoom(window, register).open()
    MatrixDriver(qtbot, window.current().view).go("results_menu", "Graded again")
    page = RunsDriver(qtbot, window.current().view)
    assert page.sees("Nothing was graded again yet")
    page.press("propose")
    assert window.current().title == "Put a mistake right"
    RunsDriver(qtbot, window.current().view).press("to_runs")
    RunsDriver(qtbot, window.current().view).press("to_matrix")
    assert window.current().title == "Who is due"


@pytest.mark.parametrize(("code", "zoom"), [("en", 100), ("zh", 200)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window, qtbot, proposed, code, zoom):
    window.set_language(code)
    window.set_zoom(zoom)
    page = shown(room, window, qtbot, "li").view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []
