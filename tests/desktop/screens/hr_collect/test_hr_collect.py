"""Files of branches, taken in beside the window."""

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.hr_collect.presenter import Exits as CollectExits
from desktop.screens.hr_collect.presenter import HrCollectPresenter
from exams.desk.hq_errors import KeyNotHere
from tests.desktop.screens.hr_register import ACCEPTED, AGAIN, FORK, RUBBISH, Register
from tests.desktop.screens.register_fixtures import FILES, shown
from tests.drivers.hr_register import CollectDriver
from tests.drivers.looks import cut_off, nameless, unreachable


@pytest.mark.feature("g2")
def test_files_are_taken_in_beside_the_window_and_every_refusal_is_told_with_its_reason(room, window, qtbot, house):
    house.done = (ACCEPTED, AGAIN, FORK, RUBBISH)
    room.open_collect()
    page = shown(window, qtbot, CollectDriver)
    page.press("choose_files")
    assert page.sees("Type the passphrase of HR's keys first.")
    page.take_in("several plain words")
    assert window.current().held()
    assert page.can_press("pause")
    window.jobs.finish_all()
    assert house.offered == [("several plain words", FILES)]
    assert page.sees("照片.jpg")
    assert page.sees("This file tells another story of the same device than the one that is here.")
    assert page.sees("This file is no bundle of a branch")
    assert page.sees("Done; some files wait for a person.")
    assert not window.current().held()


class Page:
    state = None

    def show_state(self, state):
        self.state = state


class Stopping(Register):
    """The button is pressed while the first file is at work."""

    presenter = None

    def collect(self, secret, paths, told):
        if not self.offered:
            self.presenter.pause()
        super().collect(secret, paths, told)


def test_a_run_stops_after_a_file_and_goes_on_with_the_same_files():
    house, jobs, page = Stopping(), ManualJobs(), Page()
    house.done = (ACCEPTED, AGAIN)
    presenter = HrCollectPresenter(house, jobs, CollectExits(lambda _: None, lambda _: None, lambda: None))
    house.presenter = presenter
    presenter.attach(page)
    presenter.type_secret("several plain words")
    presenter.take_in(FILES)
    jobs.finish_all()
    assert (page.state.paused, page.state.busy, page.state.done) == (True, False, 1)
    presenter.go_on()
    jobs.finish_all()
    assert (page.state.paused, page.state.done, house.offered) == (False, 2, [("several plain words", FILES)] * 2)


def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window):
    room.open_collect()
    page = window.current().view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []


def test_after_a_run_the_keyboard_is_where_one_goes_on(room, window, qtbot, house):
    house.refusal = KeyNotHere(name="hr", path="hq/hr.key")
    room.open_collect()
    page = shown(window, qtbot, CollectDriver)
    page.take_in("several plain words")
    window.jobs.finish_all()
    page.settle()
    assert window.focusWidget().objectName() == "secret"
    house.refusal = None
    page.take_in("several plain words")
    window.jobs.finish_all()
    page.settle()
    assert window.focusWidget().objectName() == "to_follow"


def test_a_demonstration_tells_its_passphrase_where_it_is_asked_for(room, window, qtbot, house):
    house.known = "demonstration"
    for open_page in (room.open_collect, room.open_rules):
        open_page()
        assert shown(window, qtbot, CollectDriver).sees("Demonstration: the passphrase is demonstration")


@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_cut_in_large_text(room, window, code):
    window.set_language(code)
    window.set_zoom(200)
    room.open_collect()
    assert cut_off(window.current().view) == []
