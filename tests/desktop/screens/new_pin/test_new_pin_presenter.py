"""A new PIN: faults at their fields, nothing changed by a refused one, the desk's work off the page."""

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.new_pin.presenter import Exits, NewPinPresenter
from desktop.screens.new_pin.state import Draft, Field
from desktop.words import use_language
from exams.store.errors import DiskFull
from tests.desktop.screens.staff_desks import CLERK, ClerkDesk, a_trainee

PIN = "258147"


class Page:
    state = None

    def show_state(self, state):
        self.state = state


class Form:
    """A presenter with what it works with."""

    def __init__(self):
        self.desk = ClerkDesk((CLERK, a_trainee()))
        self.jobs, self.page, self.went = ManualJobs(), Page(), []
        exits = Exits(
            people=lambda: self.went.append("people"),
            done=lambda person: self.went.append(("done", person.staff_id)),
            refused=lambda error: self.went.append(("refused", error.code)),
        )
        self.presenter = NewPinPresenter(self.desk, a_trainee(), self.jobs, exits)
        self.presenter.attach(self.page)
        self.presenter.show()

    def type(self, pin, again=None):
        self.presenter.type("pin", pin)
        self.presenter.type("again", pin if again is None else again)

    def set_pin(self, pin, again=None):
        self.type(pin, again)
        self.presenter.set_pin()
        self.jobs.finish_all()
        return self.page.state


@pytest.fixture
def form():
    return Form()


def test_the_desk_gets_the_pin_of_the_person_shown(form):
    assert form.page.state.person == a_trainee()
    form.set_pin(PIN)
    assert form.desk.pins == {"T1001": PIN}
    assert form.went == [("done", "T1001")]


def test_afterwards_the_pin_stands_nowhere_any_more(form):
    assert form.set_pin(PIN).draft == Draft()


@pytest.mark.parametrize(
    ("pin", "again", "wrong"),
    [
        ("", "", {Field.PIN: "Choose a PIN of 6 to 12 digits."}),
        (PIN, "258148", {Field.AGAIN: "The two PINs are not the same."}),
        (PIN, "", {Field.AGAIN: "The two PINs are not the same."}),
    ],
)
def test_a_missing_or_mistyped_pin_is_told_at_its_field_before_the_desk_is_asked(form, pin, again, wrong):
    form.type(pin, again)
    form.presenter.set_pin()
    assert form.jobs.waiting == 0
    assert form.page.state.faults == wrong
    assert form.page.state.focus is next(iter(wrong))
    assert form.desk.pins == {}


@pytest.mark.parametrize("pin", ["123456", "111111", "25814", "abcdef", "19900101", "991001"])
def test_a_pin_easy_to_guess_is_refused_at_its_field_and_stays_typed(form, pin):
    state = form.set_pin(pin)
    assert list(state.faults) == [Field.PIN]
    assert state.faults[Field.PIN].startswith("This PIN is too easy to guess.")
    assert state.draft == Draft(pin, pin)
    assert not state.busy
    assert form.desk.pins == {}
    assert form.went == [("refused", "E_WEAK_PIN")]


def test_every_refusal_calls_for_the_cursor_anew(form):
    first = form.set_pin("111111").turn
    assert form.set_pin("222222").turn > first


def test_a_fault_is_taken_back_by_typing_and_said_in_the_language_in_use(form, chinese):
    form.set_pin(PIN, "1")
    use_language("zh", chinese)
    form.presenter.show()
    assert form.page.state.faults == {Field.AGAIN: "两次输入的口令不一致。"}
    use_language("en")
    form.presenter.type("again", PIN)
    form.presenter.show()
    assert form.page.state.faults == {}


def test_a_full_disk_is_said_at_the_top_and_the_next_try_takes_it_back(form):
    form.desk.refusal = DiskFull()
    state = form.set_pin(PIN)
    assert state.fault.startswith("The disk is full")
    assert state.faults == {}
    assert state.draft == Draft(PIN, PIN)
    form.desk.refusal = None
    assert form.set_pin(PIN).fault == ""
    assert form.desk.pins == {"T1001": PIN}


def test_pressing_twice_sets_once(form):
    form.type(PIN)
    form.presenter.set_pin()
    form.presenter.set_pin()
    assert form.page.state.busy
    assert form.jobs.waiting == 1


def test_leaving_leads_to_the_people(form):
    form.presenter.leave()
    assert form.went == ["people"]


def test_a_pin_never_shows_in_a_report(form):
    form.type(PIN)
    form.presenter.show()
    assert form.page.state.draft.pin == PIN
    assert PIN not in repr(form.page.state)


def test_work_that_ends_after_the_page_is_gone_draws_on_nothing_and_is_still_told(form):
    form.type(PIN)
    form.presenter.set_pin()
    last = form.page.state
    form.presenter.detach(form.page)
    form.jobs.finish_all()
    assert form.page.state is last
    assert form.went == [("done", "T1001")]


def test_a_page_that_was_replaced_does_not_take_its_successor_along(form):
    new = Page()
    form.presenter.attach(new)
    form.presenter.detach(form.page)
    form.presenter.show()
    assert new.state is not None
