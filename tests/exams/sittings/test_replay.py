"""A sitting is what its lines say: every kind of line, in any order, up to lines that nobody wrote."""

import pytest

from exams.grading.marks import Result
from exams.items.item import BestWorst
from exams.journal.line import Event
from exams.sittings import rules
from exams.sittings.codec import result_to_json
from exams.sittings.replay import remaining_at, replay
from exams.sittings.sitting import Kind, State
from exams.timing.gaps import Cause
from tests.exams.sittings.story import ATT, LIMIT, MINUTE, NOON, PAPER, Story

RESULT = Result(1, 3000, 5000, 4000, False, 1, 2, {1: (3000, 5000)}, {"apply": (3000, 5000)}, ())


def test_a_start_line_gives_a_sitting_with_all_its_time():
    sitting = replay(Story().records)
    assert (sitting.id, sitting.kind, sitting.staff_id, sitting.session) == (ATT, Kind.FINAL, "T1001", "S1")
    assert (sitting.state, sitting.position, sitting.remaining_ms) == (State.OPEN, 1, LIMIT)
    assert sitting.paper == PAPER
    assert (sitting.started_wt, sitting.content) == (NOON, "c0")


@pytest.mark.parametrize(
    ("position", "value", "response"),
    [
        (1, "D", "D"),
        (2, ["D", "A"], ("A", "D")),
        (3, False, False),
        (4, " 1,250.5 元", " 1,250.5 元"),
        (5, {"best": "C", "worst": ""}, BestWorst("C", "")),
    ],
)
def test_an_answer_line_gives_the_response_it_spells(position, value, response):
    story = Story().tell(Event.ANSWER, position=position, item="-", value=value)
    sitting = replay(story.records)
    assert sitting.answers == {position: response}
    assert (sitting.position, sitting.seen) == (position, {position})


def test_the_last_answer_of_a_place_counts_and_null_takes_it_back():
    story = Story()
    for value in ("A", "B", None, "C"):
        story.tell(Event.ANSWER, position=1, item="-", value=value)
    assert replay(story.records).answers == {1: "C"}
    story.tell(Event.ANSWER, position=1, item="-", value=None)
    assert replay(story.records).answers == {}


def test_flags_and_shown_places_add_up():
    story = Story().tell(Event.FLAG, position=2, on=True).tell(Event.FLAG, position=3, on=True)
    story.tell(Event.FLAG, position=2, on=False).tell(Event.SHOW, position=4)
    sitting = replay(story.records)
    assert (sitting.flags, sitting.seen, sitting.position) == ({3}, {4}, 4)


def test_lines_of_other_sittings_and_of_the_app_pass_it_by():
    story = Story().wait(minutes=1)
    story.tell(Event.ANSWER, "ffffffffffffffff", position=1, item="-", value="A")
    story.tell(Event.LOGIN_OK, "", staff="T1002")
    assert replay(story.records) == replay(story.records[:1])


def test_a_kind_of_line_from_a_later_version_only_moves_the_clock():
    story = Story().wait(minutes=1).tell(Event.REPORT, sha="00")
    moved = replay(story.records[:1])._replace(elapsed_ms=MINUTE, last=story.records[-1].line.moment)
    assert replay(story.records) == moved


def test_a_pause_stops_the_clock_and_is_part_of_the_record():
    story = Story().wait(minutes=2).tell(Event.PAUSE, by="P2001", reason="fire drill")
    paused = replay(story.records)
    assert (paused.state, paused.stop, paused.reason) == (State.PAUSED, Cause.PAUSE, "fire drill")
    assert not paused.time_runs
    story.wait(minutes=30).tell(Event.RESUME, by="P2001", reason="over", credit_ms=0)
    story.wait(minutes=1).tell(Event.HEARTBEAT)
    resumed = replay(story.records)
    assert (resumed.state, resumed.stop, resumed.reason) == (State.OPEN, None, "over")
    assert [(gap.cause, gap.ms, gap.counted_ms) for gap in resumed.gaps] == [
        (Cause.AWAY, 2 * MINUTE, 2 * MINUTE),
        (Cause.PAUSE, 30 * MINUTE, 0),
    ]
    assert resumed.remaining_ms == LIMIT - 3 * MINUTE


@pytest.mark.parametrize(("credit", "elapsed"), [(0, 9), (2, 7), (4, 5), (500, 5), (-3, 9)])
def test_time_given_back_never_exceeds_what_a_restart_has_cost(credit, elapsed):
    story = Story().wait(minutes=5).tell(Event.HEARTBEAT)
    story.clock.reboot(4 * MINUTE, "second")
    story.tell(Event.RESUME, by="P2001", reason="power", credit_ms=credit * MINUTE)
    assert replay(story.records).elapsed_ms == elapsed * MINUTE


