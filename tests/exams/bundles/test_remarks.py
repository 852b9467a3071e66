"""What candidates mark and object to goes to HR with the bundle, and changes no verdict."""

import pytest

from exams.journal.line import Event
from tests.exams.bundles.day import Day
from tests.exams.bundles.hr_room import refusals


@pytest.fixture
def remarked(copied):
    day = Day(*copied()).begin()
    aids, sitting = day.desk.aids, day.sitting
    place = next(one for one in sitting.paper.items if one.order)
    aids.strike(sitting.id, place.position, [place.order[0]])
    aids.highlight(sitting.id, 1, "zh", (0, 3))
    aids.scratch(sitting.id, "12 × 5 = 60")
    aids.comment(sitting.id, 1, "key", "没有正确选项")
    day.answer(1, 2, 3, 4, 5, 6, 7).hand_in()
    return day


@pytest.mark.feature("b12")
def test_an_objection_reaches_hr_and_the_sitting_is_accepted(remarked):
    told = [one for one in remarked.told if one.event == Event.COMMENT]
    assert [(one.facts["kind"], one.facts["text"]) for one in told] == [("key", "没有正确选项")]
    assert refusals(remarked.room.verify(remarked.bundle)) == []
