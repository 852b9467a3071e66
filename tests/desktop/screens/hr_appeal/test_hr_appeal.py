"""One appeal on the screen: decided by a second person, answered in print."""

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.hr_appeal.presenter import Exits, HrAppealPresenter
from tests.desktop.screens.dispute_house import OTHER, OWN, SECRET, waited
from tests.drivers.disputes import AppealDriver
from tests.drivers.looks import cut_off, nameless, unreachable


class Shown:
    """Keeps what was shown last."""

    state = None

    def show_state(self, state):
        self.state = state


@pytest.fixture
def appeal(house):
    made = house.enter("s1", house.told.row.staff_id, 4, "两项都对")
    house.who = OTHER
    return made


def shown(room, window, qtbot, appeal):
    room.open_appeal(appeal.number)
    return AppealDriver(qtbot, window.current().view)


@pytest.mark.feature("e4")
def test_whoever_entered_it_is_shown_no_form(room, window, qtbot, house, appeal):
    house.who = appeal.entered_by
    page = shown(room, window, qtbot, appeal)
    assert page.sees("You have entered this appeal: another person decides it.")
    assert not page.has("decide")


@pytest.mark.feature("e4")
def test_a_second_person_decides_and_the_answer_is_saved_as_a_pdf(room, window, qtbot, house, appeal):
    page = shown(room, window, qtbot, appeal)
    page.press("choice_points")
    page.write("words", "给一半分。")
    for name, text in (("points", "0.5"), ("own", OWN), ("secret", SECRET)):
        page.type(name, text)
    page.press("decide")
    waited(window)
    assert page.sees("Upheld · 0.5 points given")
    assert page.sees("Not passed, 60% → Not passed, 62%")
    assert not page.has("decide")
    page.press("letter")
    ((number, out),) = house.written
    assert (number, out.name) == (1, "appeal-1.pdf")


@pytest.mark.parametrize(
    ("words", "choice", "told"),
    [
        ("", "", "Choose a decision first."),
        ("x", "points", "Points are a number such as 0.5."),
        ("", "refused", "Write a few words to the person."),
        ("x", "refused", "Type your own passphrase first."),
    ],
)
def test_what_is_missing_is_named_before_any_key_is_opened(house, appeal, words, choice, told):
    jobs, shown = ManualJobs(), Shown()
    presenter = HrAppealPresenter(house, jobs, appeal.number, Exits(print, print, print))
    presenter.attach(shown)
    presenter.type("choice", choice)
    presenter.type("words", words)
    presenter.decide()
    assert (shown.state.fault, jobs.waiting) == (told, 0)
    presenter.type("own", OWN)
    presenter.decide()
    keys = "Type the passphrase of HR's keys first."
    assert (shown.state.fault, jobs.waiting) == (keys if (words, choice) == ("x", "refused") else told, 0)


def test_a_wrong_passphrase_decides_nothing_and_is_asked_for_again(room, window, qtbot, house, appeal):
    page = shown(room, window, qtbot, appeal)
    page.press("choice_refused")
    page.write("words", "不成立。")
    for own, secret in ((OWN, "wrong words"), (SECRET, SECRET)):
        page.type("own", own)
        page.type("secret", secret)
        page.press("decide")
        waited(window)
        assert house.appeal(1).is_open
        told = page.has("appeal_fault"), page.line("own"), page.line("secret"), page.written("words")
        assert told == (True, "", "", "不成立。")
    assert page.sees(f"That is not the passphrase with which {house.who} signs in.")


def test_everything_has_a_name_can_be_reached_and_is_not_cut(room, window, qtbot, appeal):
    window.set_language("zh")
    window.set_zoom(200)
    page = shown(room, window, qtbot, appeal).view
    assert nameless(page) == []
    assert unreachable(page) == []
    assert cut_off(page) == []
