"""A sitting told step by step: every step as the person had it before them, and an end that is what was graded."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exams.bundles.retold import disagreements, retell
from exams.bundles.story import gathered
from exams.bundles.truth import FormBook
from exams.bundles.verdict import Code
from exams.journal.line import Event, Record, make_body, make_line, read_line
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import remaining_at, replay
from exams.sittings.sitting import State
from exams.timing.gaps import Cause
from tests.benchmarks.replaying import a_sitting
from tests.exams.bundles.day import WHY

WHOLE = cache(lambda: [Record(read_line(raw), raw, body) for raw, body in a_sitting()])
"""The lines of a full sitting of seventy questions, graded."""


def records_of(day):
    rows = (Record(read_line(raw), raw, body) for raw, body in day.bundle.rows)
    return gathered(rows)[day.sitting.id]


def book_of(day):
    pack = day.room.pack
    return FormBook(pack.blueprints["final"], pack.forms["A"])


@pytest.fixture
def disputed(fresh):
    """Answers changed, struck out, flagged, a pause, a kill, a remark, and handed in."""
    day = fresh.begin()
    place = next(one for one in day.sitting.paper.items if one.order)
    day.desk.show(day.sitting.id, place.position, "en")
    day.answer(place.position)
    day.desk.aids.strike(day.sitting.id, place.position, [place.order[-1]])
    day.desk.flag(day.sitting.id, place.position, True)
    day.proctor.pause(day.sitting.id, WHY)
    day.pc.clock.forward(minutes=3)
    day.proctor.resume(day.sitting.id, WHY, 0)
    day.answer(1, 2, 3, 4, 5, 6, 7)
    day.desk.aids.comment(day.sitting.id, 1, "key", "没有正确选项")
    return day.hand_in(), place


@pytest.mark.feature("e9")
def test_each_step_shows_what_stood_before_the_person_then(disputed):
    day, place = disputed
    told = retell(records_of(day))
    steps = {one.event: one for one in told.steps}
    assert [one.number for one in told.steps] == list(range(1, len(told.steps) + 1))
    assert steps[Event.STRIKE].sitting.strikes[place.position] == {place.order[-1]}
    assert place.position not in steps[Event.STRIKE].sitting.flags
    assert place.position in steps[Event.FLAG].sitting.flags
    assert len(steps[Event.FLAG].sitting.answers) == 1
    assert {one.lang for one in told.steps if one.position == place.position and 1 < one.number < 6} == {"en"}
    assert told.steps[-1].lang == ""
    assert steps[Event.PAUSE].sitting.state is State.PAUSED
    assert [gap.cause for gap in steps[Event.RESUME].gaps] == [Cause.PAUSE]
    assert steps[Event.COMMENT].sitting.comments[1].text == "没有正确选项"
    assert told.steps[told.first_of(place.position) - 1].event in {Event.SHOW, Event.ANSWER}
    assert told.steps[told.last_of(7) - 1].about["position"] == 7


@pytest.mark.feature("e9")
def test_time_in_every_step_is_the_apps_own(disputed):
    records = records_of(disputed[0])
    for step in retell(records).steps:
        upto = [one for one in records if one.line.seq <= step.record.line.seq]
        assert step.sitting == replay(upto)
        if not step.sitting.has_ended:
            assert step.sitting.remaining_ms == remaining_at(upto, step.record.line.moment)


@pytest.mark.feature("e9")
def test_the_last_step_is_the_state_that_was_graded(disputed):
    day, _ = disputed
    told = retell(records_of(day))
    assert told.last == day.pc.office.sitting(day.sitting.id)
    assert list(disagreements(told, book_of(day), told.last.result)) == []


def test_a_register_that_holds_another_result_is_found_out(disputed):
    day, _ = disputed
    told = retell(records_of(day))
    other = replace(told.last.result, score=told.last.result.score + 1000)
    (found,) = disagreements(told, book_of(day), other)
    assert (found.code, found.facts["told"], found.facts["score"]) == (
        Code.SCORE,
        other.score,
        told.last.result.score,
    )


def test_an_answer_told_otherwise_than_it_was_handed_in_is_found_out(disputed):
    day, _ = disputed
    records = records_of(day)
    at = max(place for place, one in enumerate(records) if one.line.type == Event.ANSWER)
    facts = records[at].facts()
    body = make_body({**facts, "value": None}, bytes(16))
    line = make_line(records[at].line.seq, records[at].line.prev, records[at].line.moment, Event.ANSWER,
                     records[at].line.att, body)  # fmt: skip
    records[at] = Record(line, line.encode(), body)
    told = retell(records)
    assert {one.code for one in disagreements(told, book_of(day), told.last.result)} == {Code.ANSWERS, Code.SCORE}


@pytest.mark.feature("e9")
@settings(max_examples=20, deadline=None)
@given(cut=st.integers(1, 400))
def test_wherever_the_lines_end_the_last_step_is_what_the_app_had(cut):
    lines = WHOLE()[:cut]
    assert retell(lines).last == replay(lines)


def test_lines_that_begin_no_sitting_are_refused():
    for lines in ([], WHOLE()[5:]):
        with pytest.raises(SittingUnreadable):
            retell(lines)
