"""The list of people without a window."""

import pytest

from desktop.screens.people.presenter import Exits, PeoplePresenter
from exams.store.errors import DatabaseDamaged
from tests.desktop.screens.staff_desks import CLERK, ClerkDesk, a_trainee


class Page:
    state = None

    def show_state(self, state):
        self.state = state


@pytest.fixture
def went():
    return []


def opened(desk, page, went):
    exits = Exits(
        enter=lambda: went.append("enter"),
        new_pin=lambda person: went.append(person.staff_id),
        results=lambda: went.append("results"),
    )
    presenter = PeoplePresenter(desk, exits)
    presenter.attach(page)
    presenter.show()
    return presenter


def test_who_was_entered_meanwhile_is_there_when_one_comes_back(went):
    desk, page = ClerkDesk(), Page()
    presenter = opened(desk, page, went)
    presenter.search("王")
    desk.enter_person(a_trainee(), "258025")
    presenter.show()
    assert page.state.rows == (CLERK, a_trainee())
    assert page.state.filter == "王"


def test_a_database_that_cannot_be_read_keeps_the_list_and_says_so(went):
    desk, page = ClerkDesk(), Page()
    presenter = opened(desk, page, went)
    desk.refusal = DatabaseDamaged()
    presenter.show()
    assert page.state.rows == (CLERK,)
    assert page.state.fault.startswith("The database of this PC cannot be read.")


def test_the_page_leads_to_the_form_and_to_the_results(went):
    presenter = opened(ClerkDesk(), Page(), went)
    presenter.enter()
    presenter.open_results()
    assert went == ["enter", "results"]


def test_a_new_pin_is_for_the_one_whose_line_one_is_at(went):
    presenter = opened(ClerkDesk((CLERK, a_trainee())), Page(), went)
    presenter.set_new_pin()
    assert went == []
    presenter.choose_row(a_trainee())
    presenter.set_new_pin()
    assert went == ["T1001"]
