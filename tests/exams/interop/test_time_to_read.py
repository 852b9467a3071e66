"""How long a file of questions may be read: by its size, so that a small spoilt one is given up soon."""

import os

import pytest

from exams.interop.way_in import LEAST_SECONDS, LIMITS, limits_of


@pytest.mark.parametrize(
    ("size", "seconds"),
    [(0, LEAST_SECONDS), (LIMITS.size // 2, (LEAST_SECONDS + LIMITS.seconds) / 2), (LIMITS.size, LIMITS.seconds)],
)
def test_the_time_grows_with_the_file(tmp_path, size, seconds):
    path = tmp_path / "bank.xls"
    path.touch()
    os.truncate(path, size)
    assert limits_of(path).seconds == pytest.approx(seconds)


def test_no_file_has_more_time_than_the_largest_that_is_read(tmp_path):
    path = tmp_path / "bank.xls"
    path.touch()
    os.truncate(path, 3 * LIMITS.size)
    assert limits_of(path).seconds == LIMITS.seconds


def test_a_file_that_is_not_there_has_limits_too(tmp_path):
    assert limits_of(tmp_path / "none.gift").seconds == LEAST_SECONDS
