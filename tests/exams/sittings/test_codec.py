"""A result comes back from the journal as it was written."""

from hypothesis import given
from hypothesis import strategies as st

from exams.grading.marks import Mark, MarkState, Result
from exams.journal.line import Event
from exams.sittings.codec import result_from_json, result_to_json
from exams.sittings.replay import replay
from tests.exams.sittings.story import Story

marks = st.builds(
    Mark,
    st.integers(1, 99),
    st.text(min_size=1, max_size=8),
    st.sampled_from(MarkState),
    st.integers(-(10**7), 10**7),
    st.integers(-9000, 9000),
    st.integers(0, 9000),
)
pairs = st.tuples(st.integers(-9000, 9000), st.integers(0, 9000))
results = st.builds(
    Result,
    st.integers(1, 9),
    st.integers(-9000, 10**6),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.booleans(),
    st.integers(0, 9),
    st.integers(0, 9),
    st.dictionaries(st.integers(1, 9), pairs),
    st.dictionaries(st.sampled_from(["remember", "apply"]), pairs),
    st.lists(marks, max_size=4).map(tuple),
)


@given(results)
def test_a_result_comes_back_from_the_journal_as_it_was(result):
    story = Story().tell(Event.SUBMIT, cause="hand", answers="").tell(Event.GRADED, result=result_to_json(result))
    assert replay(story.records).result == result
    assert result_from_json(story.records[-1].facts()["result"]) == result
