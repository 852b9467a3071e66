"""A draw costs what it takes, not what the bank holds."""

import time

import pytest

from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import prepare
from tests.exams.papers.full_form import TODAY, full_bank, full_blueprint


def seconds(pool, people):
    began = time.process_time()
    for person in people:
        draw_from(pool, Candidate("s", f"A{person:05d}", "", 1))
    return time.process_time() - began


@pytest.mark.slow
def test_drawing_from_a_hundred_thousand_items_takes_at_most_twice_as_long_as_from_a_thousand():
    small, large = (prepare(full_blueprint(), full_bank(times), TODAY) for times in (2, 214))
    assert len(small.items) < 1_000
    assert len(large.items) > 90_000
    blocks = [range(first, first + 20) for first in range(0, 200, 20)]
    times = [(seconds(small, block), seconds(large, block)) for block in blocks]
    assert min(large for _, large in times) <= 2 * min(small for small, _ in times)
