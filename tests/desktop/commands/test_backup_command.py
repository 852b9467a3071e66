"""`academy backup`: copies that are whole, a list of them, and one of them put back."""

import sqlite3
from contextlib import closing

import pytest

from tests.desktop.commands.branch import a_branch, a_copy, call, told


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    return a_branch(tmp_path_factory.mktemp("backup") / "home")


@pytest.fixture
def home(demonstration, tmp_path):
    return a_copy(demonstration, tmp_path / "home")


def copies(home):
    return told("backup", "list", "--home", home)


def records(home):
    with closing(sqlite3.connect(home / "academy.sqlite")) as database:
        return database.execute("SELECT count(*) FROM journal").fetchone()[0]


def test_a_copy_holds_every_line_of_the_journal_and_is_listed_as_good(home):
    told("backup", "make", "--home", home)
    newest = copies(home)[0]
    assert (newest["records"], newest["good"]) == (records(home), True)


def test_there_is_no_copy_before_the_first(home):
    assert call("backup", "list", "--home", home, "--language", "en").stdout == "There is no copy yet.\n"


def test_a_damaged_copy_is_listed_as_such(home):
    told("backup", "make", "--home", home)
    path = home / "backups" / copies(home)[0]["file"]
    path.write_bytes(path.read_bytes()[:5000])
    assert [one["good"] for one in copies(home)] == [False]


def test_a_restored_copy_is_the_branch_of_that_day_and_the_other_is_kept(home):
    told("backup", "make", "--home", home)
    copied, name = records(home), copies(home)[0]["file"]
    told("rehearse", "--home", home)
    later = records(home)
    done = told("backup", "restore", name, "--home", home)
    assert later > records(home) == copied
    assert told("journal", "check", "--home", home)["ok"]
    with closing(sqlite3.connect(home / done["kept"])) as kept:
        assert kept.execute("SELECT count(*) FROM journal").fetchone()[0] == later


def test_a_name_that_is_no_copy_is_refused_and_nothing_moves(home):
    before = records(home)
    done = call("backup", "restore", "academy-never.sqlite", "--home", home, "--language", "en")
    assert done.exit_code == 3
    assert "academy-never.sqlite does not exist." in done.stderr
    assert records(home) == before


def test_a_damaged_copy_is_not_put_back(home):
    told("backup", "make", "--home", home)
    path = home / "backups" / copies(home)[0]["file"]
    path.write_bytes(path.read_bytes()[:5000])
    before = records(home)
    assert told("backup", "restore", path.name, "--home", home)["error"]["code"] == "E_DATABASE_DAMAGED"
    assert records(home) == before


def test_a_home_without_a_branch_has_nothing_to_copy(tmp_path):
    assert told("backup", "make", "--home", tmp_path / "none")["error"]["code"] == "E_NOT_FOUND"
    assert not (tmp_path / "none").exists()
