"""The simulated calls as they ship: twelve of the course and four in reserve, each without a fault."""

import pytest

from exams.content.scenarios import WrittenScenario
from exams.content.sources import Sources
from exams.scenarios.scenario import Shelf
from tests.shipped_course import shipped_sources

CORE = tuple(f"s{number:02}" for number in range(1, 13))
RESERVE = ("s13", "s14", "s15", "s16")


@pytest.fixture(scope="module")
def sources() -> Sources:
    return shipped_sources()


def on(shelf: Shelf, calls: tuple[WrittenScenario, ...]) -> tuple[str, ...]:
    return tuple(one.scenario.id for one in calls if one.scenario.shelf is shelf)


def test_there_are_twelve_calls_of_the_course_and_four_in_reserve(sources):
    assert on(Shelf.CORE, sources.scenarios) == CORE
    assert on(Shelf.RESERVE, sources.scenarios) == RESERVE
    assert len(sources.scenarios) == len(CORE) + len(RESERVE)


def test_no_call_has_a_fault(sources):
    assert [fault for fault in sources.faults if fault.file.startswith("scenarios/")] == []
    assert all(one.sound for one in sources.scenarios)


def test_no_two_calls_are_of_one_title(sources):
    for language in ("zh", "en"):
        titles = [one.scenario.titles[language] for one in sources.scenarios]
        assert sorted(set(titles)) == sorted(titles)
