"""The first page: one thing to do, and what is said when it does not succeed. No Qt."""

from dataclasses import dataclass, field

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.welcome.presenter import Exits, WelcomePresenter
from desktop.screens.welcome.state import Finding, WelcomeState
from exams import AcademyError, FirstGlance, HomeState
from exams.store.errors import DiskFull, HomeBusy

COPY = "academy-20261101T021500000000Z.sqlite"

NOTHING = FirstGlance(HomeState.EMPTY)


@dataclass
class Page:
    """What was drawn last."""

    state: WelcomeState = field(default_factory=WelcomeState)
    on_action: int = 0

    def show_state(self, state: WelcomeState) -> None:
        self.state = state

    def focus_action(self) -> None:
        self.on_action += 1


@dataclass
class House:
    """A page over a home; the work fails as often as the test says."""

    seen: FirstGlance = NOTHING
    failures: list[AcademyError] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    page: Page = field(default_factory=Page)
    jobs: ManualJobs = field(default_factory=ManualJobs)

    def __post_init__(self) -> None:
        exits = Exits(lambda: self._work("set up"), self._work, lambda: self.done.append("looked"))
        self.presenter = WelcomePresenter("/opt/academy", self.seen, self.jobs, exits)
        self.presenter.attach(self.page)
        self.presenter.show()

    def _work(self, what: str) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.done.append(what)


def test_an_empty_home_offers_the_demonstration_and_says_where_it_goes():
    house = House()
    assert (house.page.state.finding, house.page.state.home) == (Finding.NOTHING, "/opt/academy")


def test_it_is_busy_while_the_demonstration_is_made_and_then_looks_again():
    house = House()
    house.presenter.set_up()
    assert house.page.state.busy
    assert house.done == []
    house.jobs.finish_all()
    assert house.done == ["set up", "looked"]


def test_a_second_press_makes_no_second_demonstration():
    house = House()
    house.presenter.set_up()
    house.presenter.set_up()
    assert house.jobs.waiting == 1


def test_a_failure_is_said_the_keyboard_is_back_on_the_button_and_a_second_try_works():
    house = House(failures=[DiskFull()])
    house.presenter.set_up()
    house.jobs.finish_all()
    said = "The disk is full: the last change is not saved. Free some space, then do it again."
    assert (house.page.state.busy, house.page.state.fault, house.page.on_action) == (False, said, 1)
    house.presenter.set_up()
    assert house.page.state.fault == ""
    house.jobs.finish_all()
    assert house.done == ["set up", "looked"]


def test_a_damaged_database_offers_the_newest_good_copy_by_its_time_and_puts_it_back_by_its_name():
    house = House(FirstGlance(HomeState.DAMAGED, backup=COPY))
    assert house.page.state.finding is Finding.DAMAGED
    assert house.page.state.backup == "1 Nov 2026 10:15"
    house.presenter.mend()
    house.jobs.finish_all()
    assert house.done == [COPY, "looked"]


def test_a_copy_whose_name_tells_no_time_is_called_by_its_name():
    house = House(FirstGlance(HomeState.DAMAGED, backup="academy-old.sqlite"))
    assert house.page.state.backup == "academy-old.sqlite"


def test_putting_back_can_fail_and_be_tried_again():
    house = House(FirstGlance(HomeState.DAMAGED, backup=COPY), [HomeBusy(home="/opt/academy")])
    house.presenter.mend()
    assert house.page.state.busy
    house.jobs.finish_all()
    assert house.page.state.fault.startswith("The program is already open on these data.")
    house.presenter.mend()
    house.jobs.finish_all()
    assert house.done == [COPY, "looked"]


@pytest.mark.parametrize(("state", "finding"), [(HomeState.DAMAGED, Finding.DAMAGED), (HomeState.NEWER, Finding.NEWER)])
def test_where_nothing_can_be_put_back_the_button_only_looks_again(state, finding):
    house = House(FirstGlance(state))
    assert (house.page.state.finding, house.page.state.backup) == (finding, "")
    house.presenter.mend()
    assert house.done == ["looked"]
    assert house.jobs.waiting == 0


def test_a_new_view_shows_the_work_under_way():
    house = House()
    house.presenter.set_up()
    other = Page()
    house.presenter.attach(other)
    house.presenter.show()
    assert other.state.busy
