"""How the page tells time and validity."""

from datetime import date

import pytest

from certificates.wording import hours, last_valid_day, wording


@pytest.mark.parametrize(
    ("minutes", "told"), [(1, "0.5"), (44, "0.5"), (45, "1"), (60, "1"), (95, "1.5"), (390, "6.5")]
)
def test_study_time_is_told_in_half_hours(minutes, told):
    assert hours(minutes) == told


@pytest.mark.parametrize(
    ("issued", "last"),
    [
        (date(2026, 11, 20), date(2028, 11, 19)),
        (date(2026, 1, 1), date(2027, 12, 31)),
        (date(2026, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2030, 2, 28)),
    ],
)
def test_a_certificate_is_valid_for_two_years_to_the_day(issued, last):
    assert last_valid_day(issued) == last


def test_both_languages_say_the_same_things():
    assert set(wording("zh").words) == set(wording("en").words)
