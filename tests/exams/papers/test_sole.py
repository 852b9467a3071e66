"""A table that is told to be the only cheapest one is: no search could end in another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.papers.flow import cheapest
from exams.papers.sole import is_sole_cheapest
from tests.exams.papers.test_flow import cost_of, every_table

CELLS = st.lists(st.integers(-6, 12), max_size=3).map(sorted)
TABLES = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=2)
SUMS = st.lists(st.integers(0, 3), min_size=2, max_size=2)


@given(TABLES, SUMS, st.data())
def test_only_the_one_cheapest_table_is_told_to_be_so(costs, rows, data):
    first = data.draw(st.integers(0, sum(rows)))
    second = data.draw(st.integers(0, sum(rows) - first))
    columns = [first, second, sum(rows) - first - second]
    tables = [*every_table(rows, columns, costs)]
    least = min((cost_of(counts, costs) for counts in tables), default=0)
    of_least = [counts for counts in tables if cost_of(counts, costs) == least]
    told = [counts for counts in tables if is_sole_cheapest(costs, counts)]
    assert told == (of_least if len(of_least) == 1 else [])
    if told:
        assert cheapest(rows, columns, costs).counts == told[0]


def test_a_table_that_holds_more_than_there_is_is_never_the_cheapest():
    assert is_sole_cheapest([[[1], [5]], [[5], [1]]], [[1, 0], [0, 1]])
    assert not is_sole_cheapest([[[1], [5]], [[5], [1]]], [[2, 0], [0, 2]])


@pytest.mark.parametrize(("apart", "told"), [(7, True), (8, False)])
def test_the_next_table_has_to_cost_more_than_the_distance_asked_for(apart, told):
    assert is_sole_cheapest([[[1], [5]], [[5], [1]]], [[1, 0], [0, 1]], apart) is told


def test_the_cheapest_way_round_may_lead_through_several_columns():
    """Every exchange between two columns costs, the round through all three does not."""
    costs = [[[0, 9], [0], [9]], [[9], [0, 9], [0]], [[0], [9], [0, 9]]]
    assert all(low <= high for line in costs for cell in line for low, high in pairwise(cell))
    assert not is_sole_cheapest(costs, [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
