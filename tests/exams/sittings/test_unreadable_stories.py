"""Stories that cannot be read: the line that is wrong is named, and nothing makes the reading stumble."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.journal.line import Event, make_body
from exams.sittings.errors import SittingUnreadable
from exams.sittings.replay import apply, replay
from exams.timing.clock import Moment
from tests.exams.sittings.story import ATT, LIMIT, MINUTE, Story


def test_nothing_and_a_story_without_a_beginning_are_unreadable():
    with pytest.raises(SittingUnreadable):
        replay([])
    story = Story().tell(Event.SHOW, position=1)
    with pytest.raises(SittingUnreadable) as refused:
        replay(story.records[1:])
    assert refused.value.facts == {"seq": 2}


@pytest.mark.parametrize(
    ("event", "facts"),
    [
        (Event.ANSWER, {}),
        (Event.ANSWER, {"position": 1}),
        (Event.ANSWER, {"position": 0, "value": "A"}),
        (Event.ANSWER, {"position": 6, "value": "A"}),
        (Event.ANSWER, {"position": "1", "value": "A"}),
        (Event.ANSWER, {"position": 1, "value": "Z"}),
        (Event.ANSWER, {"position": 4, "value": "1e999999999"}),
        (Event.FLAG, {"position": 1}),
        (Event.SHOW, {}),
        (Event.RESUME, {"credit_ms": "much"}),
        (Event.GRADED, {"result": {}}),
        (Event.GRADED, {"result": None}),
        (Event.CERTIFICATE, {}),
    ],
)
def test_a_line_that_fits_no_sitting_is_named_by_its_number(event, facts):
    story = Story().tell(Event.SHOW, position=1).tell(event, **facts)
    with pytest.raises(SittingUnreadable) as refused:
        replay(story.records)
    assert refused.value.facts == {"seq": 3}


SPOILT = [b"", b"\xff", b"null", b"[]", b'"x"', b"[" * 100_000]


@pytest.mark.parametrize(
    ("number", "event", "body"),
    [
        *((number, Event.SHOW, body) for number in (0, 1) for body in (None, *SPOILT)),
        *((1, event, body) for event in (Event.ANSWER, Event.DRAFT) for body in SPOILT),
    ],
)
def test_a_body_erased_or_spoilt_is_named_by_its_number(number, event, body):
    story = Story().tell(event, position=1, item="-", value="A", text="1")
    story.records[number] = story.records[number]._replace(body=body)
    with pytest.raises(SittingUnreadable) as refused:
        replay(story.records)
    assert refused.value.facts == {"seq": number + 1}


@pytest.mark.parametrize("event", [Event.ANSWER, Event.DRAFT])
def test_an_answer_that_was_put_away_still_counts_for_the_time_and_is_told_as_withheld(event):
    story = Story()
    story.clock.forward(2 * MINUTE)
    story.tell(event, position=4, item="-", value="1.5", text="1")
    whole = replay(story.records)
    story.records[1] = story.records[1]._replace(body=None)
    kept = replay(story.records)
    assert (kept.elapsed_ms, kept.withheld, kept.answers) == (whole.elapsed_ms, 1, {})
    assert (whole.withheld, whole.answered) == (0, len(whole.answers))


spelt = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
names = st.sampled_from(["position", "value", "on", "by", "credit_ms", "ms", "stopped", "result", "number"])


@given(st.sampled_from(list(Event)), st.dictionaries(names, spelt))
def test_no_body_whatever_makes_it_stumble(event, facts):
    first = replay(Story().records)
    record = Story().tell(event, **facts).records[-1]
    told, named = ATT, 2
    try:
        told = apply(first, record).id
    except SittingUnreadable as error:
        named = error.facts["seq"]
    assert (told, named) == (ATT, 2)


steps = st.lists(
    st.tuples(st.sampled_from(["forward", "suspend", "reboot", "wall", "pause", "resume"]), st.integers(0, 400_000)),
    max_size=20,
)


@given(steps)
def test_time_left_is_the_limit_less_what_ran_and_nothing_turns_it_back(steps):
    """Without credit and extension: every clock but the boot clock may do what it likes."""
    story, ran, running = Story(time={"pause_ms": 10**9}), 0, True
    for number, (what, ms) in enumerate(steps):
        before = replay(story.records).remaining_ms
        match what:
            case "forward":
                story.wait(ms)
            case "suspend":
                story.clock.suspend(ms)
            case "reboot":
                story.clock.reboot(ms, f"boot-{number}")
            case "wall":
                story.clock.set_wall(story.clock.now().wt + ms - 200_000)
        ran += ms if running and what in {"forward", "suspend", "reboot"} else 0
        running = {"pause": False, "resume": True}.get(what, running)
        event = {"pause": Event.PAUSE, "resume": Event.RESUME}.get(what, Event.HEARTBEAT)
        story.tell(event, by="P2001", reason="")
        after = replay(story.records).remaining_ms
        assert after == max(0, LIMIT - ran)
        assert after <= before


@given(st.dictionaries(st.sampled_from(["limit_ms", "extra_ms", "time", "kind", "paper"]), spelt, min_size=1))
def test_no_start_whatever_makes_it_stumble(facts):
    story = Story()
    written = json.loads(story.records[0].body)
    body = make_body({name: facts.get(name, value) for name, value in written.items() if name != "salt"}, bytes(16))
    story.records[0] = story.records[0]._replace(body=body)
    named = 1
    try:
        apply(replay(story.records), story.wait(minutes=70).tell(Event.HEARTBEAT).records[-1])
    except SittingUnreadable as error:
        named = error.facts["seq"]
    assert named == 1


@given(st.lists(st.integers(1, 5), max_size=12), st.integers(0, 12))
def test_reading_in_two_parts_is_reading_at_once(positions, cut):
    story = Story()
    for position in positions:
        story.wait(1_000).tell(Event.SHOW, position=position)
    whole = replay(story.records)
    first, *rest = story.records[: cut + 1], *story.records[cut + 1 :]
    sitting = replay(first)
    for record in rest:
        sitting = apply(sitting, record)
    assert sitting == whole


def test_a_moment_before_the_epoch_of_the_boot_is_no_gain():
    story = Story().wait(minutes=5).tell(Event.HEARTBEAT)
    early = story.records[-1].line._replace(bt=0)
    story.records.append(story.records[-1]._replace(line=early))
    assert replay(story.records).elapsed_ms == 5 * MINUTE
    assert replay(story.records).last == Moment("story-1", 0, early.mt, early.wt)
