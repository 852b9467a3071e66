"""The grader against a second marker that knows the course's table and nothing of the grader."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.chance.stream import Stream
from exams.grading.grade import grade
from exams.grading.marks import MarkState
from exams.grading.policy import WHOLE, GradingPolicy
from tests.exams.grading.second_marker import a_chance_paper, a_response, marked_twice


def disagreements(seed, count=70):
    """One paper by chance, answered by chance and marked by both; also which states came up."""
    chance = Stream(seed)
    places, (paper, keys, items) = a_chance_paper(chance, count)
    negative = chance.choice((0, WHOLE // 4, WHOLE // 2, WHOLE))
    responses = {place.paper.position: a_response(chance, place) for place in places}
    result = grade(paper, keys, items, responses, GradingPolicy(80, 6, negative=negative))
    return [
        (place.paper.type, responses[place.paper.position], mark)
        for place, mark in zip(places, result.marks, strict=True)
        if (mark.state, mark.points) != marked_twice(place, responses[place.paper.position], Fraction(negative, WHOLE))
    ], Counter((place.paper.type, mark.state) for place, mark in zip(places, result.marks, strict=True))


@pytest.mark.parametrize("block", range(6))
def test_two_markers_agree_on_papers_and_responses_by_chance(block):
    states = Counter()
    for number in range(12):
        found, told = disagreements(f"{block}/{number}".encode())
        assert found == []
        states += told
    assert {state for _, state in states} == set(MarkState)
    assert len(states) == 17  # five types; three of them know nothing between right and wrong


@given(st.binary(max_size=12))
def test_two_markers_agree_on_any_small_paper(seed):
    found, _ = disagreements(seed, count=6)
    assert found == []
