"""Staff ids, names, PINs, codes and the waits after wrong PINs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.accounts.codes import ALPHABET, code_is_whole, plain_code, shown, with_check
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
    encoded = hash_pin("258025", CHEAP)
    assert pin_matches("258025", encoded)
    assert not pin_matches("258026", encoded)
    assert "258025" not in encoded


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


codes = st.text(alphabet=ALPHABET, min_size=10, max_size=10)


@given(codes)
def test_a_code_survives_being_shown_and_typed(body):
    code = with_check(body)
    assert code_is_whole(shown(code).lower())
    assert plain_code(shown(code)) == code


@given(codes, st.integers(0, 10), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(body, place, char):
    code = with_check(body)
    typed = code[:place] + char + code[place + 1 :]
    assert code_is_whole(typed) == (typed == code)


def test_lookalikes_are_read_as_they_were_meant():
    assert plain_code("o0-iIlL") == "001111"
