"""Entering a person: every fault at its field, nothing kept of a refused one, nothing typed lost."""

from pathlib import Path

import pytest

from desktop.background.manual import ManualJobs
from desktop.screens.enter_person.presenter import EnterPersonPresenter, Exits
from desktop.screens.enter_person.state import Draft, Field
from exams import Role
from exams.store.errors import DiskFull
from tests.desktop.screens.staff_desks import CLERK, ClerkDesk, a_trainee

GOOD = {"staff_id": "T1010", "name": "欧阳若溪", "latin": "Ouyang Ruoxi", "pin": "258025", "again": "258025"}


class Page:
    state = None

    def show_state(self, state):
        self.state = state


class Form:
    """A presenter with what it works with."""

    def __init__(self, desk=None):
        self.desk = desk or ClerkDesk((CLERK, a_trainee("T1001")))
        self.jobs, self.page, self.went = ManualJobs(), Page(), []
        self.presenter = EnterPersonPresenter(self.desk, self.jobs, Exits(lambda: self.went.append("people")))
        self.presenter.attach(self.page)
        self.presenter.show()

    def enter(self, **changes):
        for field, text in {**GOOD, **changes}.items():
            self.presenter.type(field, text)
        self.presenter.enter()
        self.jobs.finish_all()
        return self.page.state


@pytest.fixture
def form():
    return Form()


def test_a_person_is_entered_as_typed_into_the_clerks_own_branch(form):
    phrase = "river lantern"
    words = {"team": "客服二组", "role": "proctor", "minutes": "30", "pin": phrase, "again": phrase}
    state = form.enter(staff_id=" t1010 ", **words)
    person = form.desk.people()[-1]
    assert (person.staff_id, person.name, person.latin, person.branch) == (
        "T1010",
        "欧阳若溪",
        "Ouyang Ruoxi",
        "DEMO-01",
    )
    assert (person.team, person.role, person.extra_minutes) == ("客服二组", Role.PROCTOR, 30)
    assert form.desk.pins["T1010"] == phrase
    assert state.entered == "欧阳若溪 (T1010) is entered and may sign in."


def test_where_headquarters_grants_the_role_the_file_for_it_is_named(form):
    form.desk.requests["T1010"] = Path("keys/staff/T1010.request")
    state = form.enter(staff_id="T1010", role="hr", pin="river lantern", again="river lantern")
    assert state.entered.endswith("take in its answer: keys/staff/T1010.request")


def test_a_proctor_chooses_a_passphrase_and_a_trainee_a_pin(form):
    assert form.enter(staff_id="T1010", role="proctor").faults[Field.PIN].startswith("A passphrase has at least 10")
    assert form.enter(staff_id="T1010", role="trainee", pin="river lantern", again="river lantern").faults[Field.PIN]


def test_afterwards_the_form_is_empty_for_the_next_of_the_same_team(form):
    state = form.enter(team="客服二组")
    assert state.draft == Draft(team="客服二组")
    assert state.focus is Field.STAFF_ID


def test_all_faults_of_the_page_are_said_at_once_and_the_first_gets_the_cursor(form):
    state = form.enter(staff_id="T1", name="", minutes="half", pin="", again="1")
    assert list(state.faults) == [Field.STAFF_ID, Field.NAME, Field.MINUTES, Field.PIN, Field.AGAIN]
    assert state.focus is Field.STAFF_ID
    assert state.faults[Field.NAME] == "Type the name as on the identity card."
    assert len(form.desk.people()) == 2


@pytest.mark.parametrize("field", [Field.NAME, Field.LATIN, Field.TEAM])
@pytest.mark.parametrize("char", ["\u200b", "\u202e", "\u0007", "\ue000"], ids=["zero", "bidi", "control", "private"])
def test_an_invisible_character_is_refused_with_its_number(form, field, char):
    state = form.enter(**{field.value: f"王{char}小雨"})
    assert list(state.faults) == [field]
    assert f"U+{ord(char):04X}" in state.faults[field]
    assert len(form.desk.people()) == 2


@pytest.mark.parametrize("field", [Field.NAME, Field.LATIN])
def test_a_character_no_font_draws_is_named_at_the_field_it_stands_in(form, field):
    state = form.enter(**{field.value: "王\U00020000"})
    assert list(state.faults) == [field]
    assert "\U00020000 (U+20000)" in state.faults[field]


@pytest.mark.parametrize("blank", ["   ", "\u3000", "\u2028"])
def test_spaces_are_no_name(form, blank):
    assert form.enter(name=blank).faults == {Field.NAME: "Type the name as on the identity card."}


def test_a_name_of_65_letters_is_too_long(form):
    assert form.enter(name="王" * 65).faults == {Field.NAME: "This is too long: at most 64 characters."}


def test_a_known_staff_id_is_refused_at_its_field_and_the_pins_stay_typed(form):
    state = form.enter(staff_id="T1001")
    assert state.faults[Field.STAFF_ID].startswith("This staff ID is already taken.")
    assert (state.draft.name, state.draft.pin, state.draft.again) == ("欧阳若溪", "258025", "258025")


@pytest.mark.parametrize("pin", ["123456", "111111", "25802", "abcdef", "19900101"])
def test_a_pin_easy_to_guess_is_refused_at_its_field(form, pin):
    assert list(form.enter(pin=pin, again=pin).faults) == [Field.PIN]


def test_two_different_pins_are_refused_at_the_second(form):
    assert form.enter(again="258026").faults == {Field.AGAIN: "The two PINs are not the same."}


@pytest.mark.parametrize(("typed", "kept"), [("", 0), (" 15 ", 15), ("240", 240)])
def test_extra_minutes_may_stay_empty(form, typed, kept):
    form.enter(minutes=typed)
    assert form.desk.people()[-1].extra_minutes == kept


@pytest.mark.parametrize("typed", ["-5", "241", "1.5", "十"])
def test_extra_minutes_are_whole_and_bounded(form, typed):
    assert list(form.enter(minutes=typed).faults) == [Field.MINUTES]


def test_a_fault_is_taken_back_by_typing(form):
    form.enter(staff_id="T1")
    form.presenter.type("staff_id", "T1010")
    form.presenter.show()
    assert form.page.state.faults == {}


def test_a_full_disk_is_said_at_the_top_and_everything_typed_stays():
    desk = ClerkDesk()
    desk.refusal = DiskFull()
    form = Form(desk)
    state = form.enter()
    assert state.fault.startswith("The disk is full")
    assert state.draft.name == "欧阳若溪"
    assert not state.busy


def test_pressing_twice_enters_once(form):
    for field, text in GOOD.items():
        form.presenter.type(field, text)
    form.presenter.enter()
    form.presenter.enter()
    assert form.page.state.busy
    assert form.jobs.waiting == 1


def test_a_pin_never_shows_in_a_report():
    assert "258025" not in repr(Draft(pin="258025", again="258025"))


def test_work_that_ends_after_the_page_is_gone_draws_on_nothing(form):
    form.presenter.type("staff_id", "T1")
    before = form.page.state
    form.presenter.detach(form.page)
    form.presenter.enter()
    assert form.page.state is before


def test_a_page_that_was_replaced_does_not_take_its_successor_along(form):
    old, new = form.page, Page()
    form.presenter.attach(new)
    form.presenter.detach(old)
    form.presenter.show()
    assert new.state is not None
