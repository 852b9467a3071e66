"""The exam bank and blueprints of the course as shipped, read once in a process; texts of sections are not needed."""

from collections.abc import Mapping
from functools import cache

from exams.content.bank import read_bank
from exams.content.blueprints import read_blueprints
from exams.content.catalogue import read_course_file
from exams.content.faults import Faults
from exams.content.feasibility import items_by_form
from exams.content.forbidden import read_forbidden
from exams.content.written_item import WrittenItem
from exams.items.item import Item, Use
from exams.papers.blueprint import Blueprint
from exams.papers.pool import Pool, prepare
from tests.architecture.tree import ROOT
from tests.exams.content.sources import TODAY

ASSETS = ROOT / "assets"


@cache
def shipped_items() -> tuple[WrittenItem, ...]:
    """Every item of the bank, practice too; fails where the bank has a fault of its own."""
    faults = Faults()
    items = read_bank(ASSETS, read_course_file(ASSETS, faults), read_forbidden(ASSETS, faults), faults)
    assert list(faults) == []
    return items


@cache
def exam_items() -> tuple[WrittenItem, ...]:
    """Those of the examination."""
    return tuple(one for one in shipped_items() if one.item.use is Use.EXAM)


@cache
def forms() -> Mapping[str, tuple[Item, ...]]:
    """The items of each form."""
    return {form: tuple(items) for form, items in items_by_form(exam_items()).items()}


@cache
def blueprint(name: str) -> Blueprint:
    """A blueprint by its name."""
    return next(one.blueprint for one in read_blueprints(ASSETS, Faults()) if one.blueprint.name == name)


@cache
def pools(name: str = "final") -> Mapping[str, Pool]:
    """The pool of each form for a blueprint."""
    return {form: prepare(blueprint(name), items, TODAY) for form, items in forms().items()}
