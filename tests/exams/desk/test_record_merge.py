"""Two PCs' notebooks become one: in whatever order and however often, with the same end."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.desk.record_merge import joined_mistake, later_mark
from exams.desk.record_rows import marks_in, marks_json, mistakes_in, mistakes_json
from exams.store.mark_rows import MarkKind, MarkRow
from exams.store.practice_rows import MistakeRow
from exams.training.anchoring import Anchor
from exams.training.recall import Recall, missed, recalled
from exams.trust.errors import NotStrict
from exams.trust.strict_json import read_json, write_json

MOMENTS = st.integers(1, 3)
"""So few that two PCs often tell of the same one."""
ANCHORS = st.builds(Anchor, st.just("d"), st.integers(0, 2), st.sampled_from(("挂失", "口令")), whole=st.booleans())
MARKS = st.builds(
    MarkRow,
    st.just("m1"),
    st.just("1.1"),
    st.sampled_from(("zh", "en")),
    st.sampled_from(MarkKind),
    st.sampled_from(("", "先核实", "ask first")),
    MOMENTS,
    ANCHORS,
    MOMENTS,
    st.booleans(),
)
RECALLS = st.builds(
    Recall, MOMENTS, MOMENTS, st.floats(0.001, 400), st.floats(1, 10), st.integers(0, 3), st.integers(1, 4)
)
MISTAKES = st.builds(
    MistakeRow,
    st.just("1.1-p1"),
    st.just(1),
    st.just("1.1"),
    st.just("1.1-a"),
    st.sampled_from(("check", "review")),
    MOMENTS,
    RECALLS,
)
KINDS = [(later_mark, MARKS), (joined_mistake, MISTAKES)]
DAY = 86_400_000


@pytest.mark.feature("h4")
@pytest.mark.parametrize(("join", "rows"), KINDS)
def test_order_and_repetition_change_nothing(join, rows):
    @given(rows, rows, rows)
    def holds(one, two, three):
        assert join(one, two) == join(two, one)
        assert join(one, one) == one
        assert join(join(one, two), two) == join(one, two)
        assert join(join(one, two), three) == join(one, join(two, three))

    holds()


@given(st.lists(MARKS, max_size=1), st.lists(MISTAKES, max_size=1))
def test_what_travels_arrives_as_it_was(marks, mistakes):
    sent = read_json(write_json({"marks": marks_json(marks), "mistakes": mistakes_json(mistakes)}))
    assert (marks_in(sent), mistakes_in(sent)) == (tuple(marks), tuple(mistakes))


def test_the_newer_note_stands_and_what_was_taken_away_later_stays_away():
    old = MarkRow("m1", "1.1", "zh", MarkKind.NOTE, "旧", 10, Anchor("d", 0, "挂失"), 20)
    new = replace(old, note="新", changed_wt=30)
    gone = replace(old, note="", changed_wt=40, gone=True)
    assert later_mark(new, old) == new
    assert later_mark(gone, new) == gone
    assert later_mark(replace(new, changed_wt=50), gone).note == "新"


def test_a_mistake_comes_back_on_the_day_that_its_last_answer_set():
    first = MistakeRow("1.1-p1", 1, "1.1", "1.1-a", "check", DAY, missed(DAY))
    known = replace(first, recall=recalled(first.recall, right=True, now_wt=first.recall.due_wt))
    later = replace(first, since_wt=2 * DAY, recall=missed(9 * DAY))
    assert joined_mistake(first, known).recall == known.recall
    assert joined_mistake(later, known) == replace(later, since_wt=DAY)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "poem"),
        ("note", "字" * 2_001),
        ("changed_wt", -1),
        ("made_wt", 10**15),
        ("quote", "字" * 4_001),
        ("gone", "yes"),
        ("more", 1),
    ],
)
def test_a_mark_that_no_reader_made_is_refused(field, value):
    (good,) = marks_json([MarkRow("m1", "1.1", "zh", MarkKind.NOTE, "", 10, Anchor("d", 0, "挂失"), 20)])
    with pytest.raises(NotStrict):
        marks_in({"marks": [{**good, field: value}]})
    with pytest.raises(NotStrict):
        marks_in({"marks": [good, good]})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("stability", "nan"),
        ("stability", "0"),
        ("stability", "1e99"),
        ("difficulty", "-1"),
        ("due_wt", 10**15),
        ("run", "3"),
    ],
)
def test_a_mistake_that_no_memory_model_gives_is_refused(field, value):
    (good,) = mistakes_json([MistakeRow("1.1-p1", 1, "1.1", "1.1-a", "check", DAY, missed(DAY))])
    with pytest.raises(NotStrict):
        mistakes_in({"mistakes": [{**good, field: value}]})
