"""Which warning holds: ten minutes, then two, and none that was already past when the clock started."""

import pytest

from exams.timing.alerts import alert_of

MINUTE = 60_000


@pytest.mark.parametrize(
    ("limit", "left", "alert"),
    [
        (60, 60, None),
        (60, 10.001, None),
        (60, 10, 10),
        (60, 2.001, 10),
        (60, 2, 2),
        (60, 0, 2),
        (10, 10, None),
        (10, 3, None),
        (10, 2, 2),
        (2, 1, None),
        (0, None, None),
    ],
)
def test_the_smallest_warning_that_holds_is_the_one(limit, left, alert):
    assert alert_of(limit * MINUTE, None if left is None else round(left * MINUTE)) == alert