def test_time_given_back_for_several_restarts_stays_under_the_cap():
    story = Story(60 * MINUTE)
    for number in range(3):
        story.clock.reboot(6 * MINUTE, f"boot-{number}")
        story.tell(Event.RESUME, by="P2001", reason="power", credit_ms=6 * MINUTE)
    sitting = replay(story.records)
    assert (sitting.elapsed_ms, sitting.time.credited_ms, sitting.creditable_ms) == (8 * MINUTE, 10 * MINUTE, 0)


def test_where_the_machine_only_ran_on_nothing_is_given_back():
    story = Story().wait(minutes=5).tell(Event.RESUME, by="P2001", reason="please", credit_ms=5 * MINUTE)
    assert replay(story.records).elapsed_ms == 5 * MINUTE


def test_added_minutes_move_the_deadline_up_to_the_cap_and_wake_nothing():
    story = Story().tell(Event.PAUSE, by="P2001", reason="drill")
    story.tell(Event.EXTEND, by="P2001", reason="x", ms=MINUTE)
    sitting = replay(story.records)
    assert (sitting.state, sitting.limit_ms, sitting.remaining_ms) == (State.PAUSED, LIMIT + MINUTE, LIMIT + MINUTE)
    sitting = replay(story.tell(Event.EXTEND, by="P2001", reason="x", ms=10**9).records)
    assert (sitting.limit_ms, sitting.extendable_ms) == (LIMIT + 30 * MINUTE, 0)


def test_the_policy_in_the_start_line_is_the_one_that_counts():
    story = Story(time={"credit_ms": MINUTE, "extend_ms": 0, "reboot_ms": 30 * MINUTE})
    story.clock.reboot(4 * MINUTE, "second")
    assert replay(story.tell(Event.RESUME, by="", cause="restart").records).state is State.OPEN
    sitting = replay(story.tell(Event.RESUME, by="P2001", reason="power", credit_ms=4 * MINUTE).records)
    assert (sitting.elapsed_ms, sitting.extendable_ms) == (3 * MINUTE, 0)


def test_what_hr_reads_from_the_lines_is_what_the_app_showed():
    story = Story().wait(minutes=3).tell(Event.HEARTBEAT)
    story.wait(minutes=2)
    shown = rules.at(replay(story.records), story.clock.now()).remaining_ms
    assert remaining_at(story.records, story.clock.now()) == shown == LIMIT - 5 * MINUTE


def test_a_void_sitting_has_ended_without_a_result():
    story = Story().wait(minutes=1).tell(Event.VOID, by="P2001", reason="wrong person")
    sitting = replay(story.records)
    assert (sitting.state, sitting.ended_wt, sitting.result) == (State.VOID, NOON + MINUTE, None)


def test_hand_in_result_and_certificate_follow_each_other():
    story = Story().wait(minutes=3).tell(Event.SUBMIT, cause="hand", answers="00")
    assert replay(story.records).state is State.SUBMITTED
    story.wait(minutes=3).tell(Event.GRADED, result=result_to_json(RESULT))
    story.tell(Event.CERTIFICATE, number="BJ-1", sha256="00")
    sitting = replay(story.records)
    assert (sitting.state, sitting.result, sitting.certificate) == (State.GRADED, RESULT, "BJ-1")
    assert (sitting.ended_wt, sitting.elapsed_ms) == (NOON + 3 * MINUTE, 3 * MINUTE)


@pytest.mark.parametrize(("late", "counts"), [(0, True), (5_000, True), (5_001, False), (10**9, False)])
def test_an_answer_line_that_came_too_late_is_dropped_here_as_in_the_app(late, counts):
    story = Story().wait(LIMIT + late).tell(Event.ANSWER, position=1, item="-", value="A")
    assert (replay(story.records).answers == {1: "A"}) is counts


@pytest.mark.parametrize("ending", [Event.SUBMIT, Event.VOID, Event.PAUSE])
def test_an_answer_line_after_the_end_or_during_a_pause_is_dropped(ending):
    story = Story().tell(Event.ANSWER, position=1, item="-", value="A").tell(ending, cause="hand", answers="00")
    story.tell(Event.ANSWER, position=1, item="-", value="B")
    assert replay(story.records).answers == {1: "A"}
