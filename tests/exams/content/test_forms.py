"""The exam bank cut into forms: named by the author, checked one by one, sealed one by one."""

import pytest

from exams.content.faults import Code
from exams.content.feasibility import items_by_form
from exams.content.forms import cut_into_forms
from exams.content.parts import make_parts
from exams.trust.errors import NotStrict
from exams.trust.strict_json import read_json
from tests.exams.content.sources import SourceTree, a_course
from tests.exams.content.spoils import FINAL, NUMERICAL, SINGLE

MOST = 1 << 20


@pytest.fixture
def tree(tmp_path) -> SourceTree:
    return a_course(tmp_path)


def in_forms(tree: SourceTree, **forms: str) -> None:
    """Name the form of each item of the exam: A, unless another one is given by its number with _ for -."""
    for name in (SINGLE, NUMERICAL):
        text = tree.text(name)
        for item in read_ids(text):
            form = forms.get(item.partition(".")[2].replace("-", "_"), "A")
            text = text.replace(f'id = "{item}"\n', f'id = "{item}"\nform = "{form}"\n')
        tree.write(name, text)


def read_ids(text: str) -> list[str]:
    return [line.split('"')[1] for line in text.split("\n") if line.startswith("id = ")]


def test_items_without_a_form_all_stand_in_the_first(tree):
    assert list(items_by_form(tree.read().items)) == ["A"]


def test_where_one_item_names_its_form_every_one_has_to(tree):
    in_forms(tree)
    line = tree.replace(SINGLE, 'id = "1.1-m2"\nform = "A"\n', 'id = "1.1-m2"\n')
    assert (SINGLE, line, Code.FIELD_MISSING) in tree.faults()
    assert len(tree.faults()) == 1


@pytest.mark.parametrize("form", ["a", "AB", "1"])
def test_a_form_is_one_capital_letter(tree, form):
    in_forms(tree)
    line = tree.replace(SINGLE, 'id = "1.1-m2"\nform = "A"', f'id = "1.1-m2"\nform = "{form}"')
    assert (SINGLE, line + 1, Code.ID_FORM) in tree.faults()


def test_a_practice_item_has_no_form(tree):
    line = tree.replace("bank/practice/1.1.toml", "version = 1", 'version = 1\nform = "A"')
    assert ("bank/practice/1.1.toml", line + 1, Code.FIELD_UNKNOWN) in tree.faults()


def test_a_form_that_cannot_fill_a_blueprint_is_told_with_what_it_lacks(tree):
    in_forms(tree, **{"2_n1": "B"})
    found = [fault for fault in tree.read().faults if fault.code is Code.BLUEPRINT_SHORT]
    assert {(fault.file, fault.facts["form"]) for fault in found} == {(FINAL, "A"), (FINAL, "B")}
    lacking = {(fault.facts["form"], fault.facts["type"]): fault.facts for fault in found}
    assert ("B", "numerical") not in lacking
    assert (lacking["A", "numerical"]["wanted"], lacking["A", "numerical"]["available"]) == (1, 0)


def test_each_form_holds_its_own_items_and_their_keys_and_nothing_else(tree):
    in_forms(tree, **{"1_m1": "B", "1_t1": "B"})
    parts = make_parts(tree.read())
    forms = cut_into_forms(parts.items, parts.keys, MOST)
    assert list(forms) == ["A", "B"]
    asked = {form: {one["id"] for one in read_json(items)["items"]} for form, (items, _) in forms.items()}
    right = {form: {one["item"] for one in read_json(keys)["keys"]} for form, (_, keys) in forms.items()}
    assert asked == right
    assert asked["B"] == {"1.1-m1", "1.1-t1"}
    assert not asked["A"] & asked["B"]
    assert asked["A"] | asked["B"] == {one["id"] for one in read_json(parts.items)["items"]}


def test_a_bank_of_one_form_is_cut_into_itself(tree):
    parts = make_parts(tree.read())
    assert cut_into_forms(parts.items, parts.keys, MOST) == {"A": (parts.items, parts.keys)}


def test_parts_that_are_none_are_refused(tree):
    parts = make_parts(tree.read())
    with pytest.raises(NotStrict):
        cut_into_forms(b"[]", parts.keys, MOST)
    with pytest.raises(NotStrict):
        cut_into_forms(parts.items.replace(b'"id"', b'"name"'), parts.keys, MOST)
