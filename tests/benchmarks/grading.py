"""Grading a synthetic paper of 70 items of all types."""

from exams.grading.answers import correct_response
from exams.grading.grade import grade
from exams.grading.policy import GradingPolicy
from tests.benchmarks.measure import Measured, median_ms, seconds_of
from tests.exams.grading.places import a_form, a_paper

ITEMS = 70


def grading(rounds: int) -> Measured:
    """One whole grading, every item answered."""
    paper, keys, items = a_paper(*a_form(ITEMS))
    right = {place.position: correct_response(items[place.item], keys[place.item], place) for place in paper.items}
    policy = GradingPolicy(pass_percent=80, red_line_needed=6)
    times = [seconds_of(lambda: grade(paper, keys, items, right, policy)) for _ in range(rounds + 1)][1:]
    return Measured(f"paper of {ITEMS} items graded", median_ms(times), rounds)
