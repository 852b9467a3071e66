"""The count of violations finds each kind of fault: else ten thousand papers without one would prove nothing."""

from dataclasses import replace

import pytest

from exams.grading.marks import MarkState
from exams.items.item import ItemType
from exams.papers.draw import Candidate, draw_from
from exams.papers.pool import prepare
from tests.attacks import grading_long, papers_long
from tests.exams.papers.full_form import TODAY, full_bank, full_blueprint, names_of, violations


@pytest.fixture(scope="module")
def pool():
    return prepare(full_blueprint(), full_bank(), TODAY)


@pytest.fixture(scope="module")
def paper(pool):
    return draw_from(pool, Candidate("s", "A001", "", 1))


def spoilt(paper, position, /, **facts):
    places = list(paper.items)
    places[position - 1] = places[position - 1]._replace(**facts)
    return replace(paper, items=tuple(places))


def first(paper, wanted):
    return next(place for place in paper.items if wanted(place))


def as_item(pool, paper, place, name):
    """The paper with another item at a place, told right in all else."""
    item = pool.items[name]
    facts = {"type": item.type, "chapter": item.chapter, "level": item.level.value, "red_line": item.red_line}
    return spoilt(paper, place.position, item=name, order=item.letters, numbers=place.numbers, **facts)


def test_an_honest_paper_has_none(pool, paper):
    assert list(violations(pool, paper)) == []


@pytest.mark.parametrize(
    ("wanted", "facts", "named"),
    [
        (lambda place: True, {"version": 2}, "versions"),
        (lambda place: True, {"chapter": 9}, "versions"),
        (lambda place: True, {"red_line": None}, "versions"),
        (lambda place: True, {"position": 99}, "positions"),
        (lambda place: True, {"points": 5}, "points"),
        (lambda place: place.type is ItemType.SINGLE, {"order": ("A", "B", "C")}, "options"),
        (lambda place: place.type is ItemType.BEST_WORST, {"order": tuple("BACDEF")}, "options"),
        (lambda place: place.type is ItemType.SINGLE, {"numbers": {"a": "1"}}, "numbers"),
        (lambda place: place.numbers, {"numbers": {}}, "numbers"),
        (
            lambda place: place.numbers,
            {"numbers": {"offered": "1001", "answered": "900", "within": "700"}},
            "numbers",
        ),
    ],
)
def test_a_place_that_was_changed_is_named(pool, paper, wanted, facts, named):
    place = first(paper, wanted)
    assert named in set(violations(pool, spoilt(paper, place.position, **facts)))


def test_an_item_of_another_type_level_or_line_is_named(pool, paper):
    place = first(paper, lambda place: place.type is ItemType.SINGLE and place.chapter == 2 and not place.red_line)
    free = [item for item in pool.items.values() if item.id not in names_of(paper)]

    def found(wanted):
        return set(violations(pool, as_item(pool, paper, place, next(item.id for item in free if wanted(item)))))

    here = pool.items[place.item]
    alike = [item for item in free if (item.chapter, item.type) == (here.chapter, here.type)]
    assert "types" in found(lambda item: item.type is ItemType.TRUEFALSE and item.chapter == 2)
    assert "types" in found(lambda item: item.type is ItemType.SINGLE and item.chapter == 3)
    assert "levels" in found(lambda item: item in alike and item.level is not here.level)
    assert "red line" in found(lambda item: item in alike and item.level is here.level and item.red_line)


def test_enemies_and_doubles_and_too_many_seen_are_named(pool, paper):
    place, foe = next(
        (place, foe) for place in paper.items for foe in pool.enemies.get(place.item, ()) if foe in pool.items
    )
    other = first(paper, lambda one: one is not place)
    assert "enemies" in set(violations(pool, as_item(pool, paper, other, foe)))
    assert "twice" in set(violations(pool, as_item(pool, paper, other, place.item)))
    names = sorted(names_of(paper))
    assert "seen" not in set(violations(pool, paper, frozenset(names[:14])))
    assert "seen" in set(violations(pool, paper, frozenset(names[:15])))


def test_the_long_form_of_the_papers_runs_and_finds_nothing():
    found = papers_long.attack(papers=40)
    assert found["ok"]
    assert (found["papers"], found["same_bytes"], found["refused_with_count"]) == (40, 3, 40)
    assert "40 of 40" in papers_long.table(found)


def test_the_long_form_of_the_marking_runs_and_finds_nothing():
    found = grading_long.attack(count=700)
    assert (found["ok"], found["responses"]) == (True, 700)
    assert "700" in grading_long.table(found)


def test_a_grader_that_marks_otherwise_would_be_found():
    found = grading_long.attack(count=700, marker=lambda place, response, negative: (MarkState.WRONG, 0))
    assert not found["ok"]
    assert found["disagreed"] > 50
