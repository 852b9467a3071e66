"""A part of the paper, or a question, has time of its own: by the account of the whole, while it is on the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.items.item import ItemType, Level, Use
from exams.journal.line import Event
from exams.papers.blueprint import Blueprint, Feedback, TimedPart
from exams.papers.blueprint_check import disagreements
from exams.papers.part_limits import part_limits
from exams.sittings import rules
from exams.sittings.errors import PartOver, SittingUnreadable
from exams.sittings.replay import apply, replay
from exams.timing.elapsed import LATE_MS
from exams.timing.parts import parts_as_json, parts_of
from tests.exams.sittings.story import LIMIT, MINUTE, PAPER, Story

pytestmark = pytest.mark.feature("b2")

FIRST, SECOND = {"positions": [1, 2], "limit_ms": 5 * MINUTE}, {"positions": [3, 4, 5], "limit_ms": 10 * MINUTE}


def story(*parts):
    return Story(parts=list(parts or (FIRST, SECOND)))


def shown(told, position):
    return told.tell(Event.SHOW, position=position)


def test_the_time_of_a_part_runs_only_while_one_of_its_questions_is_on_the_screen():
    told = shown(story(), 1).wait(minutes=2)
    shown(told, 3).wait(minutes=4)
    sitting = replay(shown(told, 2).records)
    assert sitting.part_left_at(1) == 3 * MINUTE
    assert sitting.part_left_at(4) == 6 * MINUTE
    assert sitting.remaining_ms == LIMIT - 6 * MINUTE


def test_a_part_whose_time_has_gone_takes_no_answer_and_the_others_go_on():
    told = shown(story(), 1).wait(5 * MINUTE + LATE_MS + 1)
    sitting, now = replay(told.records), told.clock.now()
    for position in (1, 2):
        with pytest.raises(PartOver) as refused:
            rules.accept(sitting, position, "A" if position == 1 else ["A", "B"], now)
        assert refused.value.facts["position"] == position
    assert rules.accept(sitting, 3, True, now)[0] is True


def test_five_seconds_after_its_time_an_answer_still_counts():
    told = shown(story(), 1).wait(5 * MINUTE + LATE_MS)
    assert rules.accept(replay(told.records), 1, "A", told.clock.now())[0] == "A"


def test_an_answer_written_after_its_part_was_over_does_not_count_when_the_lines_are_read():
    told = shown(story(), 1).tell(Event.ANSWER, position=1, item="1.1-x1", value="A").wait(6 * MINUTE)
    told.tell(Event.ANSWER, position=1, item="1.1-x1", value="B")
    told.tell(Event.DRAFT, position=2, item="1.1-x2", text="x")
    sitting = replay(told.records)
    assert sitting.answers == {1: "A"}
    assert sitting.drafts == {}
    assert sitting.elapsed_ms == 6 * MINUTE


def test_a_pause_stops_the_time_of_the_part_too():
    told = shown(story(), 1).wait(minutes=1).tell(Event.PAUSE, by="P2001", reason="room").wait(minutes=3)
    told.tell(Event.RESUME, by="P2001", reason="room").wait(minutes=1)
    assert replay(shown(told, 3).records).part_left_at(1) == 3 * MINUTE


def test_minutes_that_a_proctor_adds_are_added_to_every_part():
    told = shown(story(), 1).wait(minutes=4).tell(Event.EXTEND, by="P2001", ms=2 * MINUTE, reason="noise")
    sitting = replay(told.records)
    assert sitting.part_left_at(1) == 3 * MINUTE
    assert sitting.part_left_at(5) == 12 * MINUTE


def test_the_tighter_of_two_limits_holds():
    question = {"positions": [3], "limit_ms": MINUTE}
    told = shown(story(FIRST, SECOND, question), 3).wait(30_000)
    assert replay(shown(told, 3).records).part_left_ms == 30_000


def test_without_such_limits_nothing_is_counted_by_place():
    told = shown(Story(), 1).wait(minutes=3)
    sitting = replay(shown(told, 2).records)
    assert (sitting.part_left_ms, sitting.spent) == (None, {})


@pytest.mark.parametrize(
    "odd",
    [{"positions": [], "limit_ms": 1}, {"positions": [6], "limit_ms": 1}, {"positions": [1], "limit_ms": 0}, "x"],
)
def test_a_start_line_with_limits_that_cannot_be_is_refused(odd):
    with pytest.raises(SittingUnreadable):
        replay(story(odd).records)


STEPS = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 90_000), st.booleans()), max_size=30)


@given(STEPS)
def test_the_times_of_all_places_are_the_time_of_the_whole(steps):
    told = shown(story({"positions": [1, 2, 3, 4, 5], "limit_ms": LIMIT}), 1)
    for position, ms, paused in steps:
        shown(told, position).wait(ms)
        if paused:
            told.tell(Event.PAUSE, by="P2001", reason="room").wait(ms).tell(Event.RESUME, by="P2001", reason="room")
    sitting = replay(shown(told, 1).records)
    assert sum(sitting.spent.values()) == sitting.elapsed_ms
    assert sitting.part_left_ms == sitting.limit_ms - sitting.elapsed_ms


@given(STEPS)
def test_line_by_line_gives_what_reading_them_all_gives(steps):
    told = story()
    step_by_step = replay(told.records)
    for position, ms, _ in steps:
        shown(told.wait(ms), position)
        step_by_step = apply(step_by_step, told.records[-1])
    assert step_by_step == replay(told.records)


def blueprint(**changed):
    fields = {
        "name": "final",
        "use": Use.EXAM,
        "minutes": 20,
        "pass_percent": 80,
        "points": {ItemType.SINGLE: 1000},
        "cells": {(1, ItemType.SINGLE): 3, (2, ItemType.SINGLE): 2},
        "levels": {(1, Level.REMEMBER): 1},
        "feedback": Feedback.CHAPTERS,
    }
    return Blueprint(**{**fields, **changed})


def test_limits_by_chapter_and_by_question_become_those_of_the_paper():
    parts = part_limits(blueprint(parts=(TimedPart((1,), 7), TimedPart((2,), 3)), question_seconds=90), PAPER)
    assert [(sorted(one.positions), one.limit_ms) for one in parts] == [
        ([1, 2, 3, 4, 5], 7 * MINUTE),
        *(([place], 90_000) for place in range(1, 6)),
    ]
    assert parts_of(parts_as_json(parts), 5) == parts


def test_extra_time_makes_every_limit_longer_in_the_same_proportion():
    timed = blueprint(parts=(TimedPart((1,), 7),), question_seconds=50)
    assert [one.limit_ms for one in part_limits(timed, PAPER, extra_ms=5 * MINUTE)][:2] == [525_000, 63_000]


@pytest.mark.parametrize(
    "changed",
    [
        {"parts": (TimedPart((3,), 5),)},
        {"parts": (TimedPart((1,), 5), TimedPart((1, 2), 5))},
        {"parts": (TimedPart((1,), 0),)},
        {"parts": (TimedPart((), 5),)},
        {"question_seconds": -1},
    ],
)
def test_parts_that_the_paper_does_not_have_are_told(changed):
    assert disagreements(blueprint(**changed)) == ("parts",)


def test_parts_of_the_paper_agree():
    assert disagreements(blueprint(parts=(TimedPart((1, 2), 15),), question_seconds=60)) == ()
