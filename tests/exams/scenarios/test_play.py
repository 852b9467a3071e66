"""Playing a call: mood, points, phrases, the note and what is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.scenarios.errors import CallGoesOn, CallIsOver, ImpossibleTime, NotAReply, NoteMissing, NoteNotOfThisCall
from exams.scenarios.measure import best_play, worst_play
from exams.scenarios.play import Call, Result, call_result, fill_note, give_reply, start_call
from exams.scenarios.scenario import Criterion
from tests.exams.scenarios.sample import a_call

RIGHT = {"cause": "check"}
BEST = ("open-1", "ask-2", "tell-3")


@pytest.fixture(scope="module")
def scenario(tmp_path_factory):
    return a_call(tmp_path_factory.mktemp("assets"))


def played(scenario, *replies: str) -> Call:
    call = start_call(scenario)
    for one in replies:
        call = give_reply(call, one)
    return call


def result(scenario, *replies: str, note=RIGHT, seconds=60) -> Result:
    return call_result(fill_note(played(scenario, *replies), note), seconds)


def test_the_best_replies_and_a_right_note_earn_every_point(scenario):
    best = result(scenario, *BEST)
    assert (best.total, best.passed, best.red_line) == (100, True, False)
    assert (best.missed, best.undiscovered, best.wrong_fields, best.better) == ((), (), (), ())
    assert best.points == {Criterion.COMPLIANCE: 40, Criterion.ACCURACY: 50, Criterion.RECORD: 10}


def test_the_mood_follows_the_replies_and_the_lines(scenario):
    moods = [played(scenario, *BEST[:count]).mood for count in range(4)]
    assert moods == [3, 2, 3, 2]


def test_a_caller_who_is_upset_too_often_hangs_up_and_the_call_is_over(scenario):
    call = played(scenario, "open-2", "ask-1")
    assert call.hung_up
    assert call.over
    assert call.mood == 4
    with pytest.raises(CallIsOver):
        give_reply(call, "tell-3")


def test_the_caller_answers_the_last_reply(scenario):
    assert start_call(scenario).reaction == {}
    assert played(scenario, "open-2").reaction["zh"] == "规定真多。"


def test_a_red_line_fails_the_call_whatever_the_points(scenario):
    lenient = replace(scenario, pass_mark=50)
    crossed = result(lenient, "open-3", "tell-3")
    assert (crossed.total, crossed.red_lines) == (50, ("open-3",))
    assert not crossed.passed
    assert result(lenient, *BEST).passed


def test_what_was_missed_and_never_came_out_is_told(scenario):
    short = result(scenario, "open-3", "tell-3")
    assert short.missed == ("identity",)
    assert short.undiscovered == ("daughter",)


def test_every_reply_that_was_not_the_best_gets_its_better_line(scenario):
    (first, second) = result(scenario, "open-1", "ask-3", "tell-1").better
    assert (first.node, first.reply, first.better) == ("ask", "ask-3", "ask-2")
    assert second.feedback["zh"] == "不能说大概。"


def test_a_phrase_said_too_late_earns_nothing_and_counts_as_missed(scenario):
    assert give_reply(start_call(scenario), "open-1").said == ("identity",)
    phrase = replace(scenario.phrases[0], within=19)
    late = result(replace(scenario, phrases=(phrase,)), *BEST)
    assert late.missed == ("identity",)
    assert late.points[Criterion.COMPLIANCE] == 30


def test_a_phrase_said_twice_earns_its_points_once(scenario):
    opening, asking, *others = scenario.nodes
    again = replace(asking, choices=tuple(replace(one, says=("identity",)) for one in asking.choices))
    phrase = replace(scenario.phrases[0], within=0)
    call = played(replace(scenario, nodes=(opening, again, *others), phrases=(phrase,)), "open-2", "ask-2")
    assert call.said == ("identity",)
    assert call.points[Criterion.COMPLIANCE] == 30


@pytest.mark.parametrize(("seconds", "lost"), [(0, 0), (100, 0), (101, 1), (110, 1), (111, 2), (150, 5), (9999, 5)])
def test_each_started_tenth_over_the_target_costs_a_point_and_five_at_most(scenario, seconds, lost):
    late = result(scenario, *BEST, seconds=seconds)
    assert (late.time_points, late.total) == (-lost, 100 - lost)


@pytest.mark.parametrize("note", [{}, {"cause": "other"}])
def test_a_field_that_is_empty_or_wrong_earns_nothing(scenario, note):
    noted = result(scenario, *BEST, note=note)
    assert noted.wrong_fields == ("cause",)
    assert noted.total == 90


def test_the_last_note_counts(scenario):
    call = fill_note(fill_note(played(scenario, *BEST), {}), RIGHT)
    assert call_result(call, 0).total == 100


def test_what_is_out_of_order_is_refused(scenario):
    call = start_call(scenario)
    with pytest.raises(NotAReply) as refused:
        give_reply(call, "tell-3")
    assert refused.value.facts == {"reply": "tell-3"}
    with pytest.raises(CallGoesOn):
        fill_note(call, RIGHT)
    with pytest.raises(CallGoesOn):
        call_result(call, 0)
    with pytest.raises(CallIsOver):
        give_reply(played(scenario, *BEST), "tell-3")
    with pytest.raises(NoteMissing):
        call_result(played(scenario, *BEST), 0)
    with pytest.raises(ImpossibleTime):
        result(scenario, *BEST, seconds=-1)


@pytest.mark.parametrize("note", [{"mood": "check"}, {"cause": "late"}])
def test_a_note_that_the_form_has_not_is_refused(scenario, note):
    with pytest.raises(NoteNotOfThisCall):
        fill_note(played(scenario, *BEST), note)


@given(picks=st.lists(st.integers(0, 9), min_size=6, max_size=6), seconds=st.integers(0, 10_000))
def test_every_play_ends_between_nothing_and_a_hundred_and_never_below_the_worst(scenario, picks, seconds):
    call = start_call(scenario)
    for pick in picks:
        if not call.over:
            choices = call.node.choices
            call = give_reply(call, choices[pick % len(choices)].id)
    assert call.over
    assert 0 <= call.mood <= 4
    end = call_result(fill_note(call, {}), seconds)
    assert end.total == max(0, sum(end.points.values()) + end.time_points) <= 90
    assert call.red_lines or sum(end.points.values()) >= worst_play(scenario).total


def test_the_best_and_the_worst_play_are_found(scenario):
    assert best_play(scenario).total == 100
    assert best_play(scenario).call.replies == BEST
    worst = worst_play(scenario)
    assert worst.total == 20  # the check is said, and then she hangs up
    assert worst.call.replies == ("open-2", "ask-1")
