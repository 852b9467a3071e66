"""The table solver against trying every table."""

from itertools import product

import pytest

from exams.chance.stream import Stream
from exams.papers.flow import cheapest


def cost_of(counts, costs):
    return sum(sum(costs[r][c][:used]) for r, line in enumerate(counts) for c, used in enumerate(line))


def every_table(rows, columns, costs):
    cells = [(r, c) for r in range(len(rows)) for c in range(len(columns))]
    for picks in product(*(range(len(costs[r][c]) + 1) for r, c in cells)):
        used = dict(zip(cells, picks, strict=True))
        counts = [[used[r, c] for c in range(len(columns))] for r in range(len(rows))]
        sums = [sum(line) for line in counts]
        if sums == list(rows) and [sum(line[c] for line in counts) for c in range(len(columns))] == list(columns):
            yield counts


@pytest.mark.parametrize("block", range(6))
def test_a_full_table_of_least_cost_is_found_where_there_is_one(block):
    full = 0
    for number in range(block * 25, block * 25 + 25):
        chance = Stream(f"table {number}".encode())
        costs = [[sorted(chance.below(20) - 5 for _ in range(chance.below(4))) for _ in range(3)] for _ in range(2)]
        rows = [chance.below(4), chance.below(4)]
        first = chance.below(sum(rows) + 1)
        second = chance.below(sum(rows) - first + 1)
        columns = [first, second, sum(rows) - first - second]
        tables = [cost_of(counts, costs) for counts in every_table(rows, columns, costs)]
        found = cheapest(rows, columns, costs)
        assert found.full is bool(tables)
        if tables:
            full += 1
            assert cost_of(found.counts, costs) == min(tables)
    assert full > 3
