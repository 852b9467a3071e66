"""The clock of an exam, its colours, and the warning beside it."""

import pytest

from desktop.widgets import countdown
from desktop.widgets.countdown import Countdown, TimeLeft


@pytest.fixture
def listened(monkeypatch):
    """The names of the parts that were announced to those who listen."""
    told = []

    class Ear:
        Event = countdown.QAccessible.Event

        @staticmethod
        def updateAccessibility(event):
            told.append(event.object().accessibleName())

    monkeypatch.setattr(countdown, "QAccessible", Ear)
    return told


@pytest.mark.parametrize(
    ("seconds", "urgency"),
    [(1200, "normal"), (601, "normal"), (600, "soon"), (121, "soon"), (120, "urgent"), (0, "urgent")],
)
def test_the_clock_is_calm_then_soon_from_ten_minutes_and_urgent_from_two(show, seconds, urgency):
    clock = Countdown()
    show(clock)
    clock.show_seconds(seconds)
    assert clock.property("urgency") == urgency


def test_a_warning_is_told_once_when_it_comes_and_stands_beside_the_clock(show, listened):
    time = TimeLeft()
    driver = show(time)
    for seconds, alert in ((700, None), (600, 10), (599, 10), (120, 2), (1, 2)):
        time.show_time(seconds, alert)
    assert listened == ["Less than 10 minutes left", "Less than 2 minutes left"]
    assert driver.sees("Less than 2 minutes left")


def test_a_new_view_of_the_same_clock_does_not_tell_the_warning_again(show, listened):
    time = TimeLeft()
    driver = show(time)
    time.show_time(500, 10)
    assert listened == []
    assert driver.sees("Less than 10 minutes left")


def test_a_clock_put_away_takes_no_warning_with_it(show):
    time = TimeLeft()
    driver = show(time)
    time.set_hidden_clock(True)
    time.show_time(500, 10)
    assert driver.text("clock") == "Time hidden"
    assert driver.sees("Less than 10 minutes left")


def test_no_limit_no_clock_and_no_warning(show):
    time = TimeLeft()
    driver = show(time)
    time.show_time(None, None)
    assert not driver.has("countdown")
    assert not driver.has("alert")
