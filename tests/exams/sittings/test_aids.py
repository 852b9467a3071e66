"""Strike-outs, highlights, notes and objections: what may be kept, and what the journal tells of them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.journal.line import ANSWERING, Event
from exams.sittings.aids import Comment, CommentKind, kept_text, merged_spans, spans_without, struck
from exams.sittings.errors import BadAid, SittingUnreadable
from exams.sittings.replay import replay
from tests.exams.sittings.story import PAPER, Story

pytestmark = pytest.mark.feature("b9")


def test_only_options_of_the_question_can_be_struck_out():
    assert struck(PAPER.at(1), ["C", "A", "C"]) == ("A", "C")
    for place, letters in ((1, ["E"]), (3, ["true"]), (4, ["A"])):
        with pytest.raises(BadAid):
            struck(PAPER.at(place), letters)


def test_pieces_that_touch_become_one():
    assert merged_spans([(5, 8), (0, 2), (8, 9), (1, 3)]) == ((0, 3), (5, 9))
    assert spans_without(((0, 3), (5, 9)), 8) == ((0, 3),)
    assert spans_without(((0, 3), (5, 9)), 9) == ((0, 3), (5, 9))


@pytest.mark.parametrize("span", [(3, 3), (4, 2), (-1, 2), (0, 20_001)])
def test_a_piece_that_is_none_is_refused(span):
    with pytest.raises(BadAid):
        merged_spans([span])


def test_more_pieces_than_anybody_needs_are_refused():
    with pytest.raises(BadAid):
        merged_spans([(at * 3, at * 3 + 1) for at in range(51)])


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair))), max_size=20))
def test_merging_keeps_every_character_and_no_other(spans):
    told = {at for start, end in spans for at in range(start, end)}
    merged = merged_spans(spans)
    assert {at for start, end in merged for at in range(start, end)} == told
    assert all(one[1] < other[0] for one, other in pairwise(merged))
    assert merged_spans(merged) == merged


def test_a_text_too_long_or_with_half_a_character_is_refused():
    assert kept_text("备注", 2) == "备注"
    for text in ("备注长", "\ud800"):
        with pytest.raises(BadAid):
            kept_text(text, 2)


def test_the_journal_tells_what_was_marked_last():
    story = Story().tell(Event.STRIKE, position=1, item="1.1-x1", letters=["A", "B"])
    story.tell(Event.STRIKE, position=1, item="1.1-x1", letters=["B"])
    story.tell(Event.HIGHLIGHT, position=1, item="1.1-x1", lang="zh", spans=[[0, 4]])
    story.tell(Event.HIGHLIGHT, position=1, item="1.1-x1", lang="en", spans=[[2, 5], [7, 9]])
    story.tell(Event.SCRATCH, text="12 × 5").tell(Event.SCRATCH, text="12 × 5 = 60")
    story.tell(Event.COMMENT, position=2, item="1.1-x2", kind="key", text="两个都对")
    sitting = replay(story.records)
    assert sitting.strikes == {1: frozenset("B")}
    assert sitting.highlights == {(1, "zh"): ((0, 4),), (1, "en"): ((2, 5), (7, 9))}
    assert (sitting.scratch, sitting.comments) == ("12 × 5 = 60", {2: Comment(CommentKind.KEY, "两个都对")})


def test_marks_and_notes_answer_nothing_and_the_time_runs_on():
    story = Story().wait(5_000).tell(Event.STRIKE, position=1, item="1.1-x1", letters=["A"])
    sitting = replay(story.wait(5_000).tell(Event.SCRATCH, text="x").records)
    assert (sitting.answers, sitting.seen, sitting.position, sitting.elapsed_ms) == ({}, frozenset(), 1, 10_000)


@pytest.mark.parametrize(
    ("event", "facts"),
    [
        (Event.STRIKE, {"position": 9, "letters": []}),
        (Event.HIGHLIGHT, {"position": 1, "lang": "zh", "spans": [[1]]}),
        (Event.COMMENT, {"position": 1, "kind": "rude", "text": ""}),
        (Event.SCRATCH, {}),
    ],
)
def test_a_line_that_the_app_never_wrote_tells_no_story(event, facts):
    with pytest.raises(SittingUnreadable):
        replay(Story().tell(event, **facts).records)


def test_marks_and_notes_are_put_away_with_the_answers():
    assert {Event.STRIKE, Event.HIGHLIGHT, Event.SCRATCH, Event.COMMENT} <= ANSWERING
    story = Story().tell(Event.SCRATCH, text="x")
    story.records[-1] = story.records[-1]._replace(body=None)
    assert (replay(story.records).scratch, replay(story.records).withheld) == ("", 1)
