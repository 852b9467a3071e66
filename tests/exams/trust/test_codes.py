"""Codes that people read out and type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.trust.codes import ALPHABET, code_is_whole, plain_code, shown, with_check

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


@given(codes, st.integers(0, 9))
def test_two_neighbours_that_changed_places_are_noticed_unless_they_look_the_same(body, place):
    code = with_check(body)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    pair = {code[place], code[place + 1]}
    assert code_is_whole(swapped) == (len(pair) == 1 or pair == {"0", "Z"})


@pytest.mark.parametrize("code", ["", "A", "-----", "验证码"])
def test_too_little_to_check_is_no_whole_code(code):
    assert not code_is_whole(code)
