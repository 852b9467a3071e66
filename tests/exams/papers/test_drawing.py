"""Papers meet their blueprint, every time, and are the same everywhere."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from exams.chance.stream import Stream
from exams.items.item import ItemType, Use
from exams.papers.blueprint import RedLineGate
from exams.papers.codec import paper_bytes
from exams.papers.draw import Candidate, draw_from, draw_paper
from exams.papers.pool import prepare
from tests.exams.papers.full_form import (
    TODAY,
    an_item,
    digest,
    full_bank,
    full_blueprint,
    run_papers,
    some_papers,
    two_versions,
)

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def pool():
    return prepare(full_blueprint(), full_bank(), TODAY)


@pytest.mark.feature("c4")
@pytest.mark.feature("c10")
def test_three_hundred_papers_and_retakes_meet_the_blueprint_without_one_fault(pool):
    assert run_papers(pool, people=160) == {}


def test_the_form_is_the_one_of_the_course():
    blueprint = full_blueprint()
    assert (blueprint.size, blueprint.total, len(full_bank())) == (70, 100_000, 468)


def test_a_paper_has_exactly_the_wanted_red_lines_where_the_bank_allows(pool):
    papers = [draw_from(pool, Candidate("s", f"A{number:03d}", "", 1)) for number in range(60)]
    assert {sum(place.red_line for place in paper.items) for paper in papers} == {8}


def test_without_a_gate_red_line_items_are_items_as_all_others():
    blueprint = replace(full_blueprint(), red_line=RedLineGate())
    free = prepare(blueprint, full_bank(), TODAY)
    papers = [draw_from(free, Candidate("s", f"A{number:03d}", "", 1)) for number in range(40)]
    counts = [sum(place.red_line for place in paper.items) for paper in papers]
    assert min(counts) > 0
    assert len(set(counts)) > 3


@pytest.mark.feature("c7")
def test_an_older_version_of_an_item_is_never_drawn_nor_counted():
    both = prepare(full_blueprint(), two_versions(full_bank()), TODAY)
    assert {item.version for item in both.items.values()} == {1, 3}
    assert run_papers(both, people=30) == {}


def test_draw_paper_and_a_prepared_pool_give_the_same_paper(pool):
    whole = draw_paper(
        full_blueprint(), full_bank(), seed="s", staff_id="A001", session="S1", attempt=2, seen=frozenset(), today=TODAY
    )
    assert whole == draw_from(pool, Candidate("s", "A001", "S1", 2))


@pytest.mark.parametrize("seen_share", [0, 3])
def test_what_is_guessed_of_a_paper_changes_nothing_in_it(pool, seen_share):
    seen = frozenset(sorted(pool.items)[::seen_share] if seen_share else ())
    people = [Candidate("s", f"G{number:03d}", "", 1) for number in range(4)]
    papers = [draw_from(pool, one, seen) for one in people]
    for candidate, paper in zip(people, papers, strict=True):
        for guess in papers:
            assert draw_from(pool, candidate, seen, [*(place.item for place in guess.items), "no such item"]) == paper


def test_every_input_changes_the_paper(pool):
    base = Candidate("s", "A001", "S1", 1)
    others = [
        replace(base, seed="t"),
        replace(base, staff_id="A002"),
        replace(base, session="S2"),
        replace(base, attempt=2),
        Candidate("sA001", "", "S1", 1),
    ]
    papers = {
        paper_bytes(replace(draw_from(pool, candidate), seed="", staff_id="", session="", attempt=1))
        for candidate in (base, *others)
    }
    assert len(papers) == 6


def test_the_order_of_the_bank_does_not_matter(pool):
    other = prepare(full_blueprint(), Stream(b"x").shuffled(full_bank()), TODAY)
    candidate = Candidate("s", "A001", "", 1)
    assert paper_bytes(draw_from(other, candidate)) == paper_bytes(draw_from(pool, candidate))


@pytest.mark.feature("c5")
def test_another_process_in_another_country_draws_the_same_bytes():
    digests = {digest(some_papers())}
    for hash_seed, lang, zone in (
        ("1", "C", "UTC"),
        ("4242", "tr_TR.UTF-8", "Asia/Shanghai"),
        ("0", "zh_CN.GBK", "XYZ11"),
    ):
        env = {**os.environ, "PYTHONHASHSEED": hash_seed, "LANG": lang, "LC_ALL": lang, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-m", "tests.exams.papers.full_form"], cwd=ROOT, env=env, capture_output=True, check=True
        )
        digests.add(done.stdout.decode("ascii"))
    assert len(digests) == 1


def test_the_papers_are_the_pinned_ones():
    assert digest(some_papers(3)) == "74ee88c87ef21ada7a3c3066f9d1a677eaaf945b73cd5ead723d616bc81e0bc1"


def test_items_of_all_places_are_shuffled(pool):
    paper = draw_from(pool, Candidate("s", "A001", "", 1))
    names = [place.item for place in paper.items]
    assert names != sorted(names)
    assert len({place.chapter for place in paper.items[:12]}) > 2


def test_options_are_shuffled_but_for_those_that_keep_their_order(pool):
    places = [place for n in range(20) for place in draw_from(pool, Candidate("s", f"B{n:03d}", "", 1)).items]
    orders = {kind: {place.order for place in places if place.type is kind} for kind in ItemType}
    assert len(orders[ItemType.SINGLE]) == 24
    assert len(orders[ItemType.MULTIPLE]) > 60
    assert orders[ItemType.BEST_WORST] == {tuple("ABCDEF")}
    assert orders[ItemType.TRUEFALSE] == orders[ItemType.NUMERICAL] == {()}


def test_an_item_may_keep_its_options_in_order():
    bank = tuple(replace(item, shuffle=False) for item in full_bank())
    paper = draw_from(prepare(full_blueprint(), bank, TODAY), Candidate("s", "A001", "", 1))
    assert {place.order for place in paper.items if place.type is ItemType.SINGLE} == {tuple("ABCD")}


@pytest.mark.feature("c6")
def test_numbers_are_drawn_anew_for_every_attempt(pool):
    drawn = [
        tuple(tuple(place.numbers.items()) for place in draw_from(pool, Candidate("s", "A001", "", attempt)).items)
        for attempt in (1, 2)
    ]
    first, second = ({numbers for numbers in attempt if numbers} for attempt in drawn)
    assert len(first) == len(second) == 4
    assert not first & second


@pytest.mark.feature("c6")
def test_the_same_numerical_item_comes_back_with_other_numbers():
    item = an_item(2, ItemType.NUMERICAL, 1, enemies=())
    blueprint = replace(full_blueprint(), cells={(2, ItemType.NUMERICAL): 1}, levels={}, red_line=RedLineGate())
    only = prepare(blueprint, (item,), TODAY)
    seen = frozenset({item.id})
    papers = [draw_from(only, Candidate("s", "A001", "", attempt), seen) for attempt in range(1, 9)]
    assert {place.item for paper in papers for place in paper.items} == seen
    assert len({tuple(paper.items[0].numbers.items()) for paper in papers}) == 8
    assert draw_from(only, Candidate("s", "A001", "", 1), seen) == papers[0]


@pytest.mark.feature("c11")
def test_an_item_leaves_the_bank_on_the_day_its_clause_ends(pool):
    taken = draw_from(pool, Candidate("s", "A001", "", 1)).items[0].item
    bank = tuple(replace(item, clause_date=date(2026, 12, 1)) if item.id == taken else item for item in full_bank())

    def names(today):
        return {
            place.item
            for place in draw_from(prepare(full_blueprint(), bank, today), Candidate("s", "A001", "", 1)).items
        }

    assert taken in names(date(2026, 11, 30))
    assert taken not in names(date(2026, 12, 1))
    assert taken not in names(date(2026, 12, 1) + timedelta(days=400))


def test_practice_items_never_enter_an_exam_paper():
    practice = tuple(replace(item, id=f"p{item.id}", use=Use.PRACTICE, enemies=()) for item in full_bank())
    paper = draw_from(prepare(full_blueprint(), practice + full_bank(), TODAY), Candidate("s", "A001", "", 1))
    assert not any(place.item.startswith("p") for place in paper.items)


@pytest.mark.feature("c7")
def test_of_several_versions_the_newest_is_drawn():
    newer = tuple(replace(item, version=3) for item in full_bank())
    paper = draw_from(prepare(full_blueprint(), full_bank() + newer, TODAY), Candidate("s", "A001", "", 1))
    assert {place.version for place in paper.items} == {3}


def test_an_enemy_that_only_one_side_names_counts_for_both():
    blueprint = replace(
        full_blueprint(),
        cells={(1, ItemType.SINGLE): 1, (2, ItemType.SINGLE): 1},
        levels={},
        red_line=type(full_blueprint().red_line)(),
    )
    bank = (
        an_item(1, ItemType.SINGLE, 1, id="a", enemies=("x", "gone", "a")),
        an_item(1, ItemType.SINGLE, 2, id="b", enemies=()),
        an_item(2, ItemType.SINGLE, 1, id="x", enemies=()),
    )
    pool = prepare(blueprint, bank, TODAY)
    papers = [{place.item for place in draw_from(pool, Candidate("s", f"A{n:03d}", "", 1)).items} for n in range(20)]
    assert all(paper == {"b", "x"} for paper in papers)


def test_every_item_of_the_bank_is_drawn_sooner_or_later(pool):
    drawn = {place.item for n in range(200) for place in draw_from(pool, Candidate("s", f"C{n:03d}", "", 1)).items}
    assert drawn == set(pool.items)
