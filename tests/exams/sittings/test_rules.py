"""What may happen to a sitting now, asked before a line is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.items.errors import BadResponse
from exams.sittings import rules
from exams.sittings.errors import OutsidePaper, SittingClosed, SittingPaused, TooLate
from exams.sittings.replay import replay
from exams.sittings.sitting import State
from tests.exams.sittings.story import LIMIT, MINUTE, Story


def open_sitting(limit_ms=LIMIT):
    story = Story(limit_ms)
    return replay(story.records), story.clock


def test_between_two_lines_time_runs_on():
    sitting, clock = open_sitting()
    clock.forward(minutes=7)
    assert rules.at(sitting, clock.now()).remaining_ms == LIMIT - 7 * MINUTE
    assert sitting.remaining_ms == LIMIT


def test_a_paused_sitting_loses_nothing_until_the_pause_is_longer_than_the_policy_allows():
    sitting, clock = open_sitting()
    paused = sitting._replace(state=State.PAUSED)
    clock.forward(minutes=60)
    assert rules.at(paused, clock.now()).remaining_ms == LIMIT
    clock.forward(minutes=5)
    assert rules.at(paused, clock.now()).remaining_ms == LIMIT - 5 * MINUTE
    assert not rules.time_is_over(paused, clock.now())
    clock.forward(LIMIT)
    assert rules.time_is_over(paused, clock.now())


@pytest.mark.parametrize("state", [State.SUBMITTED, State.GRADED, State.VOID])
def test_a_sitting_that_has_ended_grows_no_older_and_never_runs_out(state):
    sitting, clock = open_sitting()
    closed = sitting._replace(state=state)
    clock.forward(10 * LIMIT)
    assert rules.at(closed, clock.now()) == closed
    assert not rules.time_is_over(closed, clock.now())


@pytest.mark.parametrize(("ms", "over"), [(0, False), (LIMIT - 1, False), (LIMIT, True), (LIMIT + 1, True)])
def test_time_is_over_at_the_limit_itself(ms, over):
    sitting, clock = open_sitting()
    clock.forward(ms)
    assert rules.time_is_over(sitting, clock.now()) is over


def test_without_a_limit_time_is_never_over_and_nothing_too_late():
    sitting, clock = open_sitting(limit_ms=0)
    clock.forward(10**12)
    assert not rules.time_is_over(sitting, clock.now())
    assert rules.accept(sitting, 1, "A", clock.now())[0] == "A"
    assert rules.at(sitting, clock.now()).remaining_ms is None


@given(st.integers(0, LIMIT + 20_000))
def test_an_answer_is_accepted_exactly_until_five_seconds_after_the_deadline(ms):
    sitting, clock = open_sitting()
    clock.forward(ms)
    late = ms - LIMIT
    if late <= 5_000:
        assert rules.accept(sitting, 1, "B", clock.now())[0] == "B"
        assert rules.accept(sitting, 1, None, clock.now())[0] is None
    else:
        for value in ("B", None):
            with pytest.raises(TooLate) as refused:
                rules.accept(sitting, 1, value, clock.now())
            assert refused.value.facts["late_ms"] == late


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        (State.PAUSED, SittingPaused),
        (State.SUBMITTED, SittingClosed),
        (State.GRADED, SittingClosed),
        (State.VOID, SittingClosed),
    ],
)
def test_a_sitting_that_is_not_open_accepts_nothing(state, refusal):
    sitting, clock = open_sitting()
    for value in ("A", None):
        with pytest.raises(refusal):
            rules.accept(sitting._replace(state=state), 1, value, clock.now())
    with pytest.raises(refusal):
        rules.require_open(sitting._replace(state=state))


@pytest.mark.parametrize("position", [0, 6, -1, 10**20])
def test_a_place_outside_the_paper_is_named(position):
    sitting, clock = open_sitting()
    for value in ("A", None):
        with pytest.raises(OutsidePaper) as refused:
            rules.accept(sitting, position, value, clock.now())
        assert refused.value.facts == {"position": position, "items": 5}


spelt = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.lists(st.text(max_size=2))


@given(st.integers(1, 5), spelt | st.dictionaries(st.sampled_from(["best", "worst"]), spelt))
def test_any_value_is_taken_or_refused_with_a_code(position, value):
    sitting, clock = open_sitting()
    refusal = ""
    try:
        response, _ = rules.accept(sitting, position, value, clock.now())
    except BadResponse as error:
        refusal = error.code
    assert refusal in {"E_RESPONSE", "E_NUMBER"} if refusal else (response is None) == (value is None)
