"""Results that HR holds: listed by session, released once the officer has said so, refused in words (e7)."""

import pytest

from exams.desk.hr_results import HeldResults, ReleaseStep
from exams.register.dispute_errors import ResultsReleaseRefused
from exams.store.register_errors import RegisterNotWritten
from tests.desktop.screens.hr_register import NOON
from tests.desktop.screens.register_fixtures import shown
from tests.drivers.hr_register import HeldDriver
from tests.drivers.looks import cut_off, nameless, unreachable

SOME = (
    HeldResults("S00000007", "TELE", 24, NOON + 60_000),
    HeldResults("S00000007", "CASH", 3, NOON),
    HeldResults("<b>S00000002</b>", "TELE", 1, NOON - 86_400_000),
)


class Held:
    """Lets a session go as a whole; `refusal` is raised instead where there is one."""

    def __init__(self, rows=SOME):
        self.rows, self.refusal = rows, None

    def held(self):
        self._refuse()
        return self.rows

    def propose(self, session):
        self._refuse()
        gone = sum(row.results for row in self.rows if row.session == session)
        self._step(session, "H3001", ReleaseStep.WAIT)
        return gone

    def withdraw(self, session):
        self._refuse()
        self._step(session, "", ReleaseStep.PROPOSE)
        return True

    def _step(self, session, who, step):
        self.rows = tuple(
            row._replace(proposed_by=who, proposed_wt=NOON, step=step) if row.session == session else row
            for row in self.rows
        )

    def release(self, session):
        self._refuse()
        gone = sum(row.results for row in self.rows if row.session == session)
        self.rows = tuple(row for row in self.rows if row.session != session)
        return gone

    def _refuse(self):
        if self.refusal is not None:
            raise self.refusal


@pytest.fixture
def held(house):
    house.held = Held()
    return house.held


@pytest.fixture
def page(held, room, window, qtbot):
    room.open_held()
    return shown(window, qtbot, HeldDriver)


@pytest.mark.feature("e7")
def test_a_session_is_released_as_a_whole_only_after_the_officer_has_said_so(page, driver):
    assert [line.split(" | ")[:3] for line in page.lines] == [
        ["S00000007", "TELE", "24"],
        ["S00000007", "CASH", "3"],
        ["<b>S00000002</b>", "TELE", "1"],
    ]
    assert page.sees("28 results are held.")
    page.enter_at(1)
    assert driver.question == "Release the results of session S00000007?"
    assert [driver.sees(text) for text in ("24 results", "3 results", "1 results")] == [True, True, False]
    driver.cancel()
    assert len(page.lines) == 3
    page.press("release_held")
    driver.confirm()
    assert page.sees("27 results of session S00000007 count from now on.")
    assert [line.split(" | ")[0] for line in page.lines] == ["<b>S00000002</b>"]


@pytest.mark.feature("e7")
def test_the_first_officer_proposes_waits_and_may_withdraw(page, held, driver):
    held.rows = (SOME[2]._replace(step=ReleaseStep.PROPOSE),)
    page.view.refresh_asked.emit()
    page.go_to(0)
    assert page.text("release_held") == "Propose the release"
    assert not page.has("withdraw_held")
    page.press("release_held")
    assert driver.question == "Propose to release the results of session <b>S00000002</b>?"
    driver.confirm()
    assert page.sees("1 results of session <b>S00000002</b> wait for a second officer.")
    assert page.lines[0].split(" | ")[-1].startswith("H3001, ")
    assert page.sees("You have proposed this release: another officer of HR looks at it and releases the results.")
    assert not page.can_press("release_held")
    page.enter_at(0)
    assert len(page.lines) == 1
    page.press("withdraw_held")
    assert page.sees("The proposal for session <b>S00000002</b> is withdrawn.")
    assert page.can_press("release_held")


@pytest.mark.feature("e7")
def test_the_second_officer_is_told_who_proposed_it_before_releasing(page, held, driver):
    held.rows = (SOME[2]._replace(proposed_by="H3002", proposed_wt=NOON),)
    page.view.refresh_asked.emit()
    page.go_to(0)
    page.press("release_held")
    assert driver.sees("H3002, ")
    driver.confirm()
    assert page.sees("1 results of session <b>S00000002</b> count from now on.")


def test_one_name_alone_is_told_to_be_not_enough(page, held, driver):
    page.go_to(0)
    held.refusal = ResultsReleaseRefused(reason="same", session="S00000007", who="H3001")
    page.press("release_held")
    driver.confirm()
    assert page.sees("H3001 has proposed to release the results of session S00000007 and cannot release them too.")
    assert len(page.lines) == 3


def test_with_nothing_held_it_says_so(page, held):
    held.rows = ()
    page.view.refresh_asked.emit()
    assert page.sees("No results are held.")
    assert not page.has("release_held")


def test_a_session_that_another_officer_released_meanwhile_is_told(page, held, driver):
    page.go_to(2)
    held.rows = SOME[:2]
    page.press("release_held")
    driver.confirm()
    assert page.sees("Nothing of session <b>S00000002</b> was held any more: another officer has released it.")
    assert len(page.lines) == 2


def test_a_refused_release_is_told_and_changes_nothing(page, held, driver):
    page.go_to(0)
    held.refusal = RegisterNotWritten(path="r.sqlite", detail="locked")
    page.press("release_held")
    driver.confirm()
    assert page.sees("The register r.sqlite could not be written: locked")
    assert (len(page.lines), page.sees("count from now on")) == (3, False)


def test_what_cannot_be_read_shows_no_empty_list(held, room, window, qtbot):
    held.refusal = RegisterNotWritten(path="r.sqlite", detail="locked")
    room.open_held()
    page = shown(window, qtbot, HeldDriver)
    assert page.sees("The register r.sqlite could not be written: locked")
    assert not page.sees("No results are held.")


@pytest.mark.parametrize(("code", "zoom"), [("zh", 200), ("en", 100)])
def test_everything_has_a_name_can_be_reached_and_is_not_cut(held, room, window, code, zoom):
    window.set_language(code)
    window.set_zoom(zoom)
    room.open_held()
    view = window.current().view
    assert (nameless(view), unreachable(view), cut_off(view)) == ([], [], [])
