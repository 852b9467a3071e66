"""Start codes: good for one person, one PC, one session, one try and ten minutes, and for nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.accounts.errors import StartCodeRefused
from exams.accounts.start_codes import (
    WINDOW_MS,
    StartPlace,
    require_start_code,
    start_code,
    start_key,
    window_at,
    window_ends,
)
from exams.trust.codes import code_is_whole, shown, with_check

KEY = start_key(bytes(range(32)), "S00000002")
PLACE = StartPlace("S00000002", "T1001", "D00000001", 0)
NOW = 1_764_000_000_000
CODE = start_code(KEY, PLACE, window_at(NOW))


def why(code, key=KEY, place=PLACE, now=NOW):
    with pytest.raises(StartCodeRefused) as refusal:
        require_start_code(code, key, place, now)
    return refusal.value.facts["reason"]


def test_the_code_is_taken_as_it_is_read_out_or_typed():
    assert code_is_whole(CODE)
    for typed in (CODE, CODE.lower(), CODE.replace("-", " ")):
        require_start_code(typed, KEY, PLACE, NOW)


@pytest.mark.parametrize(
    "change", [{"session": "S00000003"}, {"staff_id": "T1002"}, {"serial": "D00000002"}, {"turn": 1}]
)
def test_it_begins_nothing_for_anybody_or_anything_else(change):
    assert why(CODE, place=replace(PLACE, **change)) == "code"


def test_another_session_has_another_key():
    assert why(CODE, key=start_key(bytes(range(32)), "S00000003")) == "code"


def test_it_is_taken_through_its_window_and_the_next_and_never_before():
    end = window_ends(NOW)
    require_start_code(CODE, KEY, PLACE, end - 1)
    require_start_code(CODE, KEY, PLACE, end + WINDOW_MS - 1)
    assert why(CODE, now=end + WINDOW_MS) == "code"
    assert why(CODE, now=window_at(NOW) * WINDOW_MS - 1) == "code"


def test_a_slip_of_the_fingers_is_told_from_a_wrong_code():
    slip = ("0" if CODE[0] != "0" else "2") + CODE[1:]
    assert why(slip) == "typo"
    assert why("") == "typo"
    assert why(shown(with_check("ABCDEFGHJ"))) == "code"


@given(st.text(max_size=40))
def test_nothing_typed_is_taken_or_breaks_it(text):
    assert why(text) in {"typo", "code"}
