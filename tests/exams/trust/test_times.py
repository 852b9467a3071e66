"""Moments in files: one spelling, whole seconds, UTC."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.trust.errors import NotStrict
from exams.trust.times import read_time, write_time

LAST = 253_402_300_799_999


def test_the_moment_of_the_example_is_the_one_meant():
    assert read_time("2026-11-29T09:00:00Z") == 1_795_942_800_000
    assert write_time(1_795_942_800_999) == "2026-11-29T09:00:00Z"


@given(st.integers(0, LAST))
def test_a_moment_comes_back_to_the_second(wt):
    assert read_time(write_time(wt)) == wt // 1000 * 1000


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-29T09:00:00",
        "2026-11-29T09:00:00+00:00",
        "2026-11-29T09:00:00.0Z",
        "2026-11-29 09:00:00Z",
        "2026-11-29t09:00:00z",
        "2026-11-29T09:00:00Z\n",
        "２０２６-11-29T09:00:00Z",
        "2026-02-29T09:00:00Z",
        "2026-13-01T09:00:00Z",
        "2026-11-29T24:00:00Z",
        "2026-11-29T09:00:60Z",
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "",
    ],
)
def test_another_spelling_or_no_such_moment_is_refused(text):
    with pytest.raises(NotStrict):
        read_time(text)


@pytest.mark.parametrize("wt", [-1, LAST + 1, 10**16])
def test_a_moment_without_a_spelling_is_refused(wt):
    with pytest.raises(NotStrict):
        write_time(wt)
