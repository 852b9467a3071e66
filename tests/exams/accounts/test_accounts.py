"""Staff ids, names, PINs and the waits after wrong PINs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.accounts.errors import BadName, BadStaffId, WeakPin
from exams.accounts.lockout import Attempt, standing
from exams.accounts.names import check_name, check_staff_id
from exams.accounts.pins import PinCost, check_pin, hash_pin, pin_matches
from exams.timing.story_clock import StoryClock

CHEAP = PinCost(memory_kib=64, passes=1)


@pytest.mark.parametrize("text", ["T1001", "AB12", "0123456789ABCDEF"])
def test_a_staff_id_is_kept_as_given(text):
    assert check_staff_id(text) == text


@pytest.mark.parametrize("text", ["", "T1", "t1001", "T 1001", "Ｔ1001", "0123456789ABCDEFG", "T1001\n"])
def test_other_staff_ids_are_refused(text):
    with pytest.raises(BadStaffId):
        check_staff_id(text)


@pytest.mark.parametrize("name", ["王小雨", "买买提·吐尔逊", "O'Neil", "𠮷田", "㛃䶮"])
def test_a_name_is_never_changed(name):
    assert check_name(name) == name


@pytest.mark.parametrize("name", ["", "  ", "王\u200b雨", "王\u202e雨", "王\n雨", "\ue81e", "王" * 65])
def test_a_name_that_cannot_be_shown_safely_is_refused(name):
    with pytest.raises(BadName):
        check_name(name)


@pytest.mark.parametrize("pin", ["12345", "123456", "987654", "111111", "121212", "19900101", "abcdef", "１２３４５６"])
def test_an_easy_pin_is_refused(pin):
    with pytest.raises(WeakPin):
        check_pin(pin, "T1001")


def test_a_pin_from_the_staff_id_is_refused():
    with pytest.raises(WeakPin):
        check_pin("738291", "T738291")


def test_only_the_right_pin_matches_its_hash():
    encoded = hash_pin("258025", CHEAP, "T1001")
    assert pin_matches("258025", encoded, "T1001")
    assert not pin_matches("258026", encoded, "T1001")
    assert "258025" not in encoded


def test_a_hash_fits_only_the_person_it_was_made_for():
    assert not pin_matches("258025", hash_pin("258025", CHEAP, "T1001"), "T1002")


def failures(count, clock):
    attempts = []
    for _ in range(count):
        attempts.append(Attempt(False, clock.now()))
        clock.forward(1000)
    return attempts


@pytest.mark.parametrize(("count", "wait"), [(4, 0), (5, 30_000), (6, 120_000), (7, 480_000), (9, 480_000)])
def test_the_wait_grows_with_failures_in_a_row(count, wait):
    clock = StoryClock(0)
    found = standing(failures(count, clock), clock.now())
    assert found.wait_ms == max(0, wait - 1000)
    assert not found.locked


def test_ten_failures_lock():
    clock = StoryClock(0)
    assert standing(failures(10, clock), clock.now()).locked


def test_a_right_pin_forgets_the_failures():
    clock = StoryClock(0)
    attempts = [*failures(6, clock), Attempt(True, clock.now())]
    assert standing(attempts, clock.now()).failures == 0


def test_the_wait_passes_by_the_boot_clock_whatever_the_wall_says():
    clock = StoryClock(0)
    attempts = failures(5, clock)
    clock.set_wall(10**12)
    assert standing(attempts, clock.now()).wait_ms == 29_000
    clock.forward(29_000)
    assert standing(attempts, clock.now()).wait_ms == 0


def reason(check, *values):
    """Why a check refuses, empty where it does not."""
    try:
        check(*values)
    except (WeakPin, BadName) as error:
        return error.facts["reason"]
    return ""


digits = st.text("0123456789", min_size=5, max_size=13)


@given(st.text(max_size=14) | digits, st.sampled_from(["T1001", "X258025"]))
def test_a_pin_that_is_taken_is_six_to_twelve_digits_without_a_pattern(pin, staff_id):
    six_to_twelve = pin.isascii() and pin.isdigit() and 6 <= len(pin) <= 12
    why = reason(check_pin, pin, staff_id)
    assert (why == "shape") is not six_to_twelve
    assert why or (len(set(pin)) > 2 and staff_id[1:] not in pin)


@given(st.text(max_size=70))
def test_a_name_that_is_taken_has_no_invisible_character(name):
    spoilt = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"} & {unicodedata.category(char) for char in name}
    length = not name.strip() or len(name) > 64
    assert reason(check_name, name) == ("length" if length else "char" if spoilt else "")


@pytest.mark.parametrize("encoded", ["", "x", "$argon2id$v=19$m=64,t=1,p=1$AAAA", "$scrypt$ln=14$AAAA$AAAA"])
def test_what_is_no_hash_matches_no_pin(encoded):
    assert not pin_matches("258025", encoded, "T1001")


def test_the_hash_carries_the_work_it_costs_and_a_salt_of_its_own():
    first, second = hash_pin("258025", CHEAP, "T1001"), hash_pin("258025", CHEAP, "T1001")
    assert "m=64,t=1,p=1" in first
    assert first != second
    assert (PinCost().memory_kib, PinCost().passes) == (65_536, 3)


steps = st.lists(st.tuples(st.booleans(), st.integers(0, 600_000)), max_size=20)


@given(steps, st.integers(0, 600_000))
def test_a_wait_only_shrinks_while_nothing_happens_and_failures_count_in_a_row(steps, later):
    clock, attempts, row = StoryClock(0), [], 0
    for right, ms in steps:
        attempts.append(Attempt(right, clock.now()))
        row = 0 if right else row + 1
        clock.forward(ms)
    now = standing(attempts, clock.now())
    clock.forward(later)
    then = standing(attempts, clock.now())
    assert now.failures == then.failures == row
    assert then.wait_ms == max(0, now.wait_ms - later)
    assert (now.wait_ms == 0) or row > 4
    assert now.locked == (row >= 10)


def test_after_a_restart_of_the_machine_the_wait_goes_on_by_the_wall_clock():
    clock = StoryClock(0)
    attempts = failures(5, clock)
    clock.reboot(9_000, "second")
    assert standing(attempts, clock.now()).wait_ms == 20_000
    clock.set_wall(0)
    assert standing(attempts, clock.now()).wait_ms == 30_000
