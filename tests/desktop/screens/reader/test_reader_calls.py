"""A section that a simulated call practises leads to it from its end."""

import pytest

from desktop.wiring.reading import ReadingExits, ReadingRoom
from tests.desktop.screens.reader.course import Clock, Desk, Ways
from tests.drivers.reader import ReaderDriver

CALLS = {"1.1": (("s01", {"zh": "晚还一天", "en": "One day late"}),)}


@pytest.fixture
def page(qtbot, window):
    """Opens a section; the ways taken are the page's."""

    def made(section):
        ways, clock = Ways(), Clock()
        exits = ReadingExits(ways.home, ways.section, ways.quiz, ways.call, lambda name: CALLS.get(name, ()))
        room = ReadingRoom(window, Desk(), exits, clock)
        room.open_section(section)
        driver = ReaderDriver(qtbot, window.current().view)
        driver.kept, driver.ways = room, ways
        return driver

    return made


@pytest.mark.feature("a8")
def test_the_end_of_a_section_leads_to_the_calls_that_practise_it(page):
    reader = page("1.1")
    assert reader.sees("Practise this with a caller")
    reader.press("row_call_s01")
    assert reader.ways.taken == [("call", "s01")]


def test_a_section_without_a_call_says_nothing_of_one(page):
    assert not page("1.2").sees("Practise this with a caller")
