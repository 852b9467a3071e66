"""`academy journal`: what is whole, what is not and where; caches filled anew."""

import sqlite3
from contextlib import closing

import pytest

from tests.desktop.commands.branch import a_branch, a_copy, call, told


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    return a_branch(tmp_path_factory.mktemp("journal") / "home")


@pytest.fixture
def home(demonstration, tmp_path):
    return a_copy(demonstration, tmp_path / "home")


def change(home, statement, *values):
    with closing(sqlite3.connect(home / "academy.sqlite", isolation_level=None)) as database:
        return database.execute(statement, values).fetchall()


def answers(home):
    return [seq for (seq,) in change(home, "SELECT seq FROM journal WHERE CAST(line AS TEXT) LIKE '%\"answer\"%'")]


def test_a_branch_as_it_was_left_is_whole(home):
    done = told("journal", "check", "--home", home)
    assert done.keys() == {"ok", "records", "sittings", "findings"}
    assert done["ok"]
    assert done["findings"] == []
    assert {one["state"] for one in done["sittings"]} == {"graded"}


def test_no_home_is_whole_with_nothing_in_it_and_stays_no_home(tmp_path):
    done = call("journal", "check", "--home", tmp_path / "none", "--json")
    assert done.exit_code == 0
    assert '"records": 0' in done.stdout
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("UPDATE journal SET body = CAST('{}' AS BLOB) WHERE seq = ?", "E_JOURNAL_BODY"),
        ("DELETE FROM journal WHERE seq = ?", "E_JOURNAL_GAP"),
        ("UPDATE journal SET line = CAST('{}' AS BLOB) WHERE seq = ?", "E_JOURNAL_LINE"),
    ],
)
def test_harm_to_a_line_is_found_at_its_number(home, harm, code):
    seq = answers(home)[3]
    change(home, harm, seq)
    done = call("journal", "check", "--home", home, "--json")
    assert done.exit_code == 1
    assert {"seq": seq, "code": code} in told("journal", "check", "--home", home)["findings"]


def test_rebuilding_gives_the_lists_back_also_of_a_final_whose_answers_were_put_away(home):
    before = change(home, "SELECT * FROM sittings ORDER BY id")
    change(home, "DELETE FROM sittings")
    assert told("journal", "rebuild", "--home", home) == {"sittings": len(before), "withheld": 1, "uncounted": []}
    assert change(home, "SELECT * FROM sittings ORDER BY id") == before


def test_a_mistyped_home_is_refused_and_not_made(tmp_path):
    done = call("journal", "rebuild", "--home", tmp_path / "none", "--language", "en")
    assert (done.exit_code, "[E_NOT_FOUND]" in done.stderr) == (3, True)
    assert not (tmp_path / "none").exists()
