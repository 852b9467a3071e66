"""The bank's file: imports as transactions, the last one taken back (issue 12)."""

import sqlite3

import pytest

from exams.store.bank_errors import BankForeign, BankMissing, BankNothing
from exams.store.bank_rows import add_import, bank_records, undo_import

ROWS = [("single", "一", '{"a":1}'), ("essay", "二", '{"b":2}')]


def dump(path):
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture
def bank(tmp_path):
    path = tmp_path / "bank.sqlite"
    add_import(path, ["a.csv"], ROWS)
    return path


def test_an_import_has_a_number_and_its_questions_in_order(bank):
    assert add_import(bank, ["b.csv"], ROWS[:1]) == (2, ("b.csv",), 1)
    assert list(bank_records(bank)) == ['{"a":1}', '{"b":2}', '{"a":1}']


def test_what_was_before_the_last_import_is_there_again_after_undo(bank):
    before = dump(bank)
    add_import(bank, ["b.csv", "c.csv"], ROWS * 50)
    assert dump(bank) != before
    assert undo_import(bank) == (2, ("b.csv", "c.csv"), 100)
    assert dump(bank) == before


def test_an_import_after_undo_gets_the_same_number(bank):
    add_import(bank, ["b.csv"], ROWS)
    after = dump(bank)
    undo_import(bank)
    add_import(bank, ["b.csv"], ROWS)
    assert dump(bank) == after


def test_an_import_that_fails_leaves_nothing(bank):
    def rows():
        yield ROWS[0]
        raise RuntimeError

    before = dump(bank)
    with pytest.raises(RuntimeError):
        add_import(bank, ["b.csv"], rows())
    assert dump(bank) == before


def test_a_first_import_that_fails_leaves_no_file(tmp_path):
    with pytest.raises(ZeroDivisionError):
        add_import(tmp_path / "new.sqlite", ["b.csv"], (1 / 0 for _ in range(1)))
    assert not (tmp_path / "new.sqlite").exists()


def test_with_no_import_left_there_is_nothing_to_take_back(bank):
    undo_import(bank)
    with pytest.raises(BankNothing):
        undo_import(bank)


def test_a_bank_that_is_not_there_is_told(tmp_path):
    for ask in (undo_import, lambda path: list(bank_records(path))):
        with pytest.raises(BankMissing):
            ask(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE other (a)",
        "CREATE TRIGGER t AFTER INSERT ON imports BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE questions",
        "PRAGMA application_id = 5",
    ],
)
def test_a_file_that_is_not_ours_as_it_is_stays_untouched(bank, sql):
    connection = sqlite3.connect(bank)
    connection.execute(sql)
    connection.commit()
    connection.close()
    before = bank.read_bytes()
    for ask in (undo_import, lambda path: list(bank_records(path)), lambda path: add_import(path, ["a"], ROWS)):
        with pytest.raises(BankForeign):
            ask(bank)
    assert bank.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "bank.sqlite"
    path.write_text("no database, but long enough to look like something" * 40)
    with pytest.raises(BankForeign):
        add_import(path, ["a"], ROWS)
    assert path.read_text().startswith("no database")
