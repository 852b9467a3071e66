"""The bank's questions one by one: versions, states, figures, and who may not step on whom."""

import sqlite3

import pytest

from exams.store.bank_errors import BankMoved, BankTouched
from exams.store.bank_items import (
    Act,
    Figures,
    Sought,
    bank_item,
    bank_lines,
    bank_values,
    item_version,
    move_item,
    save_figures,
    save_version,
    set_review,
)
from exams.store.bank_rows import add_import, last_import, undo_import

ROWS = [
    ("single", "一", '{"stem":"甲","category":"第一章","options":{"difficulty":"难"}}'),
    ("essay", "二", '{"stem":"乙","idnumber":"q-2"}'),
    ("essay", "二", '{"stem":"丙"}'),
]


@pytest.fixture
def bank(tmp_path):
    path = tmp_path / "bank.sqlite"
    add_import(path, ["a.csv"], ROWS, "chen")
    return path


def dump(path):
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()


def first(bank):
    return bank_item(bank, 1)[0]


def test_a_question_begins_as_a_draft_of_its_first_version_with_chapter_and_level(bank):
    line, record, acts = bank_item(bank, 1)
    assert (line.state, line.version, line.author, line.review, line.figures) == ("draft", 1, "", "", None)
    assert (line.stem, line.chapter, line.level, record, acts) == ("甲", "第一章", "难", ROWS[0][2], ())


@pytest.mark.parametrize(
    ("sought", "ids"),
    [
        (Sought(), [1, 2, 3]),
        (Sought(chapter="第一章"), [1]),
        (Sought(chapter=""), [2, 3]),
        (Sought(level="难"), [1]),
        (Sought(type="essay", text="乙"), [2]),
        (Sought(state="live"), []),
        (Sought(text="_"), []),
        (Sought(text="' OR 1=1 --"), []),
    ],
)
def test_questions_are_found_by_what_they_say_and_by_nothing_else(bank, sought, ids):
    lines, total = bank_lines(bank, sought, 10)
    assert ([line.id for line in lines], total) == (ids, len(ids))


def test_a_page_is_a_part_and_the_total_counts_all(bank):
    lines, total = bank_lines(bank, Sought(), 1, 1)
    assert ([line.id for line in lines], total) == ([2], 3)


def test_the_values_to_filter_by_are_those_there_are(bank):
    assert bank_values(bank) == {
        "chapter": ("", "第一章"),
        "level": ("", "难"),
        "type": ("essay", "single"),
        "state": ("draft",),
    }


@pytest.mark.feature("c7")
def test_a_change_is_the_next_version_a_draft_and_the_one_before_is_kept(bank):
    move_item(bank, first(bank), "review", "chen", 5)
    assert save_version(bank, first(bank), ("single", "新", '{"stem":"新"}'), "li", 7) == 2
    line, record, acts = bank_item(bank, 1)
    assert (line.version, line.state, line.author, record) == (2, "draft", "li", '{"stem":"新"}')
    assert acts == (Act(1, "review", "chen", 5), Act(2, "write", "li", 7))
    assert item_version(bank, 1, 1) == ROWS[0][2]
    with pytest.raises(BankMoved):
        item_version(bank, 1, 2)


def test_who_saw_an_older_state_or_version_changes_nothing(bank):
    seen = first(bank)
    move_item(bank, seen, "review", "chen", 5)
    before = dump(bank)
    for change in (
        lambda: move_item(bank, seen, "retired", "li", 6),
        lambda: save_version(bank, seen, ROWS[1], "li", 6),
        lambda: set_review(bank, seen, "2027-01-01"),
    ):
        with pytest.raises(BankMoved):
            change()
    assert dump(bank) == before


def test_figures_go_to_the_question_of_that_name_or_number_and_not_where_two_bear_it(bank):
    told = [
        ("一", Figures(40, 50.0, None, ("W_A", "W_B"))),
        ("q-2", Figures(40, 1.5, -3.0)),
        ("二", Figures(9, 1.0, 1.0)),
    ]
    assert save_figures(bank, told) == 2
    figures = [line.figures for line in bank_lines(bank, Sought(), 9)[0]]
    assert figures == [Figures(40, 50.0, None, ("W_A", "W_B")), Figures(40, 1.5, -3.0), None]


def test_figures_of_an_older_wording_are_not_shown_of_a_newer(bank):
    save_figures(bank, [("一", Figures(40, 50.0, 20.0))])
    save_version(bank, first(bank), ROWS[0], "li", 6)
    assert first(bank).figures is None


def test_an_import_is_taken_back_whole_with_its_figures(bank):
    before = dump(bank)
    add_import(bank, ["b.csv"], [("single", "四", '{"stem":"丁"}')])
    save_figures(bank, [("四", Figures(40, 50.0, 20.0))])
    undo_import(bank)
    assert dump(bank) == before


@pytest.mark.parametrize(
    "work",
    [
        lambda bank: move_item(bank, first(bank), "review", "li", 6),
        lambda bank: save_version(bank, first(bank), ROWS[0], "li", 6),
    ],
)
def test_an_import_that_people_have_worked_on_is_not_taken_back(bank, work):
    work(bank)
    before = dump(bank)
    with pytest.raises(BankTouched) as refused:
        undo_import(bank)
    assert refused.value.facts == {"count": 1}
    assert dump(bank) == before


def test_the_last_import_is_told_and_none_where_there_is_none(bank):
    assert last_import(bank) == (1, ("a.csv",), 3)
    undo_import(bank)
    assert last_import(bank) is None


def test_a_question_that_is_gone_is_told(bank):
    undo_import(bank)
    with pytest.raises(BankMoved):
        bank_item(bank, 1)
