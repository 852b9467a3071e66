"""The bank as shipped, cut into its forms: each can draw the final and the renewal, and retakes bring other items."""

from collections import Counter
from dataclasses import replace

import pytest

from exams.items.item import ItemType, Use
from exams.papers.blueprint import Blueprint
from exams.papers.draw import Candidate, draw_from
from exams.papers.feasible import check_feasible
from tests.attacks.bank_long import PAPERS_OF_ONE, drawn
from tests.exams.content.sources import TODAY
from tests.exams.papers.full_form import names_of, violations
from tests.exams.papers.shipped_bank import blueprint, exam_items, forms, pools, shipped_items

PAPERS = 102
BANK = {
    1: (28, 8, 10, 4, 2),
    2: (80, 32, 28, 18, 4),
    3: (36, 12, 12, 0, 8),
    4: (48, 24, 14, 4, 18),
    5: (22, 7, 8, 0, 3),
    6: (20, 7, 10, 0, 1),
}
"""Items by chapter: single, multiple, true or false, numerical, best and worst."""


def points_percent(one: Blueprint, chapter: int) -> float:
    points = sum(one.points[kind] * count for (place, kind), count in one.cells.items() if place == chapter)
    return 100 * points / one.total


@pytest.fixture(scope="module")
def found():
    return drawn(PAPERS)


def test_the_bank_has_the_items_of_the_table():
    kinds = (ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUEFALSE, ItemType.NUMERICAL, ItemType.BEST_WORST)
    counted = Counter((one.item.chapter, one.item.type) for one in exam_items())
    assert {chapter: tuple(counted[chapter, kind] for kind in kinds) for chapter in BANK} == BANK


def test_there_are_three_forms_and_no_item_stands_in_two():
    names = {form: {item.id for item in items} for form, items in forms().items()}
    assert len(names) >= 3
    assert sum(map(len, names.values())) == len(set().union(*names.values())) == len(exam_items())
    assert max(map(len, names.values())) - min(map(len, names.values())) <= 5


def test_forms_are_about_equally_hard():
    for difficulty in {one.item.difficulty for one in exam_items()}:
        shares = [sum(item.difficulty is difficulty for item in items) / len(items) for items in forms().values()]
        assert max(shares) - min(shares) < 0.06, difficulty


@pytest.mark.parametrize("name", ["final", "renewal"])
def test_each_form_alone_draws_both_examinations(name):
    for form, items in forms().items():
        assert check_feasible(blueprint(name), items, TODAY) == (), form


def test_the_renewal_has_forty_items_in_the_shares_of_the_final():
    final, renewal = blueprint("final"), blueprint("renewal")
    assert renewal.size == 40
    for chapter in range(1, 7):
        assert abs(points_percent(final, chapter) - points_percent(renewal, chapter)) <= 2, chapter
    assert renewal.red_line.needed * 8 >= renewal.red_line.items * 6
    same_tries = replace(final.retakes, renew_days=0)  # what opens a final again is the final's own affair
    assert (renewal.pass_percent, renewal.retakes) == (final.pass_percent, same_tries)


def test_every_paper_of_every_form_meets_both_tables(found):
    assert found.papers >= PAPERS
    assert found.broken == {}


def test_the_first_paper_of_every_form_has_exactly_the_red_lines_of_the_final(found):
    assert found.red_first == {blueprint("final").red_line.items}
    assert min(found.red_again) >= blueprint("final").red_line.items


def test_three_tries_in_turn_have_no_item_in_common(found):
    assert found.within_a_cycle == 0


def test_six_papers_of_one_person_repeat_at_most_the_share_of_items_that_may_be_seen(found):
    final = blueprint("final")
    people = [found.again[start : start + PAPERS_OF_ONE] for start in range(0, found.papers, PAPERS_OF_ONE)]
    assert all(100 * sum(again) <= final.retakes.seen_percent * final.size * PAPERS_OF_ONE for again in people)
    allowed = final.size * final.retakes.seen_percent // 100
    assert max(found.again) <= allowed + 1
    assert sum(count > allowed for count in found.again) * 100 <= 5 * found.papers


def test_renewals_meet_their_tables_too():
    seen: frozenset[str] = frozenset()
    for attempt, pool in enumerate(pools("renewal").values(), start=1):
        paper = draw_from(pool, Candidate("2026", "T2001", "", attempt), seen)
        assert list(violations(pool, paper, seen)) == []
        assert not names_of(paper) & seen
        seen |= names_of(paper)


def test_a_paper_that_misses_its_tables_is_noticed():
    pool = pools()["A"]
    paper = draw_from(pool, Candidate("2026", "A1", "", 1))
    other = replace(pool, blueprint=blueprint("renewal"))
    assert {"types", "levels"} <= set(violations(other, paper))


def test_enemies_of_the_shipped_bank_name_each_other():
    items = {one.item.id: one.item for one in shipped_items()}
    pairs = [(one.id, enemy) for one in items.values() for enemy in one.enemies]
    assert pairs
    assert all(name in items[enemy].enemies for name, enemy in pairs)
    assert all(items[enemy].use is Use.EXAM for name, enemy in pairs if items[name].use is Use.EXAM)


def test_six_papers_are_two_cycles():
    assert 2 * blueprint("final").retakes.tries == PAPERS_OF_ONE
