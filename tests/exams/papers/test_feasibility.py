"""A blueprint that a bank cannot serve is refused with what is missing, cell by cell."""

from dataclasses import replace
from datetime import date

import pytest

from exams.items.item import ItemType, Level
from exams.papers.blueprint import RedLineGate
from exams.papers.draw import Candidate, draw_from
from exams.papers.errors import Infeasible
from exams.papers.feasible import check_feasible
from exams.papers.pool import prepare
from exams.papers.shortage import Lack, Shortage
from tests.exams.papers.full_form import TODAY, an_item, full_bank, full_blueprint

SINGLE, MULTIPLE, BOOLEAN = ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUEFALSE


def plan(cells, levels=None, red=0):
    return replace(full_blueprint(), cells=cells, levels=levels or {}, red_line=RedLineGate(red, 0))


def bank(*groups, **facts):
    """(count, type, level) per group."""
    return tuple(
        an_item(1, kind, number, **{"id": f"{kind}-{level}-{number}", "level": level, "enemies": (), **facts})
        for count, kind, level in groups
        for number in range(count)
    )


def test_the_full_bank_serves_the_full_form():
    assert check_feasible(full_blueprint(), full_bank(), TODAY) == ()


@pytest.mark.feature("c4")
def test_every_short_cell_is_named_with_its_numbers():
    items = tuple(
        item for item in full_bank() if (item.chapter, item.type) not in {(2, ItemType.NUMERICAL), (4, SINGLE)}
    )
    short = check_feasible(full_blueprint(), items, TODAY)
    assert Shortage(2, ItemType.NUMERICAL, None, 3, 0, Lack.TYPE) in short
    assert Shortage(4, SINGLE, None, 7, 0, Lack.TYPE) in short
    assert [cell.missing for cell in short[:2]] == [3, 7]


def test_an_empty_bank_lacks_everything():
    short = check_feasible(full_blueprint(), (), TODAY)
    assert sum(cell.missing for cell in short if cell.lack is Lack.TYPE) == 70


def test_a_short_level_is_named():
    items = bank((5, SINGLE, Level.APPLY), (1, SINGLE, Level.REMEMBER))
    short = check_feasible(plan({(1, SINGLE): 4}, {(1, Level.REMEMBER): 2}), items, TODAY)
    assert short == (Shortage(1, None, Level.REMEMBER, 2, 1, Lack.LEVEL),)


def test_enough_of_each_but_not_together_is_named():
    items = bank((5, SINGLE, Level.APPLY), (5, MULTIPLE, Level.REMEMBER))
    short = check_feasible(
        plan({(1, SINGLE): 3, (1, MULTIPLE): 3}, {(1, Level.APPLY): 4, (1, Level.REMEMBER): 2}), items, TODAY
    )
    assert short == (Shortage(1, MULTIPLE, None, 3, 2, Lack.TOGETHER),)


def test_levels_that_ask_for_more_than_the_types_give_are_named():
    items = bank((9, SINGLE, Level.APPLY))
    short = check_feasible(plan({(1, SINGLE): 3}, {(1, Level.APPLY): 4, (2, Level.APPLY): 1}), items, TODAY)
    assert Shortage(1, None, None, 4, 3, Lack.BLUEPRINT) in short
    assert Shortage(2, None, None, 1, 0, Lack.BLUEPRINT) in short


def test_a_level_of_none_is_kept_out():
    items = bank((3, SINGLE, Level.APPLY), (9, SINGLE, Level.EVALUATE))
    blueprint = plan({(1, SINGLE): 3}, {(1, Level.EVALUATE): 0})
    paper = draw_from(prepare(blueprint, items, TODAY), Candidate("s", "A001", "", 1))
    assert {place.level for place in paper.items} == {"apply"}


def test_too_few_red_lines_are_named():
    items = bank((5, SINGLE, Level.APPLY), red_line=False) + bank((2, SINGLE, Level.REMEMBER), red_line=True)
    short = check_feasible(plan({(1, SINGLE): 4}, red=3), items, TODAY)
    assert short == (Shortage(None, None, None, 3, 2, Lack.RED_LINE),)


def test_mutual_enemies_count_as_one():
    names = tuple(f"{SINGLE}-{Level.APPLY}-{number}" for number in range(4))
    items = bank((4, SINGLE, Level.APPLY), enemies=names) + bank((2, SINGLE, Level.REMEMBER))
    short = check_feasible(plan({(1, SINGLE): 4}), items, TODAY)
    assert short == (Shortage(1, SINGLE, None, 4, 3, Lack.TYPE),)


def test_enemies_across_chapters_are_found_by_the_trial_draw():
    first = tuple(an_item(1, SINGLE, n, id=f"a{n}", enemies=(f"b{n}",)) for n in range(6))
    second = tuple(an_item(2, SINGLE, n, id=f"b{n}", enemies=()) for n in range(6))
    assert check_feasible(plan({(1, SINGLE): 3, (2, SINGLE): 3}), first + second, TODAY) == ()
    (short,) = check_feasible(plan({(1, SINGLE): 3, (2, SINGLE): 4}), first + second, TODAY)
    assert (short.lack, short.missing) == (Lack.ENEMIES, 1)


def test_expired_clauses_make_a_blueprint_infeasible_in_time():
    items = bank((4, SINGLE, Level.APPLY), clause_date=date(2027, 1, 1))
    assert check_feasible(plan({(1, SINGLE): 4}), items, date(2026, 12, 31)) == ()
    (short,) = check_feasible(plan({(1, SINGLE): 4}), items, date(2027, 1, 1))
    assert short.available == 0


def test_a_draw_refuses_with_the_same_shortages():
    pool = prepare(full_blueprint(), full_bank()[:200], TODAY)
    with pytest.raises(Infeasible) as refused:
        draw_from(pool, Candidate("s", "A001", "", 1))
    assert refused.value.code == "E_INFEASIBLE"
    assert refused.value.facts["blueprint"] == "final"
    assert refused.value.facts["cells"] == check_feasible(full_blueprint(), full_bank()[:200], TODAY)


def test_a_bank_with_nothing_to_spare_still_gives_its_one_paper():
    items = bank((2, SINGLE, Level.APPLY), (1, SINGLE, Level.REMEMBER), (1, BOOLEAN, Level.REMEMBER))
    blueprint = plan({(1, SINGLE): 3, (1, BOOLEAN): 1}, {(1, Level.APPLY): 2, (1, Level.REMEMBER): 2})
    paper = draw_from(prepare(blueprint, items, TODAY), Candidate("s", "A001", "", 1))
    assert {place.item for place in paper.items} == {item.id for item in items}
