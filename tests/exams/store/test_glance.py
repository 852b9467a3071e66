"""The first look at a home: whatever lies there, it says what it is and changes nothing."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from sqlite_utils import Database

from exams.accounts.person import Branch, Person, Role
from exams.store.backups import keep_copy, restore
from exams.store.database import database_path, open_database
from exams.store.errors import DatabaseDamaged
from exams.store.glance import FirstGlance, HomeState, StartCard, glance
from exams.store.home import prepare_home
from exams.store.migrations import SHAPE, migrations
from exams.store.people_rows import save_branch, save_demonstration, save_person

BRANCH = Branch("DEMO-01", {"zh": "望江", "en": "Wangjiang"}, {"zh": "示例", "en": "Example"}, True)


@pytest.fixture
def home(tmp_path):
    prepare_home(tmp_path)
    return tmp_path


@pytest.fixture
def demonstration(home):
    db = open_database(home)
    save_branch(db, BRANCH)
    for staff, role in (("T1001", Role.TRAINEE), ("P2001", Role.PROCTOR)):
        save_person(db, Person(staff, f"名{staff}", "Latin", "DEMO-01", "", role), "hash")
    pins = {"pin:P2001:proctor": "258025", "pin:T1001:new": "258026", "pin:T9999:gone": "258027"}
    save_demonstration(db, {"code": "ABCDE-F", **pins, "unlock:S00000002": "7KQ2M-X9D4T-H"})
    db.close()
    return home


def test_no_home_and_a_home_not_set_up_are_empty(tmp_path, home):
    assert glance(tmp_path / "nowhere") == FirstGlance(HomeState.EMPTY)
    open_database(home).close()
    assert glance(home) == FirstGlance(HomeState.EMPTY)


def test_a_demonstration_shows_its_people_in_their_order_with_pins_and_code(demonstration):
    look = glance(demonstration)
    assert (look.state, look.branch, look.session_code) == (HomeState.READY, BRANCH, "ABCDE-F")
    assert look.cards == (
        StartCard("P2001", "名P2001", "Latin", "proctor", "proctor", "258025"),
        StartCard("T1001", "名T1001", "Latin", "trainee", "new", "258026"),
    )


def test_a_demonstration_knows_what_its_headquarters_would_tell_on_the_day(demonstration):
    assert glance(demonstration).unlock_codes == {"S00000002": "7KQ2M-X9D4T-H"}


def test_a_real_branch_shows_neither_people_nor_codes_whatever_its_tables_hold(demonstration):
    with closing(sqlite3.connect(database_path(demonstration))) as connection, connection:
        connection.execute("UPDATE branch SET value = '0' WHERE key = 'demonstration'")
    look = glance(demonstration)
    assert (look.state, look.cards, look.session_code, look.unlock_codes) == (HomeState.READY, (), "", {})


@pytest.mark.parametrize("rubbish", [b"SQLite format 3\x00", b"not a database" * 1000])
def test_a_file_that_is_no_database_is_damaged(home, rubbish):
    database_path(home).write_bytes(rubbish)
    assert glance(home) == FirstGlance(HomeState.DAMAGED)


def test_a_database_cut_anywhere_is_never_taken_for_another_branch(demonstration, tmp_path):
    whole = database_path(demonstration).read_bytes()
    for number, size in enumerate(range(0, len(whole), len(whole) // 40)):
        other = tmp_path / f"cut-{number}"
        prepare_home(other)
        database_path(other).write_bytes(whole[:size])
        look = glance(other)
        assert look.state in {HomeState.DAMAGED, HomeState.EMPTY, HomeState.READY}
        assert look.branch in [None, BRANCH]


@pytest.mark.feature("h8")
@pytest.mark.parametrize("left", [None, b"", b"x" * 99])
def test_a_database_that_vanished_is_said_with_the_newest_good_copy_and_no_new_one_grows(demonstration, left):
    copy = keep_copy(demonstration)
    database_path(demonstration).unlink()
    if left is not None:
        database_path(demonstration).write_bytes(left)
    assert glance(demonstration) == FirstGlance(HomeState.DAMAGED, backup=copy.name)
    with pytest.raises(DatabaseDamaged) as refused:
        open_database(demonstration)
    assert refused.value.facts["backup"] == copy.name
    restore(demonstration, copy.name)
    assert glance(demonstration).branch == BRANCH
    open_database(demonstration).close()


def test_a_newer_database_is_said_to_be_newer_whatever_is_in_it(home):
    with closing(sqlite3.connect(database_path(home))) as connection:
        connection.execute("CREATE TABLE something_else (a)")
        connection.execute(f"PRAGMA user_version = {SHAPE + 1}")
    assert glance(home) == FirstGlance(HomeState.NEWER)


@pytest.mark.parametrize("number", range(SHAPE))
def test_a_first_opening_that_was_cut_short_is_not_called_damaged(home, number):
    names = [one.name for one in migrations.pending(Database(memory=True))]
    db = Database(database_path(home))
    migrations.apply(db, stop_before=names[number])
    db.close()
    assert glance(home) == FirstGlance(HomeState.EMPTY)
    open_database(home).close()


def test_an_older_shape_without_start_cards_is_ready_without_them(home):
    db = Database(database_path(home))
    migrations.apply(db, stop_before="m004_demonstration")
    save_branch(db, BRANCH)
    db.close()
    assert glance(home) == FirstGlance(HomeState.READY, BRANCH)


def test_looking_changes_no_byte(demonstration, tmp_path):
    before = database_path(demonstration).read_bytes()
    glance(demonstration)
    assert database_path(demonstration).read_bytes() == before
    assert not list(demonstration.glob("*.part"))
    shutil.rmtree(tmp_path / "backups")
    assert glance(demonstration).state is HomeState.READY
    assert not (tmp_path / "backups").exists()


def test_looking_loads_no_library_but_the_standard_one(demonstration):
    code = f"""
import sys
from pathlib import Path
from exams.store.glance import glance
assert glance(Path({str(demonstration)!r})).cards
heavy = {{"sqlite_utils", "cryptography", "reportlab", "platformdirs"}} & set(sys.modules)
sys.exit(repr(heavy) if heavy else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
