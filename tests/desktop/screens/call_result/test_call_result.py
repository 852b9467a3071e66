"""The result: points by the rubric, what a good line would have been, and the personal best."""

import pytest

from tests.drivers.calls import CallDriver, CallResultDriver

BEST = ("open-1", "ask-2", "tell-3")
RIGHT = {"cause": "check"}
RUDE = ("open-2", "ask-1")


def shown(room, *replies, note=None):
    room.calls.open_result(room.branch.played("s01", *replies, note=note).id)
    return room.screen(CallResultDriver)


@pytest.mark.feature("a8", "a9")
def test_a_faultless_call_is_passed_and_has_nothing_to_mend(room):
    page = shown(room, *BEST, note=RIGHT)
    assert (page.text("verdict"), page.text("best")) == ("Passed", "Your first play of this call.")
    assert not page.has("better")
    assert not page.has("missed")
    assert not page.has("red_line")
    assert page.sees("50 of 50 points")


@pytest.mark.feature("a8", "a9")
def test_every_reply_that_was_not_the_best_says_what_a_good_line_would_have_been(room):
    page = shown(room, *RUDE)
    assert page.listed("better") == [
        "The check is a rule; without it nothing can be looked up, so please do.",
        "Wait.",
    ]
    for words in ("No reason given.", "Gladly, two checks first.", "Too curt.", "Is it you who wants to know?"):
        assert page.sees(words)


def test_what_stayed_undone_is_told_with_what_it_would_have_been(room):
    page = shown(room, "open-3", "tell-1", note={"cause": "other"})
    assert page.listed("miss") == [
        "Had to be said: Identity check",
        "Stayed hidden: nobody asked: It is the daughter who wants to know.",
        "You noted: other: Cause: check",
    ]


def test_a_red_line_fails_the_call_whatever_the_points(room):
    page = shown(room, "open-3", "tell-3", note=RIGHT)
    assert page.text("verdict") == "Not passed: a red line was crossed"
    assert page.sees("The balance told without a check.")


@pytest.mark.feature("a9")
def test_a_better_play_raises_the_personal_best_and_a_worse_one_leaves_it(room):
    shown(room, *RUDE)
    assert shown(room, *BEST).text("best") == "Your personal best: 90, before 20."
    assert shown(room, *RUDE).text("best") == "Your personal best stays 90."


def test_earlier_plays_are_listed_and_open(room):
    shown(room, *RUDE)
    page = shown(room, *BEST)
    first = room.branch.calls.tries("s01")[-1]
    page.press(f"row_{first.play}")
    assert room.screen(CallResultDriver).text("verdict") == "Not passed this time"


def test_time_over_the_target_is_told_with_its_price(room, branch):
    play = branch.calls.open("s01")
    branch.clock.forward(130_000)
    for one in BEST:
        branch.calls.reply(play.id, one)
    branch.calls.finish(play.id)
    room.calls.open_result(play.id)
    page = room.screen(CallResultDriver)
    assert page.sees("02:10 of 01:40")
    assert page.sees("3 points")


def test_it_leads_to_the_sections_and_into_the_call_again(room):
    page = shown(room, *RUDE)
    page.press("row_1.1")
    assert room.led == ["1.1"]
    page.press("again")
    assert len(room.screen(CallDriver).said()) == 1


def test_a_play_that_is_not_there_is_refused_in_words(room):
    room.calls.open_calls()
    room.calls.open_result("nowhere")
    assert room.window.is_asking()
