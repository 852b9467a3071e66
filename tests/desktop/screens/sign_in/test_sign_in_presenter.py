"""Signing in: what is said, what is not, and where the cursor stands. No Qt."""

import pytest

from exams import AcademyError, FirstGlance, HomeState
from exams.accounts.errors import SignInLocked, SignInRefused, SignInWait
from exams.store.content_errors import ContentMissing
from exams.store.errors import DatabaseNewer, DiskFull, HomeBusy, HomeOnNetwork, HomeReadOnly
from tests.desktop.screens.sign_in.door import BRANCH, PIN, Door, Office, Page


def a_door(*answers, closed_by=None):
    return Door(Office(list(answers), closed_by=closed_by))


def test_the_right_pin_leads_inside():
    door = a_door()
    door.enter()
    assert door.office.inside == ["T1001"]


def test_what_was_typed_survives_a_new_view():
    door = a_door()
    door.presenter.type_staff_id("T10")
    door.presenter.type_pin("258")
    other = Page()
    door.presenter.attach(other)
    door.presenter.show()
    assert (other.state.staff_id, other.state.pin) == ("T10", "258")


def test_the_pin_is_forgotten_after_a_try_and_the_staff_id_stays():
    door = a_door(SignInRefused(wait_seconds=0))
    door.enter(pin="111111")
    assert (door.page.state.staff_id, door.page.state.pin) == ("T1001", "")
    assert door.page.cursor == "pin"
    door.presenter.sign_in()
    assert door.office.tries == [("T1001", "111111")]


def test_the_pin_is_forgotten_after_a_try_that_succeeded():
    door = a_door()
    door.enter()
    other = Page()
    door.presenter.attach(other)
    door.presenter.show()
    assert other.state.pin == ""


@pytest.mark.parametrize("staff_id", ["T1001", "NOBODY", "不是工号"])
def test_nobody_learns_which_of_the_two_was_wrong(staff_id):
    door = a_door(SignInRefused(wait_seconds=0))
    door.enter(staff_id, "111111")
    assert door.page.state.fault == "Staff ID or PIN is not right. Check both and try again."


def test_a_wait_counts_down_and_no_try_is_made_meanwhile():
    door = a_door(SignInWait(wait_seconds=3))
    door.enter(pin="111111")
    assert (door.page.state.fault, door.page.state.wait_seconds) == ("There were several wrong tries.", 3)
    door.presenter.type_pin(PIN)
    door.presenter.sign_in()
    door.presenter.tick()
    assert door.page.state.wait_seconds == 2
    assert len(door.office.tries) == 1


def test_after_the_wait_nothing_is_wrong_any_more_and_the_next_try_counts():
    door = a_door(SignInWait(wait_seconds=1))
    door.enter(pin="111111")
    door.presenter.tick()
    assert (door.page.state.fault, door.page.state.wait_seconds) == ("", 0)
    door.enter()
    assert door.office.inside == ["T1001"]


def test_a_refusal_with_a_wait_says_both():
    door = a_door(SignInRefused(wait_seconds=30))
    door.enter(pin="111111")
    assert door.page.state.fault.startswith("Staff ID or PIN is not right.")
    assert door.page.state.wait_seconds == 30


def test_what_was_typed_while_waiting_is_still_there_when_the_second_has_gone():
    door = a_door(SignInWait(wait_seconds=9))
    door.enter(pin="111111")
    door.presenter.type_pin("2580")
    door.presenter.tick()
    assert door.page.state.pin == "2580"


def test_somebody_else_need_not_wait():
    door = a_door(SignInWait(wait_seconds=480))
    door.enter("T1001", "111111")
    door.enter("P2001")
    assert door.office.inside == ["P2001"]


def test_the_same_staff_id_in_small_letters_waits_all_the_same():
    door = a_door(SignInWait(wait_seconds=480))
    door.enter("T1001", "111111")
    door.presenter.type_staff_id(" t1001 ")
    assert door.page.state.wait_seconds == 480


def test_a_locked_account_is_told_to_ask_and_has_nothing_to_wait_for():
    door = a_door(SignInLocked())
    door.enter()
    said = "This account is locked after ten wrong tries. Ask HR to set a new PIN."
    assert (door.page.state.fault, door.page.state.wait_seconds) == (said, 0)


def test_a_refusal_is_forgotten_with_the_first_character_of_the_next_pin():
    door = a_door(SignInRefused(wait_seconds=0))
    door.enter(pin="111111")
    door.presenter.type_pin("2")
    door.presenter.show()
    assert door.page.state.fault == ""


@pytest.mark.parametrize(
    ("staff_id", "pin", "cursor"), [("", "", "staff_id"), ("  ", PIN, "staff_id"), ("T1001", "", "pin")]
)
def test_an_empty_field_gets_the_cursor_and_no_try_is_spent(staff_id, pin, cursor):
    door = a_door()
    door.enter(staff_id, pin)
    assert door.page.cursor == cursor
    assert door.office.tries == []


