"""Marking by hand: two people apart, a third where they differ too much; nobody is told too early."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.register.dispute_errors import MarkingRefused
from exams.register.hand_marking import (
    DONE,
    Cause,
    HandCase,
    HandMark,
    agreement,
    marked,
    may_mark,
    points_of,
    shown_to,
    turn_of,
)

CASE = HandCase("s1", 4, "i-4", 1, Cause.UNMATCHED, 1000, 0, "T1001")
GAP = 300
MARKERS = ("ZHAO", "QIAN", "SUN", "T1001", "")


def given_points(*pairs):
    return tuple(HandMark(turn, who, points, "", turn) for turn, (who, points) in enumerate(pairs, 1))


@pytest.mark.feature("e4")
@given(st.lists(st.tuples(st.sampled_from(MARKERS), st.integers(-100, 1200)), max_size=8), st.sampled_from(MARKERS))
def test_nobody_sees_what_another_gave_before_the_first_two_are_both_in(tries, who):
    marks = ()
    for marker, points in tries:
        seen = shown_to(marker, marks)
        assert len(marks) >= 2 or all(one.marker == marker for one in seen)
        try:
            marks = (*marks, marked(CASE, marks, GAP, HandMark(0, marker, points, "", 0)))
        except MarkingRefused:
            continue
    assert len({one.marker for one in marks}) == len(marks) <= 3
    assert all(one.marker not in ("T1001", "") and 0 <= one.points <= 1000 for one in marks)
    seen = shown_to(who, marks)
    assert seen == marks if len(marks) >= 2 else all(one.marker == who for one in seen)
    if len(marks) < 2:
        assert points_of(marks, GAP) is None


@pytest.mark.feature("e4")
def test_two_who_agree_settle_it_and_two_who_differ_too_much_want_a_third():
    near, far = given_points(("ZHAO", 500), ("QIAN", 801)), given_points(("ZHAO", 500), ("QIAN", 800))
    assert (turn_of(near, GAP), points_of(near, GAP)) == (3, None)
    assert (turn_of(far, GAP), points_of(far, GAP)) == (DONE, 650)
    third = given_points(("ZHAO", 500), ("QIAN", 801), ("SUN", 700))
    assert (turn_of(third, GAP), points_of(third, GAP)) == (DONE, 700)
    assert points_of(given_points(("ZHAO", 500), ("QIAN", 501)), GAP) == 501


@pytest.mark.parametrize(
    ("marks", "who", "points", "reason"),
    [
        ((), "t1001", 500, "own"),
        ((), "  ", 500, "name"),
        ((("ZHAO", 500),), "zhao ", 500, "same"),
        ((), "ZHAO", 1001, "points"),
        ((("ZHAO", 500), ("QIAN", 500)), "SUN", 500, "done"),
    ],
)
def test_what_is_not_taken_says_why(marks, who, points, reason):
    with pytest.raises(MarkingRefused) as caught:
        marked(CASE, given_points(*marks), GAP, HandMark(0, who, points, "", 0))
    assert caught.value.facts["reason"] == reason


def test_a_case_waits_for_whoever_has_not_marked_it_and_did_not_sit_it():
    once = given_points(("ZHAO", 500))
    assert [may_mark(who, CASE, once, GAP) for who in ("ZHAO", "QIAN", "T1001")] == [False, True, False]


@pytest.mark.feature("e4")
def test_agreement_is_what_a_hand_reckons():
    pairs = [(0, 0)] * 20 + [(0, 1000)] * 5 + [(1000, 0)] * 10 + [(1000, 1000)] * 15
    told = agreement([given_points(("ZHAO", one), ("QIAN", other)) for one, other in pairs], GAP)
    assert (told.count, told.same, told.near, told.thirds, told.percent) == (50, 35, 35, 15, 70)
    assert told.kappa == pytest.approx(0.4, abs=1e-12)  # the textbook's table: observed 0.7, by chance 0.5


def test_agreement_of_nothing_and_of_one_value_says_nothing_it_does_not_know():
    assert (agreement([], GAP).percent, agreement([], GAP).kappa) == (None, None)
    same = agreement([given_points(("ZHAO", 500), ("QIAN", 500))] * 3, GAP)
    assert (same.percent, same.kappa) == (100, None)
