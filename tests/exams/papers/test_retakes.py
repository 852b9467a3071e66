"""A retake brings new items: the share of seen ones is kept where the bank can, and else as small as can be."""

from dataclasses import replace

import pytest

from exams.items.item import ItemType
from exams.papers.blueprint import RedLineGate
from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import prepare
from tests.exams.papers.full_form import (
    TODAY,
    an_item,
    full_bank,
    full_blueprint,
    in_turn,
    names_of,
    three_papers,
    violations,
)

SINGLES = replace(
    full_blueprint(),
    cells={(1, ItemType.SINGLE): 10},
    levels={},
    red_line=RedLineGate(),
    retakes=full_blueprint().retakes,
)


def singles(count):
    return tuple(an_item(1, ItemType.SINGLE, number, enemies=()) for number in range(count))


@pytest.mark.feature("c5")
def test_a_pool_of_three_papers_repeats_at_most_a_fifth():
    pool = prepare(SINGLES, singles(30), TODAY)
    for person in range(40):
        first = names_of(draw_from(pool, Candidate("s", f"A{person:03d}", "", 1)))
        second = draw_from(pool, Candidate("s", f"A{person:03d}", "", 2), first)
        assert len(names_of(second) & first) <= 2


def test_a_bank_of_three_full_papers_serves_three_attempts_and_repeats_at_most_a_fifth():
    bank = three_papers()
    assert len(bank) == 3 * full_blueprint().size
    pool = prepare(full_blueprint(), bank, TODAY)
    for person in range(25):
        for paper, seen in in_turn(pool, f"A{person:03d}", 3):
            assert list(violations(pool, paper, seen)) == []
            assert len(names_of(paper) & seen) <= 14


def test_three_full_papers_in_turn_repeat_at_most_a_fifth():
    pool = prepare(full_blueprint(), full_bank(), TODAY)
    seen = frozenset()
    for attempt in (1, 2, 3):
        paper = draw_from(pool, Candidate("s", "A001", "", attempt), seen)
        assert list(violations(pool, paper, seen)) == []
        seen |= names_of(paper)


@pytest.mark.parametrize(("bank", "seen", "repeated"), [(12, 10, 8), (12, 4, 2), (10, 10, 10), (11, 1, 0), (30, 20, 0)])
def test_a_small_pool_repeats_as_few_as_can_be(bank, seen, repeated):
    items = singles(bank)
    known = frozenset(item.id for item in items[:seen])
    for person in range(10):
        paper = draw_from(prepare(SINGLES, items, TODAY), Candidate("s", f"A{person:03d}", "", 2), known)
        assert len(names_of(paper) & known) == repeated


def test_seen_items_return_where_a_level_leaves_no_choice():
    pool = prepare(full_blueprint(), full_bank(), TODAY)
    everything = frozenset(pool.items)
    paper = draw_from(pool, Candidate("s", "A001", "", 2), everything)
    assert set(violations(pool, paper, everything)) == {"seen"}
    assert set(violations(pool, paper)) == set()


def test_what_was_seen_elsewhere_does_not_matter():
    pool = prepare(SINGLES, singles(30), TODAY)
    candidate = Candidate("s", "A001", "", 1)
    assert draw_from(pool, candidate, frozenset({"9.9-s1"})) == draw_from(pool, candidate)


def test_more_red_lines_than_wanted_give_way_to_seen_items_only_within_the_share():
    items = tuple(an_item(1, ItemType.SINGLE, number, enemies=(), red_line=number > 5) for number in range(30))
    blueprint = replace(SINGLES, red_line=RedLineGate(items=3, needed=2))
    known = frozenset(item.id for item in items[:6])
    paper = draw_from(prepare(blueprint, items, TODAY), Candidate("s", "A001", "", 2), known)
    assert len(names_of(paper) & known) == 2
    assert sum(place.red_line for place in paper.items) == 8


def test_a_red_line_is_bought_with_a_seen_item_only_where_it_must_be():
    items = tuple(an_item(1, ItemType.SINGLE, number, enemies=(), red_line=number < 3) for number in range(30))
    blueprint = replace(SINGLES, red_line=RedLineGate(items=3, needed=2))
    known = frozenset(item.id for item in items[:2])
    paper = draw_from(prepare(blueprint, items, TODAY), Candidate("s", "A001", "", 2), known)
    assert sum(place.red_line for place in paper.items) == 3
    assert names_of(paper) & known == known
