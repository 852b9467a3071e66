"""What HR sees of results."""

import pytest

from desktop.screens.hr_results.presenter import Exits, HrResultsPresenter
from exams.store.errors import DatabaseDamaged
from tests.desktop.screens.staff_desks import CLERK, ClerkDesk, a_line, a_trainee, graded


class Page:
    state = None

    def show_state(self, state):
        self.state = state


@pytest.fixture
def went():
    return []


@pytest.fixture
def page():
    return Page()


def opened(desk, page, went):
    exits = Exits(went.append, lambda: went.append("people"), lambda: went.append("none"))
    presenter = HrResultsPresenter(desk, exits)
    presenter.attach(page)
    presenter.show()
    return presenter


def test_the_tiles_count_people_and_not_tries(page, went):
    people = (CLERK, a_trainee("T1001"), a_trainee("T1004"), a_trainee("T1005"))
    lines = (graded("s3"), graded("s2", passed=False), a_line("s1"))
    opened(ClerkDesk(people, lines), page, went)
    state = page.state
    assert (state.people, state.passed, state.certificates, state.not_passed) == (3, 1, 1, 2)


def test_only_a_line_with_a_certificate_can_be_opened(page, went):
    lines = (graded("s2"), graded("s3", passed=False))
    presenter = opened(ClerkDesk(lines=lines), page, went)
    assert not page.state.can_open
    presenter.choose_row(lines[0])
    assert page.state.can_open
    presenter.open_certificate()
    presenter.open_row(lines[1])
    assert not page.state.can_open
    assert went == ["DEMO-01-2026-000001-X", "none"]


def test_what_was_typed_and_chosen_is_there_when_one_comes_back(page, went):
    lines = (graded("s2"),)
    presenter = opened(ClerkDesk(lines=lines), page, went)
    presenter.search("赵")
    presenter.choose_row(lines[0])
    other = Page()
    presenter.attach(other)
    presenter.show()
    assert (other.state.filter, other.state.chosen, other.state.can_open) == ("赵", "s2", True)


def test_when_the_database_cannot_be_read_a_sentence_says_so(page, went):
    desk = ClerkDesk(lines=(graded("s2"),))
    presenter = opened(desk, page, went)
    desk.refusal = DatabaseDamaged()
    presenter.show()
    assert page.state.fault.startswith("The database of this PC cannot be read.")
    assert len(page.state.rows) == 1
