"""A pool is made ready once per blueprint and day."""

from dataclasses import replace
from datetime import date, timedelta

from exams.items.item import ItemType, Use
from exams.papers.draw import Candidate, draw_from, draw_paper
from exams.papers.pools import Pools
from tests.exams.papers.full_form import TODAY, full_bank, full_blueprint


class Shelf:
    """A bank that counts how often it is read."""

    def __init__(self, items):
        self.items = items
        self.read = []

    def __call__(self, use):
        self.read.append(use)
        return self.items


def test_the_bank_is_read_once_for_as_many_papers_as_are_drawn_on_a_day():
    shelf = Shelf(full_bank())
    pools = Pools(shelf)
    blueprint = full_blueprint()
    papers = [draw_from(pools.of(blueprint, TODAY), Candidate("s", f"A{n}", "", 1)) for n in range(3)]
    assert shelf.read == [Use.EXAM]
    assert papers[0] == draw_paper(
        blueprint, full_bank(), seed="s", staff_id="A0", session="", attempt=1, seen=frozenset(), today=TODAY
    )


def test_another_blueprint_has_a_pool_of_its_own():
    shelf = Shelf(full_bank())
    pools = Pools(shelf)
    short = replace(full_blueprint(), name="short", cells={(1, ItemType.SINGLE): 2}, levels={})
    assert pools.of(short, TODAY).blueprint == short
    assert pools.of(full_blueprint(), TODAY).blueprint == full_blueprint()
    pools.of(short, TODAY)
    assert len(shelf.read) == 2


def test_a_blueprint_that_was_changed_is_not_served_from_the_old_one():
    pools = Pools(Shelf(full_bank()))
    pools.of(full_blueprint(), TODAY)
    changed = replace(full_blueprint(), pass_percent=90)
    assert pools.of(changed, TODAY).blueprint.pass_percent == 90


def test_items_whose_clause_ends_overnight_are_gone_in_the_morning():
    items = tuple(
        replace(item, clause_date=date(2026, 12, 1)) if item.id == "1.0-single0" else item for item in full_bank()
    )
    pools = Pools(Shelf(items))
    evening, morning = date(2026, 11, 30), date(2026, 12, 1)
    assert "1.0-single0" in pools.of(full_blueprint(), evening).items
    assert "1.0-single0" not in pools.of(full_blueprint(), morning).items
    assert "1.0-single0" in pools.of(full_blueprint(), morning - timedelta(days=1)).items