def test_the_cursor_begins_at_the_staff_id():
    door = a_door()
    door.presenter.start()
    assert door.page.cursor == "staff_id"


def test_a_person_of_the_demonstration_fills_both_fields_and_puts_the_keyboard_on_the_button():
    door = a_door()
    door.presenter.choose("P2001")
    assert (door.page.state.staff_id, door.page.state.pin, door.page.cursor) == ("P2001", PIN, "sign_in")
    door.presenter.sign_in()
    assert door.office.inside == ["P2001"]


def test_choosing_another_person_ends_the_wait_of_the_one_before():
    door = a_door(SignInWait(wait_seconds=30))
    door.enter("T1001", "111111")
    door.presenter.choose("P2001")
    assert (door.page.state.wait_seconds, door.page.state.fault, door.page.cursor) == (0, "", "sign_in")


def test_choosing_the_person_who_must_wait_leaves_the_wait_and_the_cursor_on_the_pin():
    door = a_door(SignInWait(wait_seconds=30))
    door.enter("T1001", "111111")
    door.presenter.choose("T1001")
    assert (door.page.state.wait_seconds, door.page.cursor) == (30, "pin")


def test_a_person_who_is_not_there_changes_nothing():
    door = a_door()
    door.presenter.choose("X9999")
    assert door.page.state.staff_id == ""


TROUBLE = [
    (HomeBusy(home="/x"), "The program is already open on these data. Use the window that is open."),
    (
        DatabaseNewer(found=9, known=4),
        "The data were written by a newer version of the program. Install the newest version; nothing was changed.",
    ),
    (DiskFull(), "The disk is full: the last change is not saved. Free some space, then do it again."),
    (
        ContentMissing(path="/x"),
        "The course is not installed on this PC. Install the program again, or run `make setup` in a source folder.",
    ),
    (
        HomeReadOnly(home="/x"),
        "The data folder cannot be written. Ask your administrator for the right to write there.",
    ),
    (
        HomeOnNetwork(home="/x"),
        "The data folder lies on a network drive. "
        "Choose a folder on this PC: answers could be lost on a network drive.",
    ),
]


@pytest.mark.parametrize(("error", "said"), TROUBLE)
def test_trouble_with_the_home_is_said_with_what_to_do_and_apart_from_the_fields(error, said):
    door = a_door()
    door.presenter.tell(error)
    assert (door.page.state.trouble, door.page.state.fault) == (said, "")


@pytest.mark.parametrize("error", [one for one, _ in TROUBLE])
def test_the_next_try_opens_the_data_again(error):
    door = a_door(closed_by=error)
    door.enter()
    assert door.page.state.trouble
    assert door.office.inside == []
    door.office.closed_by = None
    door.enter()
    assert door.office.inside == ["T1001"]


def test_trying_again_needs_no_pin_and_takes_the_sentence_away():
    busy = HomeBusy(home="/x")
    door = a_door(closed_by=busy)
    door.presenter.tell(busy)
    door.presenter.try_again()
    assert door.page.state.trouble
    door.office.closed_by = None
    door.presenter.try_again()
    assert (door.page.state.trouble, door.page.cursor) == ("", "staff_id")


def test_a_try_at_a_closed_home_forgets_the_pin_too():
    door = a_door(closed_by=HomeBusy(home="/x"))
    door.enter()
    assert (door.page.state.staff_id, door.page.state.pin) == ("T1001", "")


def test_trouble_stays_while_one_types_and_chooses():
    door = a_door()
    door.presenter.tell(HomeBusy(home="/x"))
    door.presenter.type_pin("2")
    door.presenter.choose("T1001")
    assert door.page.state.trouble


def test_an_expected_failure_without_a_sentence_of_its_own_still_says_what_to_do():
    door = a_door()
    door.presenter.tell(AcademyError())
    assert door.page.state.trouble.startswith("This could not be done. Try again")


def test_a_real_branch_shows_its_name_and_nobody():
    door = Door(seen=FirstGlance(HomeState.READY, BRANCH))
    assert (door.page.state.bank, door.page.state.branch) == ("Example Bank", "Wangjiang Branch")
    assert (door.page.state.people, door.page.state.code) == ((), "")


def test_without_a_view_nothing_is_drawn_and_nothing_breaks():
    door = a_door(SignInRefused(wait_seconds=0))
    other = Door(door.office)
    other.presenter.attach(None)
    other.enter()
    other.presenter.tell(HomeBusy(home="/x"))
    other.presenter.start()
    assert other.office.tries == [("T1001", PIN)]


def test_the_form_stands_before_the_people_of_a_demonstration():
    door = a_door()
    assert door.page.state.people == ()
    door.presenter.show_people()
    assert [card.staff_id for card in door.page.state.people][:1] == ["T1001"]
