"""A hundred thousand responses of any shape: never an exception, never a mark outside its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.chance.stream import Stream
from exams.grading.grade import grade, typical_mistake
from exams.grading.marks import MarkState
from exams.grading.policy import WHOLE, GradingPolicy
from exams.items.item import BestWorst
from tests.exams.grading.places import Place, a_form, a_paper

FORM = a_form(70)
PAPER, KEYS, ITEMS = a_paper(*FORM)
LETTERS = ("A", "B", "C", "D", "E", "", "Z")
TEXTS = ("78.80", "1e999999999", "", "٣", "\u202e1", "-0", "9" * 70, "1,2,3", "NaN", "５０ ％", "0.000001")


def a_response(chance):
    match chance.below(6):
        case 0:
            return chance.choice(LETTERS)
        case 1:
            return tuple(chance.choice(LETTERS) for _ in range(chance.below(5)))
        case 2:
            return chance.below(2) == 0
        case 3:
            return chance.choice(TEXTS)
        case 4:
            return BestWorst(chance.choice(LETTERS), chance.choice(LETTERS))
        case _:
            return str(chance.below(10_000)) + "." + str(chance.below(100))


def check(result, policy):
    assert policy.floor <= result.score <= result.max_score
    assert result.passed is (
        result.score * 100 >= policy.pass_percent * result.max_score and result.red_line_right >= policy.red_line_needed
    )
    for mark in result.marks:
        assert -policy.negative <= mark.fraction <= WHOLE
        assert (mark.fraction == WHOLE) is (mark.state is MarkState.RIGHT)
        assert mark.state is not MarkState.BLANK or mark.points == 0


@pytest.mark.parametrize("block", range(10))
def test_a_hundred_thousand_random_responses_are_marked_within_bounds(block):
    chance = Stream(f"responses {block}".encode())
    for number in range(143):
        policy = GradingPolicy(pass_percent=chance.below(101), red_line_needed=number % 9, negative=chance.below(WHOLE))
        responses = {position: a_response(chance) for position in range(1, 71)}
        check(grade(PAPER, KEYS, ITEMS, responses, policy), policy)


anything = st.one_of(
    st.text(max_size=70),
    st.booleans(),
    st.lists(st.text(max_size=2), max_size=6).map(tuple),
    st.builds(BestWorst, st.sampled_from(LETTERS), st.sampled_from(LETTERS)),
)


@given(st.dictionaries(st.integers(-2, 80), anything, max_size=70))
def test_any_answers_give_the_same_result_twice(responses):
    policy = GradingPolicy(pass_percent=80, red_line_needed=6)
    result = grade(PAPER, KEYS, ITEMS, responses, policy)
    assert result == grade(PAPER, KEYS, ITEMS, dict(reversed(responses.items())), policy)
    check(result, policy)


@given(st.sampled_from(FORM), anything)
def test_any_answer_has_a_known_mistake_or_none(place: Place, response):
    assert typical_mistake(place.item, place.paper, response) in {None, "answered_base"}
